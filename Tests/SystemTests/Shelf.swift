import Foundation
import Testing

/// A folder of an operator's, for data sets or for saved charts, with a secret beside it.
final class Shelf {
    /// Some rows, with a gap.
    static let days = """
        day,low,high
        2026-01-01,1.5,4
        2026-01-02,,5
        2026-01-04,-3,6

        """

    let url: URL
    private let folder: TemporaryFolder

    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        url = folder.url.appending(path: "shelf")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try write("secret\n7531\n", to: "../secret.csv")
        try write("line=7531", to: "../secret.plot")
        for (name, text) in files { try write(text, to: name) }
    }

    /// The settings under which the program finds its data sets here.
    var data: [String: String] { ["PLOT_DATA": url.path, "HTTP_ACCEPT": "application/json"] }

    /// The settings under which the program finds its saved charts here.
    var charts: [String: String] { ["PLOT_CHARTS": url.path, "HTTP_ACCEPT": "application/json"] }

    func write(_ text: String, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url.appending(path: name).path, withDestinationPath: target)
    }

    func makePipe(_ name: String) throws {
        _ = try Command.run("mkfifo", url.appending(path: name).path)
    }

    /// Packs a file by gzip; the result bears the same name with `.gz` behind it.
    func pack(_ name: String) throws {
        _ = try Command.run("gzip", "--keep", url.appending(path: name).path)
    }

    /// Closes a file to everyone but root.
    func close(_ name: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0], ofItemAtPath: url.appending(path: name).path)
    }

    /// Whether an answer tells where this folder is, or what lies beside it.
    func isBetrayed(by answer: Response) -> Bool {
        let words = answer.text + answer.headers.values.joined(separator: "\n")
        return words.contains(folder.url.lastPathComponent) || words.contains("7531")
    }
}

extension Plot {
    /// A GET request to a program that runs as somebody to whom closed files are closed.
    static func getAsNobody(
        _ query: String, _ changes: [String: String] = [:]
    ) throws -> Response {
        guard getuid() == 0 else { return try get(query, changes) }
        let folder = try TemporaryFolder()
        let program = folder.url.appending(path: "plot")
        // Not by this process: another one that it starts meanwhile would hold the copy open for
        // writing, and it could not be run.
        _ = try Command.run("cp", Repository.program().path, program.path)
        let command = try Command(
            URL(filePath: "/usr/bin/setpriv"),
            ["--reuid", "65534", "--regid", "65534", "--clear-groups", program.path],
            environment: environment(query, changes))
        #expect(command.status == 0 && !command.diedOfSignal)
        return try Response(ofProgram: command.output)
    }
}
