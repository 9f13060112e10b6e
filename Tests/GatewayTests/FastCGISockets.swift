import Foundation
import Testing

@testable import Gateway

/// Sets a variable of this process, or takes it away.
func set(_ name: String, _ value: String?) throws {
    let result = unsafe value.map { unsafe setenv(name, $0, 1) } ?? unsetenv(name)
    try #require(result == 0)
}

/// Two ends of one connection: a server's, and one of which nothing waits.
struct SocketPair {
    let server: Descriptor
    let program: Descriptor

    init() throws {
        var ends: [Int32] = [0, 0]
        let result = unsafe ends.withUnsafeMutableBufferPointer {
            unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, $0.baseAddress)
        }
        try #require(result == 0)
        #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
        (server, program) = (Descriptor(number: ends[0]), Descriptor(number: ends[1]))
    }

    func hangUp() { close(server.number) }

    /// What has come to the server by now, at most `count` bytes.
    func heard(atMost count: Int = 1 << 20) -> [UInt8] {
        server.waitUntilReadable(0) ? Array(server.read(atMost: count)) : []
    }

    /// Whether the program has closed its end.
    var isEnded: Bool { server.waitUntilReadable(0) && server.read(atMost: 1).isEmpty }
}
