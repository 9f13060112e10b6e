import CZlib
import Notation
import Testing
import Trials

@testable import Tables

/// A table and a text that says it, in one of the many ways that are the same.
struct RandomText {
    let table: [[String]]
    let bytes: [UInt8]

    static func next(_ random: inout SeededRandom) -> RandomText {
        let delimiter = random.one(of: [",", ";", "\t", "|"])
        let lineEnd = random.one(of: ["\n", "\r\n", "\r"])
        let width = random.whole(2...5)
        let kinds = (0..<width).map { _ in random.whole(0...3) }
        var rows = [(0..<width).map { "name \($0)" }]
        for _ in 0..<random.whole(0...30) {
            rows.append(kinds.map { cell(of: $0, delimiter, &random) })
        }
        var text = random.once(in: 4) ? "\u{FEFF}" : ""
        for row in rows {
            if random.once(in: 9) { text += lineEnd }
            let cells = row.map { quoted($0, delimiter, &random) }
            text += cells.joined(separator: delimiter) + lineEnd
        }
        if random.once(in: 2) { text.removeLast() }
        return RandomText(table: rows, bytes: Array(text.utf8))
    }

    private static func cell(
        of kind: Int, _ delimiter: String, _ random: inout SeededRandom
    ) -> String {
        if random.once(in: 8) { return "" }
        switch kind {
        case 0: return "\(random.whole(-1000...100_000))"
        case 1: return random.number(-1e6...1e6).decimalText
        case 2: return "20\(random.whole(10...99))-0\(random.whole(1...9))-1\(random.whole(0...9))"
        default: return "w" + random.text(of: "ab\"\n ,;|é#", upTo: 6) + "w"
        }
    }

    private static func quoted(
        _ cell: String, _ delimiter: String, _ random: inout SeededRandom
    ) -> String {
        let mustQuote = cell.contains { "\",;|\n\t".contains($0) }
        guard mustQuote || random.once(in: 5) else {
            return random.once(in: 6) ? " " + cell + " " : cell
        }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

@Suite("Any table")
struct PropertyTests {
    @Test("Every table reads as it was written", arguments: 1...4 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<150 {
            let text = RandomText.next(&random)
            let read = try table(text.bytes)
            #expect(read.columns.map(\.name) == text.table[0])
            for (column, values) in read.columns.map(\.values).enumerated() {
                let cells = text.table.dropFirst().map { $0[column] }
                try #require(Self.lines(values) == Self.lines(Self.values(cells)), "\(cells)")
            }
            let words = try table(text.bytes, as: .words)
            for (column, values) in words.columns.map(\.values).enumerated() {
                let cells = text.table.dropFirst().map { $0[column] }
                try #require(values == Self.words(cells), "\(cells)")
            }
        }
    }

    /// In lines, since what is missing equals nothing.
    private static func lines(_ values: Table.Values) -> [String] {
        Table([Table.Column("", values)]).lines
    }

    /// What cells are, said straightforwardly.
    private static func values(_ cells: [String]) -> Table.Values {
        let numbers = cells.map { $0.isEmpty ? Double.nan : Double($0) }
        if !numbers.contains(nil) { return .numbers(numbers.map { $0 ?? .nan }) }
        let reader = TimeReader()
        let times = cells.map { $0.isEmpty ? Double.nan : reader.read($0)?.instant }
        if !times.contains(nil) { return .times(times.map { $0 ?? .nan }) }
        return words(cells)
    }

    private static func words(_ cells: [String]) -> Table.Values {
        var texts: [String] = []
        var codes: [Int32] = []
        for cell in cells {
            if cell.isEmpty {
                codes.append(-1)
            } else if let known = texts.firstIndex(of: cell) {
                codes.append(Int32(known))
            } else {
                codes.append(Int32(texts.count))
                texts.append(cell)
            }
        }
        return .words(codes, texts: texts)
    }

    @Test("However the bytes come, the table is the same", arguments: 1...3 as ClosedRange<UInt64>)
    func pieces(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<15 {
            let text = RandomText.next(&random)
            let whole = try table(text.bytes)
            for piece in 1...24 {
                let inPieces = try table(
                    text.bytes, pieces: piece, room: random.whole(16...80))
                try #require(inPieces.lines == whole.lines, "\(piece)")
            }
        }
    }

    @Test("A table of many pieces reads as it was written")
    func many() throws {
        var random = SeededRandom(seed: 5)
        let rows = (0..<60_000).map {
            ($0, random.one(of: ["up", "down", "side,ways"]), random.number(-9...9))
        }
        var text = "n,word,value\n"
        for (number, word, value) in rows {
            text += "\(number)," + (word.contains(",") ? "\"\(word)\"" : word) + ",\(value)\n"
        }
        let bytes = Array(text.utf8)
        #expect(bytes.count > 4 * Pieces.size)
        for bytes in [bytes, deflated(bytes)] {
            let read = try table(bytes)
            #expect(read.columns[0].values == .numbers(rows.map { Double($0.0) }))
            #expect(read.columns[1].values == Self.words(rows.map(\.1)))
            #expect(read.columns[2].values == .numbers(rows.map(\.2)))
        }
    }

    @Test("A column whose last cell is a word keeps all its cells as they were written")
    func lateWord() throws {
        var random = SeededRandom(seed: 6)
        let numbers = (0..<50_000).map { _ in
            random.one(of: [
                "1.50", "-3", "0.000", "12.0", "007", "1e5", "", "0.1234567890123456789",
            ])
        }
        let text = "x,y\n" + numbers.map { $0 + ",1\n" }.joined() + "end,1\n"
        #expect(try table(text).columns[0].values == Self.words(numbers + ["end"]))
        let dates = (0..<50_000).map { "20\($0 % 90 + 10)-0\($0 % 9 + 1)" }
        let times = "x\n" + dates.joined(separator: "\n") + "\nend"
        #expect(try table(times).columns[0].values == Self.words(dates + ["end"]))
    }

    @Test("Packed data is the same data, whatever its pieces")
    func packed() throws {
        let text = Array("x,y\n1,2\n3,4\n".utf8)
        #expect(try table(gzip(text)) == table(text))
        #expect(try table(deflated(text)) == table(text))
        // Files packed one after the other unpack to one text; what pads them is nothing.
        #expect(
            try table(gzip(Array(text.prefix(7))) + gzip(Array(text.dropFirst(7))) + [0, 0, 0])
                == table(text))
        for piece in 1...9 {
            #expect(try table(gzip(text), pieces: piece, room: 16) == table(text))
        }
    }

    @Test("Packed data that is damaged or cut off is refused")
    func damaged() {
        let whole = gzip(Array("x,y\n1,2\n3,4\n".utf8))
        for count in 2..<whole.count {
            #expect(throws: DataError.badGzip) { try table(Array(whole.prefix(count))) }
        }
        #expect(throws: DataError.badGzip) { try table(whole + [1]) }
        var wrong = whole
        wrong[wrong.count - 6] ^= 1
        #expect(throws: DataError.badGzip) { try table(wrong) }
    }

    @Test("What unpacks to more than is allowed is not unpacked to its end")
    func bomb() {
        var limits = TableLimits()
        limits.bytes = 1 << 20
        // Ten megabytes of blanks in ten kilobytes.
        let bomb = deflated([UInt8](repeating: 0x20, count: 10 << 20))
        #expect(bomb.count < 16_000)
        #expect(throws: DataError.limit(.bytes, most: 1 << 20, setting: "PLOT_MAX_DATA")) {
            try table(bomb, limits: limits)
        }
    }

