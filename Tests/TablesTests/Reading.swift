import Notation

@testable import Tables

/// What a text holds, all columns read as one kind.
func table(
    _ text: String, as kind: TableReader.Kind = .automatic, zone: Zone = .utc,
    limits: TableLimits = TableLimits()
) throws -> Table {
    try table(Array(text.utf8), as: kind, zone: zone, limits: limits)
}

func table(
    _ bytes: [UInt8], as kind: TableReader.Kind = .automatic, zone: Zone = .utc,
    limits: TableLimits = TableLimits()
) throws -> Table {
    var reader = try TableReader(ByteSource(bytes), limits: limits)
    return try reader.read(
        reader.names.indices.map { TableReader.Wanted(column: $0, kind: kind) }, zone: zone)
}

/// The same, with the text handed over in pieces of `piece` bytes, and room for `room` of them.
func table(_ bytes: [UInt8], pieces piece: Int, room: Int) throws -> Table {
    let limits = TableLimits()
    var place = 0
    let source = ByteSource { buffer in
        let count = min(piece, buffer.count, bytes.count - place)
        for index in 0..<count { buffer[index] = bytes[place + index] }
        place += count
        return count
    }
    var reader = try TableReader(
        Pieces(source, limits: limits, size: room), limits: limits)
    return try reader.read(
        reader.names.indices.map { TableReader.Wanted(column: $0, kind: .automatic) })
}

extension Table {
    /// Each column's name, its kind, and its values as text, `_` for what is missing.
    var lines: [String] {
        columns.map { column in
            switch column.values {
            case .numbers(let numbers):
                "\(column.name) numbers: "
                    + numbers.map { $0.isNaN ? "_" : $0.decimalText }.joined(separator: " ")
            case .times(let times):
                "\(column.name) times: "
                    + times.map { time in
                        CivilTime(wall: time).map {
                            "\($0.year)-\($0.month)-\($0.day)"
                                + ($0.hour + $0.minute + $0.second > 0
                                    ? "T\($0.hour):\($0.minute):\($0.second)" : "")
                        } ?? "_"
                    }.joined(separator: " ")
            case .words(let codes, let texts):
                "\(column.name) words: "
                    + codes.map { $0 < 0 ? "_" : "<\(texts[Int($0)])>" }.joined(separator: " ")
            }
        }
    }
}
