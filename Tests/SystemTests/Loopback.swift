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

/// A socket that listens on a free port of the loopback interface, and the port.
func listeningSocket() throws -> (socket: Int32, port: Int) {
    try withLoopbackSocket(port: 0) { found, address in
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        guard unsafe withSocketAddress(&address, { unsafe bind(found, $0, length) }) == 0,
            unsafe withSocketAddress(&address, { unsafe getsockname(found, $0, &length) }) == 0,
            listen(found, 128) == 0
        else { throw Failure(description: "There is no port") }
        return (fcntl(found, F_DUPFD_CLOEXEC, 3), Int(UInt16(bigEndian: address.sin_port)))
    }
}

/// A Unix socket that listens at `path`, and that everybody may connect to.
func listeningSocket(path: String) throws -> Int32 {
    let descriptor = try unsafe unixSocket(path: path) { unsafe bind($0, $1, $2) }
    guard unsafe chmod(path, 0o666) == 0, listen(descriptor, 128) == 0 else {
        throw Failure(description: "Nobody can connect to \(path)")
    }
    return descriptor
}

/// A connection to `address`, a path or a host and port of the loopback interface.
func connectedSocket(to address: String) throws -> Int32 {
    guard let colon = address.lastIndex(of: ":"), !address.hasPrefix("/") else {
        return try unsafe unixSocket(path: address) { unsafe connect($0, $1, $2) }
    }
    let port = Int(address[colon...].dropFirst()) ?? 0
    return try withLoopbackSocket(port: port) { found, address in
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        guard unsafe withSocketAddress(&address, { unsafe connect(found, $0, length) }) == 0 else {
            throw Failure(description: "Nobody listens on \(port)")
        }
        return fcntl(found, F_DUPFD_CLOEXEC, 3)
    }
}

private func unixSocket(
    path: String, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
) throws -> Int32 {
    let flags = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_UNIX, flags, 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = path.utf8.map { CChar(bitPattern: $0) }
    guard bytes.count < 108 else { throw Failure(description: "\(path) is too long") }
    unsafe withUnsafeMutableBytes(of: &address.sun_path) {
        for (place, byte) in bytes.enumerated() { unsafe $0[place] = UInt8(bitPattern: byte) }
    }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = unsafe withUnsafePointer(to: &address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            unsafe use(descriptor, $0, length)
        }
    }
    guard result == 0 else {
        close(descriptor)
        throw Failure(description: "\(path): \(errno)")
    }
    return descriptor
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
