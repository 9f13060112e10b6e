package import Notation

/// A table as CSV (RFC 4180): names in the first line, a line a row, each ended by CR and LF, in UTF-8.
///
/// There is no byte order mark: the RFC knows none, and whoever looks for the first column by its name
/// would not find it. What is missing is an empty field. Times are written as ISO 8601 has them.
package enum CSVWriter {
    package static func bytes(of table: Table, in zone: Zone = .utc) -> [UInt8] {
        var bytes: [UInt8] = []
        guard !table.columns.isEmpty else { return bytes }
        bytes.reserveCapacity(64 + table.rowCount * table.columns.count * 8)
        for (index, column) in table.columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += field(column.name)
        }
        bytes += [13, 10]
        // A span lends its elements, where an array would hand out a copy for every value.
        let all = table.columns.map { CSVColumn($0.values, zone) }
        let columns = all.span
        for row in 0..<table.rowCount {
            let start = bytes.count
            for index in columns.indices {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                columns[index].write(row, to: &bytes)
            }
            // Of one column, a missing value would be an empty line, which readers pass over.
            if bytes.count == start { bytes += [34, 34] }
            bytes += [13, 10]
        }
        return bytes
    }

    /// A text as a field: in quotes where it has to be, and never a formula.
    ///
    /// Spreadsheets compute what begins with one of a few characters, whoever wrote it, so an apostrophe
    /// comes before these; a text that is a number is one.
    static func field(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        if isFormula(bytes), Double(decimal: text) == nil { bytes.insert(UInt8(ascii: "'"), at: 0) }
        guard needsQuotes(bytes) else { return bytes }
        var field: [UInt8] = [34]
        for byte in bytes {
            if byte == 34 { field.append(34) }
            field.append(byte)
        }
        field.append(34)
        return field
    }

    /// Whether the first character that is no space makes a spreadsheet compute: `=`, `+`, `-`, `@`, their
    /// full-width forms, or a tab or line break before whatever follows it.
    private static func isFormula(_ bytes: [UInt8]) -> Bool {
        let rest = bytes.drop { $0 == 32 }
        guard let first = rest.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13:
            return true
        // U+FF1D, U+FF0B, U+FF0D and U+FF20 in UTF-8.
        case 0xEF:
            return [
                [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0],
            ]
            .contains(Array(rest.prefix(3)))
        default: return false
        }
    }

    /// Semicolons and tabs are no separators here, but where decimals have a comma spreadsheets take them
    /// for such. Spaces at the ends may be trimmed without quotes, and a bracket at the start of a file looks
    /// like JSON.
    private static func needsQuotes(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        if first == 32 || bytes.last == 32 { return true }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return true }
        return bytes.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 34 || byte < 32
        }
    }
}

/// A column, ready to be written row by row.
private enum CSVColumn {
    case numbers([Double])
    case times([Double], TimeWriter)
    case words([Int32], fields: [[UInt8]])

    init(_ values: Table.Values, _ zone: Zone) {
        switch values {
        case .numbers(let numbers): self = .numbers(numbers)
        case .times(let times): self = .times(times, TimeWriter(times, in: zone))
        case .words(let codes, let texts):
            self = .words(codes, fields: texts.map { CSVWriter.field($0) })
        }
    }

    func write(_ row: Int, to bytes: inout [UInt8]) {
        switch self {
        case .numbers(let numbers): bytes.append(decimal: numbers[row])
        case .times(let times, let writer): writer.write(times[row], to: &bytes)
        case .words(let codes, let fields):
            if codes[row] >= 0 { bytes.append(contentsOf: fields[Int(codes[row])]) }
        }
    }
}
