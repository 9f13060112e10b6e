import Foundation

/// A real web server on a free loopback port, with the repository's own configuration. It is
/// started when it is made and ended when nobody holds it any more.
final class WebServer {
    enum Kind: String, CaseIterable {
        case lighttpd
        case apacheWithCGID = "apache"
        case apacheWithCGI = "apache-cgi"
        case apacheWithCache = "apache-cache"

        /// Those that start the program for each request.
        static let allCases: [Kind] = [.lighttpd, .apacheWithCGID, .apacheWithCGI]
    }

    let port: Int
    /// The folders of the program and of the pages that the server shows.
    let programs: URL
    let pages: URL
    private let folder: TemporaryFolder
    private let process = Process()

    init(_ kind: Kind) throws {
        folder = try TemporaryFolder()
        programs = folder.url.appending(path: "cgi-bin")
        pages = folder.url.appending(path: "pages")
        port = try freePort()
        for url in [programs, pages] {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        try FileManager.default.copyItem(
            at: Repository.program(), to: programs.appending(path: "plot"))

        process.executableURL = Repository.root.appending(path: "scripts/serve")
        process.arguments = [
            kind.rawValue, String(port), programs.path, pages.path, folder.url.path,
        ]
        try process.runUnblocked()
        try waitUntilItListens()
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

    /// Asks for the chart of `query` by way of curl, with further options of curl's.
    func ask(_ query: String, below path: String = "", _ options: String...) throws -> Response {
        try fetch("cgi-bin/plot\(path)?\(query)", options)
    }

    func fetch(_ path: String, _ options: [String] = []) throws -> Response {
        let fixed = ["--silent", "--show-error", "--include", "--max-time", "30", "--globoff"]
        let accept = ["--header", "Accept: \(Plot.image)", "--header", "Expect:"]
        return try Response(
            ofServer: Command.run("curl", fixed + accept + options + [url(path)]))
    }

    private func waitUntilItListens() throws {
        let deadline = Date.now + 15
        while !isListening(on: port) {
            guard process.isRunning, Date.now < deadline else {
                let log = try? String(
                    contentsOf: folder.url.appending(path: "error.log"), encoding: .utf8)
                throw Failure(description: "The server did not start: \(log ?? "")")
            }
            usleep(20_000)
        }
    }
}
