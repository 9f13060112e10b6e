package import Notation

/// A table as JSON (RFC 8259): a list of records, one a row, each with a member a column, in their order.
/// What is missing is null. Times are texts as ISO 8601 has them.
package enum JSONWriter {
    package static func bytes(of table: Table, in zone: Zone = .utc) -> [UInt8] {
        let names = table.columns.enumerated().map { index, column in
            Array((index == 0 ? "{" : ",").utf8) + string(column.name) + [UInt8(ascii: ":")]
        }
        // A span lends its elements, where an array would hand out a copy for every value.
        let all = table.columns.map { JSONColumn($0.values, zone) }
        let columns = all.span
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        bytes.reserveCapacity(64 + table.rowCount * names.reduce(0) { $0 + $1.count + 8 })
        for row in 0..<table.rowCount {
            bytes += row == 0 ? [10] : [UInt8(ascii: ","), 10]
            for index in columns.indices {
                bytes.append(contentsOf: names[index])
                columns[index].write(row, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes += [10, UInt8(ascii: "]"), 10]
        return bytes
    }

    /// A text in quotes.
    static func string(_ text: String) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = [34]
        for byte in text.utf8 {
            switch byte {
            case 34, UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 10: bytes += "\\n".utf8
            case 13: bytes += "\\r".utf8
            case 9: bytes += "\\t".utf8
            case 0..<32, 127:
                bytes += "\\u00".utf8
                bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(34)
        return bytes
    }
}

/// A column, ready to be written row by row.
private enum JSONColumn {
    case numbers([Double])
    case times([Double], TimeWriter)
    case words([Int32], strings: [[UInt8]])

    init(_ values: Table.Values, _ zone: Zone) {
        switch values {
        case .numbers(let numbers): self = .numbers(numbers)
        case .times(let times): self = .times(times, TimeWriter(times, in: zone))
        case .words(let codes, let texts):
            self = .words(codes, strings: texts.map { JSONWriter.string($0) })
        }
    }

    func write(_ row: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        switch self {
        case .numbers(let numbers): bytes.append(decimal: numbers[row])
        case .times(let times, let writer):
            bytes.append(34)
            writer.write(times[row], to: &bytes)
            // Nothing between the quotes: there is no such time.
            if bytes.count == start + 1 { bytes.removeLast() } else { bytes.append(34) }
        case .words(let codes, let strings):
            if codes[row] >= 0 { bytes.append(contentsOf: strings[Int(codes[row])]) }
        }
        if bytes.count == start { bytes.append(contentsOf: "null".utf8) }
    }
}
