import Foundation

/// A port of the loopback interface that nobody listens on. The kernel does not give the same one
/// to the next who asks, so tests can run side by side.
func freePort() throws -> Int {
    try withLoopbackSocket(port: 0) { socket, address in
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withSocketAddress(&address) { unsafe bind(socket, $0, length) } == 0
        let isNamed =
            unsafe withSocketAddress(&address) { unsafe getsockname(socket, $0, &length) } == 0
        guard isBound, isNamed else { throw Failure(description: "There is no port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

func isListening(on port: Int) -> Bool {
    withLoopbackSocket(port: port) { socket, address in
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return unsafe withSocketAddress(&address) { unsafe connect(socket, $0, length) } == 0
    }
}

private func withLoopbackSocket<Result>(
    port: Int, _ body: (Int32, inout sockaddr_in) throws -> Result
) rethrows -> Result {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return try body(descriptor, &address)
}

private func withSocketAddress<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
) -> Result {
    unsafe withUnsafeMutablePointer(to: &address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0) }
    }
}
