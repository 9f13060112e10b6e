import Foundation

/// A program, run to its end.
struct Command {
    var output = Data()
    var diagnostics = ""
    var status: Int32 = 0
    var diedOfSignal = false

    /// Runs `program` with exactly this environment and, as its standard input, the bytes of
    /// `input`.
    init(
        _ program: URL, _ arguments: [String] = [], environment: [String: String]? = nil,
        input: Data = Data(), output: Pipe = Pipe()
    ) throws {
        let folder = try TemporaryFolder()
        let (body, messages) = (folder.url.appending(path: "in"), folder.url.appending(path: "err"))
        try input.write(to: body)
        try Data().write(to: messages)

        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment ?? ProcessInfo.processInfo.environment
        process.standardInput = try FileHandle(forReadingFrom: body)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.runUnblocked()
        self.output = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        diagnostics = String(decoding: try Data(contentsOf: messages), as: UTF8.self)
        status = process.terminationStatus
        diedOfSignal = process.terminationReason == .uncaughtSignal
    }

    /// Runs a program that is found as the shell finds it, or fails.
    static func run(_ name: String, _ arguments: String...) throws -> Data {
        try run(name, arguments)
    }

    static func run(_ name: String, _ arguments: [String]) throws -> Data {
        let command = try Command(URL(filePath: "/usr/bin/env"), [name] + arguments)
        guard command.status == 0 else {
            throw Failure(
                description: "\(name) ended with \(command.status): \(command.diagnostics)")
        }
        return command.output
    }
}