    @Test(
        "Numbers with commas before fractions read as those with points do",
        arguments: 1...4 as ClosedRange<UInt64>)
    func continental(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let numbers = (0..<random.whole(1...40)).map { _ in
                Double(random.whole(-2_000_000...2_000_000)) / random.one(of: [1, 10, 1000])
            }
            let sign = random.one(of: ["", " €", " %"])
            let cells = numbers.map {
                Self.grouped($0) + (random.once(in: 3) ? sign : "") + ";x;1,5\n"
            }
            for kind in [TableReader.Kind.automatic, .number] {
                var reader = try TableReader(
                    ByteSource(Array(("n;w;c\n" + cells.joined()).utf8)))
                let read = try reader.read([.init(column: 0, kind: kind)])
                try #require(read.columns[0].values == .numbers(numbers), "\(cells)")
            }
        }
    }

    /// With points between its thousands, and a comma before its fraction.
    private static func grouped(_ number: Double) -> String {
        let text = number.magnitude.decimalText.split(separator: ".")
        var whole = ""
        for (index, digit) in text[0].reversed().enumerated() {
            if index > 0, index % 3 == 0 { whole = "." + whole }
            whole = String(digit) + whole
        }
        return (number < 0 ? "-" : "") + whole + (text.count > 1 ? "," + text[1] : "")
    }

    @Test(
        "Records read the same wherever they lie, and whatever lies in them",
        arguments: 1...4 as ClosedRange<UInt64>)
    func records(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<100 {
            let count = random.whole(1...20)
            let numbers = (0..<count).map { _ in Double(random.whole(-99...99)) }
            let path = (0..<random.whole(0...4)).map { _ in random.one(of: ["a", "b", "é"]) }
            let inner = (0..<random.whole(0...7)).map { _ in random.one(of: ["m", "n", "ü"]) }
            let rows = numbers.map { Self.nest(["r"] + inner + ["v"], "\(Int($0))") }
            let text = Self.nest(
                path, "[" + rows.joined(separator: random.one(of: [",", " ,\n"])) + "]",
                among: path.isEmpty ? "" : "\"status\":\"ok\",\"tags\":[1],")
            let read = try table(text)
            try #require(read.columns[0].values == .numbers(numbers), "\(text)")
            #expect(
                read.columns.map(\.name)
                    == [(["r"] + inner + ["v"]).joined(separator: ".")])
        }
    }

    /// JSON in objects inside each other, each with `others` before.
    private static func nest(_ path: [String], _ value: String, among others: String = "")
        -> String
    {
        path.reversed().reduce(value) { "{\(others)\"\($1)\":\($0)}" }
    }

    @Test(
        "Whatever bytes there are, they are a table or an error",
        arguments: 1...4 as ClosedRange<UInt64>)
    func survives(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let kinds: [TableReader.Kind] = [.automatic, .number, .time, .words]
        for round in 0..<1400 {
            let bytes: [UInt8] =
                switch round % 7 {
                case 0:
                    Array(random.text(of: "\"\"\",,;\t\r\n\n 019-.:eNAé#|", upTo: 60).utf8)
                case 1: (0..<random.whole(0...40)).map { _ in UInt8(random.whole(0...255)) }
                case 2:
                    Array(random.text(of: "\n\n\n//::  0123,JanPM+GMT", upTo: 60).utf8)
                case 3:
                    Array(random.text(of: "[]{}{},,::\"\"ab12.\n\\nul", upTo: 60).utf8)
                case 4:
                    Array(random.text(of: "1234..,,;\n\n\"€%-", upTo: 60).utf8)
                case 5: Array(randomJSON(depth: random.whole(0...5), &random).utf8)
                default: damagedText(&random)
                }
            _ = try? table(bytes, as: random.one(of: kinds))
            leaveOutRows(of: bytes, random.one(of: kinds), &random)
            _ = try? table(bytes, pieces: random.whole(1...9), room: 16)
            var packed = gzip(bytes)
            packed[random.whole(0...packed.count - 1)] = UInt8(random.whole(0...255))
            _ = try? table(packed)
        }
    }

    /// Values of any kind in each other, nearly always well-formed.
    private func randomJSON(depth: Int, _ random: inout SeededRandom) -> String {
        if random.once(in: 40) { return random.text(of: "[]{},:\"1", upTo: 3) }
        let inner = { (random: inout SeededRandom) in
            self.randomJSON(depth: depth - 1, &random)
        }
        switch depth > 0 ? random.whole(0...5) : 5 {
        case 0...1:
            return "["
                + (0..<random.whole(0...4)).map { _ in inner(&random) }
                .joined(separator: ",") + "]"
        case 2...4:
            return "{"
                + (0..<random.whole(0...4)).map { _ in
                    "\"\(random.one(of: ["a", "b", "a.b", "", "é"]))\":" + inner(&random)
                }.joined(separator: ",") + "}"
        default:
            return random.one(of: ["1", "-2.5", "\"x\"", "\"1,5\"", "null", "true", "[]", "{}"])
        }
    }

    /// Reads with bad cells kept, and leaves out some rows.
    private func leaveOutRows(
        of bytes: [UInt8], _ kind: TableReader.Kind, _ random: inout SeededRandom
    ) {
        guard var reader = try? TableReader(ByteSource(bytes)),
            var read = try? reader.read(
                reader.names.indices.map { .init(column: $0, kind: kind) }, keepsBadCells: true)
        else { return }
        let isKept = (0..<read.rowCount).map { _ in random.once(in: 2) }
        _ = reader.badCell(in: isKept)
        read.keep(isKept)
        for column in read.columns {
            let values = reader.reread(column.values, zone: .utc)
            #expect(values.count == column.values.count)
        }
    }

    private func damagedText(_ random: inout SeededRandom) -> [UInt8] {
        var bytes = RandomText.next(&random).bytes
        for _ in 0..<random.whole(1...4) where !bytes.isEmpty {
            bytes[random.whole(0...bytes.count - 1)] = UInt8(random.whole(0...255))
        }
        return bytes
    }
}

/// Bytes packed by gzip's format without being made smaller (RFC 1951, stored blocks).
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let count = UInt32(bytes.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + little(count, 2) + little(~count, 2) + bytes
        + little(checksum(bytes), 4) + little(count, 4)
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}

/// Bytes packed by zlib.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: bytes.count + 1000)
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    unsafe deflateInit2_(
        &stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    var source = bytes
    let written = unsafe source.withUnsafeMutableBufferPointer { source in
        unsafe packed.withUnsafeMutableBufferPointer { target in
            unsafe stream.next_in = source.baseAddress
            unsafe stream.avail_in = UInt32(source.count)
            unsafe stream.next_out = target.baseAddress
            unsafe stream.avail_out = UInt32(target.count)
            unsafe deflate(&stream, Z_FINISH)
            return unsafe Int(stream.total_out)
        }
    }
    unsafe deflateEnd(&stream)
    return Array(packed.prefix(written))
}
