import Foundation
import Testing

/// A request that reads what it can of the system: the environment alone, files, or a body.
struct SystemCallRequest: CustomTestStringConvertible, Sendable {
    let name: String
    let environment: [String: String]
    var body = ""

    var testDescription: String { name }

    static let all = [
        SystemCallRequest(name: "a chart", environment: Plot.environment("line=3,1,4&title=A")),
        SystemCallRequest(
            name: "a saved chart with data",
            environment: Plot.environment("data=days.csv", ["PATH_INFO": "/week"])),
        SystemCallRequest(
            name: "posted data",
            environment: Plot.environment(
                "x=day&line=high", method: "POST",
                ["CONTENT_TYPE": "text/csv", "CONTENT_LENGTH": String(Shelf.days.utf8.count)]),
            body: Shelf.days),
    ]
}

/// Runs of the program in which the kernel fails.
struct SystemCallTrials {
    /// One call of a run, as strace counts it.
    struct Call {
        let name: String
        /// The how manieth of its name it is.
        let number: Int
        let line: String
        /// Whether the program has begun; before that it is the C library and Swift that call.
        let isOurs: Bool
    }

    struct Outcome {
        let status: Int
        let output: Data
        let diagnostics: String
    }

    let request: SystemCallRequest
    /// What strace injects into every run.
    let always: [String]
    private let folder: TemporaryFolder
    private let shelf: Shelf

    init(_ request: SystemCallRequest, always: [String] = []) throws {
        self.request = request
        self.always = always
        folder = try TemporaryFolder()
        shelf = try Shelf(["days.csv": Shelf.days, "week.plot": "x=day&line=high"])
        try Data(request.body.utf8).write(to: folder.url.appending(path: "in"))
        // A file that was written this moment is looked at more often: each run is to make the same calls.
        usleep(100_000)
    }

    /// The calls of a run in which nothing else fails, from the first to the last before the end.
    func calls() throws -> [Call] {
        _ = try outcomes(of: [[]], log: "log")
        let log = try String(contentsOf: folder.url.appending(path: "log"), encoding: .utf8)
        var counts: [String: Int] = [:]
        var isOurs = false
        return log.split(separator: "\n").compactMap { line in
            guard let end = line.firstIndex(of: "("), !line.hasPrefix("+") else { return nil }
            let name = String(line[..<end])
            counts[name, default: 0] += 1
            isOurs = isOurs || line.hasPrefix("rt_sigaction(SIGPIPE")
            guard name != "execve", name != "exit_group" else { return nil }
            return Call(
                name: name, number: counts[name, default: 0], line: String(line), isOurs: isOurs)
        }
    }

    /// What comes of one run for each list of injections. One shell runs them all.
    func outcomes(of injections: [[String]], log: String = "/dev/null") throws -> [Outcome] {
        let program = try Repository.program().path
        let runs = injections.enumerated().map { index, injection in
            let options = (always + injection).map { " -e inject=" + $0 }.joined()
            return "timeout 20 strace -qq -o \(log)\(options) \(program) "
                + "< in > \(index).out 2> \(index).err; echo $? > \(index).status"
        }
        return try outcomes(ofLines: runs)
    }

    /// The same for runs of `$0` as a shell is told to start it.
    func outcomes(ofLines lines: [String]) throws -> [Outcome] {
        let script = folder.url.appending(path: "script")
        let text = "cd \(folder.url.path)\n" + lines.joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: script)
        let settings = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "PLOT_DATA": shelf.url.path, "PLOT_CHARTS": shelf.url.path,
        ]
        _ = try Command(
            URL(filePath: "/bin/sh"), [script.path],
            environment: request.environment.merging(settings) { $1 })
        return try lines.indices.map { index in
            func part(_ ending: String) throws -> Data {
                try Data(contentsOf: folder.url.appending(path: "\(index).\(ending)"))
            }
            let status = String(decoding: try part("status"), as: UTF8.self)
            return Outcome(
                status: Int(status.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1,
                output: try part("out"),
                diagnostics: String(decoding: try part("err"), as: UTF8.self))
        }
    }
}
