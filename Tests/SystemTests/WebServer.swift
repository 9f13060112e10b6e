import Foundation

/// A real web server on a free loopback port, with the repository's own configuration. It is
/// started when it is made and ended when nobody holds it any more.
final class WebServer {
    enum Kind: String, CaseIterable {
        case lighttpd
        case apacheWithCGID = "apache"
        case apacheWithCGI = "apache-cgi"
        case apacheWithCache = "apache-cache"
        case lighttpdWithFastCGI = "lighttpd-fastcgi"
        case apacheWithFCGID = "apache-fcgid"
        case apacheWithProxy = "apache-proxy"
        case nginx

        /// Those that start the program for each request.
        static let allCases: [Kind] = [.lighttpd, .apacheWithCGID, .apacheWithCGI]
        /// Those that ask by FastCGI: the first two start the program themselves.
        static let ofServices: [Kind] = [
            .lighttpdWithFastCGI, .apacheWithFCGID, .apacheWithProxy, .nginx,
        ]
        var needsServices: Bool { self == .apacheWithProxy || self == .nginx }
    }

    let port: Int
    /// The folders of the program and of the pages that the server shows.
    let programs: URL
    let pages: URL
    private let folder: TemporaryFolder
    private let process = Process()
    private let services: [PlotService]

    /// `services` are those that the server asks, where it does not start the program itself.
    init(_ kind: Kind, asking services: [PlotService] = []) throws {
        self.services = services
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
        let backends = services.map { $0.address }.joined(separator: " ")
        process.environment = ProcessInfo.processInfo.environment
            .merging(["PLOT_BACKENDS": backends]) { $1 }
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

    /// Asks for a range of addresses, twenty at a time, as curl writes ranges. Each answer is to be a
    /// success.
    func fetchMany(_ path: String) throws {
        let output = try Command.run(
            "curl", "--silent", "--show-error", "--fail", "--parallel", "--parallel-max", "20",
            "--max-time", "60", "--output", pages.appending(path: "#1.answer").path, url(path))
        guard output.isEmpty else {
            throw Failure(description: String(decoding: output, as: UTF8.self))
        }
    }

    /// What came for one number of that range.
    func fetched(_ number: Int) throws -> Data {
        try Data(contentsOf: pages.appending(path: "\(number).answer"))
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
