/// The records that FastCGI's streams are cut into, as they are written.
/// https://fastcgi-archives.github.io/FastCGI_Specification.html
enum Record {
    static let version: UInt8 = 1
    static let headerSize = 8
    /// The most that one record of a stream carries here: the largest multiple of 8 below 64 KiB.
    static let longest = 65_528

    enum Kind: UInt8 {
        case beginRequest = 1
        case abortRequest = 2
        case endRequest = 3
        case parameters = 4
        case input = 5
        case output = 6
        case diagnostics = 7
        case data = 8
        case getValues = 9
        case getValuesResult = 10
        case unknownType = 11
    }

    /// How a request ended, for the protocol.
    enum End: UInt8 {
        case complete = 0
        case cannotMultiplex = 1
        case unknownRole = 3
    }

    /// Appends a record of at most 65,535 bytes to `bytes`, filled up to a multiple of 8.
    static func add(
        _ kind: Kind, _ id: UInt16, _ content: ArraySlice<UInt8>, to bytes: inout [UInt8]
    ) {
        let padding = -content.count & 7
        bytes += [
            version, kind.rawValue, UInt8(id >> 8), UInt8(id & 255), UInt8(content.count >> 8),
            UInt8(content.count & 255), UInt8(padding), 0,
        ]
        bytes += content
        for _ in 0..<padding { bytes.append(0) }
    }

    static func end(_ id: UInt16, _ end: End) -> [UInt8] {
        var bytes: [UInt8] = []
        add(.endRequest, id, [0, 0, 0, 0, end.rawValue, 0, 0, 0], to: &bytes)
        return bytes
    }

    /// The whole answer to a request: what is said to the server's log, the answer, and the end.
    static func answer(_ id: UInt16, _ answer: [UInt8], log line: [UInt8] = []) -> [UInt8] {
        var bytes: [UInt8] = []
        let records = (answer.count + line.count) / longest + 5
        bytes.reserveCapacity(answer.count + line.count + 16 * records)
        if !line.isEmpty { add(stream: .diagnostics, id, line, to: &bytes) }
        add(stream: .output, id, answer, to: &bytes)
        bytes += end(id, .complete)
        return bytes
    }

    /// An empty record is the end of a stream.
    private static func add(
        stream kind: Kind, _ id: UInt16, _ content: [UInt8], to bytes: inout [UInt8]
    ) {
        var rest = content[...]
        while !rest.isEmpty {
            add(kind, id, rest.prefix(longest), to: &bytes)
            rest = rest.dropFirst(longest)
        }
        add(kind, id, [], to: &bytes)
    }
}
