import Foundation
import Testing

/// A server's side of one connection, byte by byte.
final class FastCGIClient {
    private let socket: Int32
    private let service: PlotService?

    /// What came of one request.
    struct Outcome {
        var output = Data()
        var log = ""
        /// The content of the record that ends it; empty where the connection ended without.
        var end: [UInt8] = []

        var isComplete: Bool { end == [0, 0, 0, 0, 0, 0, 0, 0] }
    }

    convenience init(_ service: PlotService) throws {
        try self.init(service.address, of: service)
    }

    /// Keeps the service running for as long as it lives itself.
    init(_ address: String, of service: PlotService? = nil) throws {
        self.service = service
        socket = try connectedSocket(to: address)
        var patience = timeval(tv_sec: 15, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        let result = unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        try #require(result == 0)
    }

    deinit { close(socket) }

    /// False where the other side is gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Asks with these variables, and waits for the answer.
    func ask(
        _ variables: [String: String], body: Data = Data(), keeps: Bool = true
    ) throws -> Outcome {
        send(Self.request(variables, body: body, keeps: keeps))
        return try outcome()
    }

    /// Reads up to the end of a request, or of the connection.
    func outcome() throws -> Outcome {
        var outcome = Outcome()
        while let header = read(8) {
            #expect(header[0] == 1 && header[2...3] == [0, 1])
            let size = Int(header[4]) << 8 | Int(header[5])
            let content = try #require(read(size + Int(header[6]))).prefix(size)
            switch header[1] {
            case 6: outcome.output.append(contentsOf: content)
            case 7: outcome.log += String(decoding: content, as: UTF8.self)
            case 3:
                outcome.end = Array(content)
                return outcome
            default: Issue.record("a record of kind \(header[1])")
            }
        }
        return outcome
    }

    /// Whether an answer begins to come soon.
    var isAnswered: Bool {
        var byte: UInt8 = 0
        return unsafe recv(socket, &byte, 1, Int32(MSG_PEEK)) == 1
    }

    /// Whether the other side has ended the connection, or does so soon.
    var isEnded: Bool { read(1) == nil }

    /// So many bytes; nil where the connection ends before.
    private func read(_ count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < count {
            let wanted = min(piece.count, count - bytes.count)
            let got = unsafe piece.withUnsafeMutableBytes {
                unsafe recv(socket, $0.baseAddress, wanted, 0)
            }
            guard got > 0 else { return nil }
            bytes += piece[..<got]
        }
        return bytes
    }

    static func request(
        _ variables: [String: String], body: Data = Data(), keeps: Bool = true
    ) -> [UInt8] {
        begin(variables, keeps: keeps) + stream(5, Array(body)) + record(5, [])
    }

    /// All of a request but its body.
    static func begin(_ variables: [String: String], keeps: Bool = true) -> [UInt8] {
        var list: [UInt8] = []
        for (name, value) in variables {
            for length in [name.utf8.count, value.utf8.count] {
                let bytes = (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) }
                list += length < 128 ? [UInt8(length)] : [bytes[0] | 0x80] + bytes[1...]
            }
            list += Array(name.utf8) + Array(value.utf8)
        }
        return record(1, [0, 1, keeps ? 1 : 0, 0, 0, 0, 0, 0]) + stream(4, list) + record(4, [])
    }

    private static func stream(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
        stride(from: 0, to: content.count, by: 65_535).flatMap {
            record(kind, Array(content[$0..<min($0 + 65_535, content.count)]))
        }
    }

    static func record(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
        [1, kind, 0, 1, UInt8(content.count >> 8), UInt8(content.count & 255), 0, 0] + content
    }
}
