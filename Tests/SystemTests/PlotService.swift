import Foundation

/// The program as a service behind a socket of its own. It is ended when nobody holds it any more.
final class PlotService {
    /// The path of a Unix socket, or a host and a port.
    let address: String
    private let program: URL
    private let folder: TemporaryFolder
    private var socket: Int32
    let process = Process()

    enum Transport {
        case unix, tcp
    }

    /// `settings` are the only variables of its environment, `program` is another than the one that is
    /// shipped.
    init(
        _ transport: Transport = .unix, _ settings: [String: String] = [:],
        program: String? = nil, through script: String = "exec \"$0\""
    ) throws {
        self.program = try program.map { try Repository.program(named: $0) } ?? Repository.program()
        folder = try TemporaryFolder()
        switch transport {
        case .unix:
            address = folder.url.appending(path: "sock").path
            socket = try listeningSocket(path: address)
        case .tcp:
            let port: Int
            (socket, port) = try listeningSocket()
            address = "127.0.0.1:\(port)"
        }
        try start(settings, script)
    }

    /// Another one at the same socket.
    init(besides other: PlotService, _ settings: [String: String] = [:]) throws {
        program = other.program
        folder = other.folder
        address = other.address
        socket = dup(other.socket)
        try start(settings, "exec \"$0\"")
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        close(socket)
    }

    private func start(_ settings: [String: String], _ script: String) throws {
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script, program.path]
        process.environment = settings
        process.standardInput = FileHandle(fileDescriptor: socket, closeOnDealloc: false)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.runUnblocked()
    }

    /// The processes that the service has started, in no order.
    var workers: [Int32] {
        let id = process.processIdentifier
        let list = try? String(contentsOfFile: "/proc/\(id)/task/\(id)/children", encoding: .utf8)
        return (list ?? "").split(separator: " ").compactMap { Int32($0) }
    }

    /// Leaves the socket to the service alone: when that is gone, nobody listens there any more.
    func letGo() {
        close(socket)
        socket = -1
    }
}

/// Waits until something is so, at most ten seconds; whether it has come to be so.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    let deadline = Date.now + 10
    while Date.now < deadline {
        if try condition() { return true }
        usleep(10_000)
    }
    return false
}
