import Foundation
import Testing

@Suite("Whatever ends a worker of a service, nobody is left without an answer")
struct ServiceEndingTests {
    private let chart = Plot.environment("line=3,1,4")

    private func service(_ settings: [String: String] = [:]) throws -> PlotService {
        let bounds = [
            "PLOT_WORKERS": "1", "PLOT_MAX_TIME": "60", "PLOT_MAX_CPU": "60",
            "PLOT_MAX_MEMORY": "268435456",
        ]
        return try PlotService(
            .unix, bounds.merging(settings) { $1 }, program: "faulty-plot")
    }

    private func fault(_ name: String) -> [String: String] {
        Plot.environment("line=3,1,4&_fault=\(name)@drawn", ["HTTP_ACCEPT": Plot.page])
    }

    private func response(_ outcome: FastCGIClient.Outcome) throws -> Response {
        #expect(outcome.isComplete)
        return try Response(ofProgram: outcome.output)
    }

    @Test(
        "The request gets its error, the server's log a line, and the next request a chart",
        arguments: [
            ("overflow", 500), ("null", 500), ("stack", 500), ("growing", 503), ("endless", 504),
            ("waiting", 504), ("execute", 500), ("socket", 500), ("code", 500), ("signal", 500),
        ])
    func answers(name: String, status: Int) throws {
        let service = try service()
        let bounds = ["endless": ["PLOT_MAX_CPU": "1"], "waiting": ["PLOT_MAX_TIME": "1"]]
        let outcome = try FastCGIClient(service).ask(
            fault(name).merging(bounds[name] ?? [:]) { $1 })
        let answer = try response(outcome)
        #expect(answer.status == status && answer.text.hasSuffix("</html>\n"))
        #expect(outcome.log.hasPrefix("plot: stopped ") && outcome.log.hasSuffix("\n"))
        #expect(try response(FastCGIClient(service).ask(chart)).status == 200)
    }

    @Test("HEAD and pictures are answered as by CGI")
    func suits() throws {
        let service = try service()
        for changes in [["REQUEST_METHOD": "HEAD"], ["HTTP_SEC_FETCH_DEST": "image"]] {
            let asked = fault("overflow").merging(changes) { $1 }
            let alone = try Command(
                Repository.program(named: "faulty-plot"), environment: asked)
            #expect(try FastCGIClient(service).ask(asked).output == alone.output)
        }
    }

    @Test("A connection that is kept goes on with another worker")
    func keepsConnections() throws {
        let service = try service()
        let kept = try (0..<3).map { _ in try FastCGIClient(service) }
        for client in kept { #expect(try response(client.ask(chart)).status == 200) }
        #expect(try response(FastCGIClient(service).ask(fault("overflow"))).status == 500)
        for client in kept { #expect(try response(client.ask(chart)).status == 200) }
    }

    @Test("Who has begun to ask is told to ask again")
    func answersOthers() throws {
        let service = try service()
        let half = try FastCGIClient(service)
        let posting = Plot.environment(
            "", method: "POST", ["CONTENT_LENGTH": "9", "CONTENT_TYPE": Plot.form])
        half.send(FastCGIClient.begin(posting))
        // The worker has read it when it has answered somebody who asked later.
        #expect(try response(FastCGIClient(service).ask(chart)).status == 200)
        #expect(try response(FastCGIClient(service).ask(fault("overflow"))).status == 500)
        let answer = try response(half.outcome())
        #expect(answer.status == 503 && answer.headers["retry-after"] != nil)
    }

    @Test("A worker changes no file, and reads none outside of the operator's folders")
    func keepsToFolders() throws {
        let folder = try TemporaryFolder()
        try Data("a,b\n1,2\n3,5\n".utf8).write(to: folder.url.appending(path: "own.csv"))
        let service = try service(["PLOT_DATA": folder.url.path])
        let client = try FastCGIClient(service)
        let own = try client.ask(Plot.environment("data=own.csv&line=b"))
        #expect(try response(own).status == 200)
        for name in ["create", "remove"] {
            _ = try FastCGIClient(service).ask(fault(name))
            #expect(!FileManager.default.fileExists(atPath: "/tmp/plot-was-here"))
        }
        // The folder that the server names is not one of the service's own.
        let elsewhere = try TemporaryFolder()
        try Data("a,b\n1,2\n".utf8).write(to: elsewhere.url.appending(path: "own.csv"))
        let other = Plot.environment("data=own.csv&line=b", ["PLOT_DATA": elsewhere.url.path])
        #expect(try response(FastCGIClient(service).ask(other)).status == 500)
    }

    @Test("A process that listens alone still serves who has connected when it is told to end")
    func lingers() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "0"])
        let picture = Plot.environment("line=3,1,4")
        #expect(try response(FastCGIClient(service).ask(picture)).status == 200)
        let process = service.process.processIdentifier
        kill(process, SIGSTOP)
        let clients = try (0..<5).map { _ in try FastCGIClient(service) }
        for client in clients { client.send(FastCGIClient.request(picture)) }
        kill(process, SIGTERM)
        kill(process, SIGCONT)
        for client in clients { #expect(try response(client.outcome()).status == 200) }
        service.process.waitUntilExit()
        #expect(service.process.terminationStatus == 0)
    }
}
