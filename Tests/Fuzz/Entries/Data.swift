import Notation

@testable import Tables

extension Entry {
    /// A data set, whatever its form: delimited text or JSON, packed or not.
    static let table = Entry(
        name: "table",
        fault: { bytes in
            var promises = Promises()
            let room = 1 << 16
            let whole = read(bytes, by: room, room: room)
            promises.hold(
                isSame(whole, read(bytes, by: 1, room: room)), "it is another one, byte by byte")
            // What a text is, is told by as much of it as there is room for.
            promises.hold(
                isSame(read(bytes, by: 64, room: 64), read(bytes, by: 7, room: 64)),
                "it is another one in pieces of 7")
            guard case .success(let table) = whole else { return promises.fault }
            let rows = table.rowCount
            promises.hold(
                table.columns.allSatisfy { Table([$0]).rowCount == rows },
                "columns differ in length")
            promises.hold(
                rows <= limits.rows && table.columns.count <= limits.columns, "limits do not hold")
            let records = try? JSON(JSONWriter.bytes(of: table).span)
            promises.hold(
                count(records) == rows, "written as JSON it has \(count(records) ?? -1) rows")
            // What it is written as may be taken for something else, but it is read.
            _ = read(CSVWriter.bytes(of: table), by: room, room: room)
            return promises.fault
        },
        seeds: [
            "date,t\n2026-01-01,1\n2026-01-02,2\n", "a;b\n1,5;\"x\"\"y\"\n", "a\tb\r\n1\t2\r\n",
            "1,2\n3,4\n", "x\n$1,234.50\n(12)\n5%\n", "[{\"a\":1},{\"a\":null,\"b\":\"x\"}]",
            "{\"a\":[1,2],\"b\":[\"x\",\"y\"]}", "[[1,2],[3,4]]", "{\"a\":1}\n{\"a\":2}\n",
            "{\"meta\":{},\"data\":{\"rows\":[{\"a\":1}]}}", "a,a,\n1,2,3\n", "n\n1 234\n1.234,5\n",
            "\u{FEFF}a\n\n1\n", "a\n\"1\n2\"\n",
        ],
        words: [
            "\"\"", "\r\n", "\",\"", "2026-01-01", "1/31/2026", "null", "NaN", "{\"", "\":", "[[",
            "}\n{", "1,234.5", "1.234,5", "€",
        ])

    /// JSON, as a tree and token by token.
    static let json = Entry(
        name: "json",
        fault: { bytes in
            var promises = Promises()
            let tree: JSON
            do throws(JSONError) {
                tree = try JSON(bytes.span)
            } catch {
                promises.hold(error.line >= 1 && error.column >= 1, "an error without a place")
                return promises.fault
            }
            promises.hold(tree.depth <= JSONTokens.deepest + 1, "it is too deep")
            let written = Array(text(of: tree).utf8)
            promises.hold(
                (try? JSON(written.span)).map(text) == text(of: tree),
                "written again it is another one")
            var tokens = JSONTokens(at: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
            do throws(JSONError) {
                try tokens.skipValue(in: bytes.span)
                promises.hold(try tokens.next(in: bytes.span) == .end, "it does not end")
            } catch {
                promises.hold(false, "its tokens are refused")
            }
            return promises.fault
        },
        seeds: [
            "null", "[1,2,3]", "[1,null]", "{\"a\":[true,false,\"x\"]}", "\"\\ud83d\\ude00\\n\"",
            " [ ] ", "-0.5e+10", "[[[[]]]]", "{\"a\":{\"a\":{}},\"a\":1}", "\"\\ud83d\"",
            "{\"\":\"\"}", "[1e999]",
        ],
        words: [
            "null", "true", "false", "\\u0000", "\\ud83d", "\\ude00", "1e308", "[{", "}]", "\":",
        ])
}

private let limits: TableLimits = {
    var limits = TableLimits()
    (limits.rows, limits.bytes, limits.columns, limits.cell) = (2000, 1 << 20, 100, 1000)
    return limits
}()

/// What the bytes hold, handed over in pieces of `piece` bytes at most, and `room` for as many.
private func read(_ bytes: [UInt8], by piece: Int, room: Int) -> Result<Table, DataError> {
    var place = 0
    let source = ByteSource { buffer in
        let count = min(piece, buffer.count, bytes.count - place)
        for index in 0..<count { buffer[index] = bytes[place + index] }
        place += count
        return count
    }
    do throws(DataError) {
        var reader = try TableReader(
            Pieces(source, limits: limits, size: room), limits: limits)
        return .success(
            try reader.read(
                reader.names.indices.map { TableReader.Wanted(column: $0, kind: .automatic) }))
    } catch {
        return .failure(error)
    }
}

/// Whether they are equal, gaps among numbers too, which are not equal to themselves.
private func isSame(
    _ one: Result<Table, DataError>, _ other: Result<Table, DataError>
) -> Bool {
    switch (one, other) {
    case (.failure(let error), .failure(let second)): error == second
    case (.success(let one), .success(let other)):
        one.columns.map(\.name) == other.columns.map(\.name)
            && zip(one.columns, other.columns).allSatisfy { isSame($0.values, $1.values) }
    default: false
    }
}

private func isSame(_ one: Table.Values, _ other: Table.Values) -> Bool {
    switch (one, other) {
    case (.numbers(let one), .numbers(let other)), (.times(let one), .times(let other)):
        one.map(\.bitPattern) == other.map(\.bitPattern)
    default: one == other
    }
}

private func count(_ records: JSON?) -> Int? {
    switch records {
    case .array(let items)?: items.count
    case .numbers(let numbers)?: numbers.count
    default: nil
    }
}

extension JSON {
    fileprivate var depth: Int {
        switch self {
        case .array(let items): 1 + (items.map(\.depth).max() ?? 0)
        case .object(let object): 1 + (object.values.map(\.depth).max() ?? 0)
        case .numbers: 1
        case .null, .bool, .number, .string: 0
        }
    }
}

private func text(of json: JSON) -> String {
    switch json {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.decimalText
    case .string(let text): string(text)
    case .array(let items): "[" + items.map(text).joined(separator: ",") + "]"
    case .numbers(let numbers):
        "[" + numbers.map { $0.isNaN ? "null" : $0.decimalText }.joined(separator: ",") + "]"
    case .object(let object):
        "{"
            + zip(object.names, object.values).map { string($0) + ":" + text(of: $1) }
            .joined(separator: ",") + "}"
    }
}

private func string(_ text: String) -> String {
    String(decoding: JSONWriter.string(text), as: UTF8.self)
}
