internal import Notation

/// Text in rows and cells: CSV (RFC 4180) and its kin with semicolons, tabs or bars.
///
/// Cells may be in quotes, in which quotes are doubled and lines may break; blanks around a cell do
/// not count. Lines end with LF, CR LF or CR; empty ones are skipped. Lines before the header that
/// begin with `#` are comments; `sep=;` in the first line names the delimiter, as spreadsheets do.
/// A row may end early: what is left out is missing.
struct DelimitedText {
    private var pieces: Pieces
    private let limits: TableLimits
    private(set) var names: [String] = []
    private(set) var delimiter = UInt8(ascii: ",")
    private var line = 1
    /// Where the rows begin.
    private var place: Int

    /// Reads as far as the header. The text begins at `place`, behind a byte order mark if it has one.
    init(_ pieces: consuming Pieces, from place: Int, limits: TableLimits) throws(DataError) {
        self.pieces = pieces
        self.limits = limits
        self.place = place
        endLastLine()
        let named = try skipPreamble()
        let header = try readHeader(delimiter: named)
        names = try names(header)
    }

    /// Makes sure that the text ends with a line break.
    private mutating func endLastLine() {
        guard pieces.isLast, pieces.count > 0, !isBreak(pieces.bytes[pieces.count - 1]) else {
            return
        }
        pieces.append(UInt8(ascii: "\n"))
    }

    /// Lets go of what is read, and reads on. Where nothing can go, the row at its start is not whole.
    ///
    /// `ends` are what may end its cells.
    private mutating func advance(
        to place: Int, cellsEndWith ends: [UInt8]
    ) throws(DataError) {
        // A comment, at whose start only the header is looked for, may be of any length.
        if place == 0, pieces.count > limits.cell, pieces.bytes[0] != UInt8(ascii: "#") {
            let bytes = pieces.bytes.span.extracting(first: pieces.count)
            let longest = OpenRow.longestCell(bytes, endingWith: ends)
            guard longest <= limits.cell else {
                throw .limit(.cell, most: limits.cell, setting: "PLOT_MAX_CELL")
            }
        }
        try pieces.advance(to: place)
        endLastLine()
    }

    /// The bytes up to the last line break; whether a CR is one is seen at the byte behind it.
    private var usable: Int {
        var end = pieces.count
        while end > 0 {
            let byte = pieces.bytes[end - 1]
            if byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && (end < pieces.count || pieces.isLast)
            {
                return end
            }
            end -= 1
        }
        return 0
    }

    /// Moves to the header; the delimiter, where the text names it.
    private mutating func skipPreamble() throws(DataError) -> UInt8? {
        var named: UInt8?
        while true {
            var end = try endOfLine()
            let length = end - place
            if length == 5, named == nil, starts(with: "sep=") {
                named = pieces.bytes[place + 4]
            } else if length > 0, !isComment(length) {
                return named
            }
            guard end < pieces.count else { throw .empty }
            if pieces.bytes[end] == UInt8(ascii: "\r"), end + 1 < pieces.count,
                pieces.bytes[end + 1] == UInt8(ascii: "\n")
            {
                end += 1
            }
            place = end + 1
            line += 1
        }
    }

    /// Where the line that begins at `place` ends: at its line break, or at the end of the text.
    private mutating func endOfLine() throws(DataError) -> Int {
        var end = place
        while true {
            let usable = usable
            while end < usable {
                if isBreak(pieces.bytes[end]) { return end }
                end += 1
            }
            guard !pieces.isLast else { return pieces.count }
            let done = end - place
            try advance(to: place, cellsEndWith: Delimiter.candidates)
            place = 0
            end = done
        }
    }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { letters in
            for index in letters.indices {
                guard place + index < pieces.count,
                    unsafe letters[index] == pieces.bytes[place + index]
                else { return false }
            }
            return true
        }
    }

    /// A `#` and a delimiter are no comment but the name of a column.
    private func isComment(_ length: Int) -> Bool {
        guard pieces.bytes[place] == UInt8(ascii: "#") else { return false }
        guard length > 1 else { return true }
        return switch pieces.bytes[place + 1] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"): false
        default: true
        }
    }

    /// Reads the first row, and finds out by what its cells are set apart.
    private mutating func readHeader(delimiter named: UInt8?) throws(DataError) -> Header {
        while true {
            let found = try firstRow(delimiter: named)
            if let header = found.header {
                delimiter = found.delimiter
                return header
            }
            try advance(to: place, cellsEndWith: Delimiter.candidates)
            place = 0
        }
    }

    /// No header where it is not whole yet.
    private func firstRow(
        delimiter named: UInt8?
    ) throws(DataError) -> (header: Header?, delimiter: UInt8) {
        let bytes = pieces.bytes.span.extracting(first: usable)
        let delimiter = named ?? Delimiter.find(bytes, at: place)
        let header = try Header(
            bytes, at: place, line: line, delimiter: delimiter, isLast: pieces.isLast, limits)
        return (header, delimiter)
    }

    /// The names in the header; where it is data, the numbers of its cells.
    private mutating func names(_ header: Header) throws(DataError) -> [String] {
        if header.isData { return (1...header.cells.count).map { String($0) } }
        place = header.end
        line += header.lines
        return UniqueNames.names(
            header.cells.enumerated().map { $1.isEmpty ? String($0 + 1) : $1 })
    }

    /// How numbers are written in the rows that are at hand before they are read.
    var habit: NumberHabit {
        NumberHabit(
            pieces.bytes.span.extracting(first: usable), from: place, delimiter: delimiter)
    }

    /// Reads the rows to the end.
    mutating func read(into columns: inout ColumnSet) throws(DataError) {
        var values = [Double](repeating: 0, count: columns.blockSize)
        var decimals = [UInt8](repeating: 0, count: columns.blockSize)
        var rows = RowLoop(
            delimiter: delimiter, width: names.count, line: line, place: place, limits: limits)
        var isFirst = true
        while true {
            try Self.read(
                pieces.bytes.span.extracting(first: usable), isLast: pieces.isLast, &rows,
                &columns, &values, &decimals)
            if pieces.isLast { return }
            if isFirst { columns.reserve(afterBytes: rows.place) }
            isFirst = false
            try advance(to: rows.place, cellsEndWith: [delimiter])
            rows.carryOver()
        }
    }

    private static func read(
        _ bytes: Span<UInt8>, isLast: Bool, _ rows: inout RowLoop, _ columns: inout ColumnSet,
        _ values: inout [Double], _ decimals: inout [UInt8]
    ) throws(DataError) {
        var count = columns.blockRows
        while count == columns.blockRows {
            var values = values.mutableSpan
            var decimals = decimals.mutableSpan
            count = try rows.fillBlock(
                bytes, isLast: isLast, columns: &columns, into: &values, &decimals)
            try columns.finishBlock(rows: count, of: values.span, decimals.span)
        }
    }
}
