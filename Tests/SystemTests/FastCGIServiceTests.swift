import Foundation
import Testing

@Suite("As a service")
struct FastCGIServiceTests {
    private let chart = Plot.environment("line=3,1,4")
    /// More than a megabyte, far beyond what sockets hold.
    private let big = Plot.environment(
        "line=x*sin(x*99)&x=0..3000&size=4000x2000&format=jpg&quality=100")

    /// The status and the whole answer.
    private func response(_ outcome: FastCGIClient.Outcome) throws -> Response {
        #expect(outcome.isComplete)
        return try Response(ofProgram: outcome.output)
    }

    /// One request over a connection of its own.
    private func ask(_ service: PlotService, _ variables: [String: String]) throws -> Response {
        try response(FastCGIClient(service).ask(variables, keeps: false))
    }

    @Test("Each answer is what it is by CGI, whatever was answered before")
    func answersAlike() throws {
        let queries = [
            "line=3,1,4", "bar=1,2&labels=Ä,Ω&title=Größe", "nosuchkey=1&size=300x200", "pie=1,2,3",
            "line=3,1,4&format=svg", "line=3,1,4&format=pdf", "data=weather.csv&x=date&line=tmax",
            "line=3,1,4&format=json", "line=1,2&title=WWW&size=1200x300&dpr=2&format=webp", "",
            "line=3,1,4&theme=dark&title=日本語", "x=-9..9&line=sin(x)&format=txt", "format=nope",
        ]
        let service = try PlotService(.unix, ["PLOT_WORKERS": "1"])
        let client = try FastCGIClient(service)
        let asked =
            queries.map { Plot.environment($0) } + [
                Plot.environment("line=1,2", method: "HEAD"),
                Plot.environment("line=1,2", method: "OPTIONS"),
                Plot.environment("line=1,2", method: "PUT"),
                Plot.environment("", ["HTTP_ACCEPT": Plot.page]),
                Plot.environment("line=3,1,4", ["REMOTE_USER": "somebody"]),
                Plot.environment("line=3,1,4", ["PATH_INFO": "/sales.svg"]),
            ]
        let expected = try asked.map {
            try Command(Repository.program(), environment: $0).output
        }
        for round in 0..<3 {
            for step in asked.indices {
                let index = (step * (2 * round + 5) + round) % asked.count
                let outcome = try client.ask(asked[index])
                #expect(outcome.isComplete && outcome.output == expected[index])
            }
        }
        #expect(service.workers.count == 1)
    }

    @Test("A posted body is read, and one that is too long is refused when it has come")
    func readsBodies() throws {
        let client = try FastCGIClient(PlotService(.tcp, ["PLOT_WORKERS": "1"]))
        for size in [10, 8_000_000, 10] {
            let body = Data("line=3,1,4".utf8) + Data(repeating: 0x26, count: size - 10)
            let variables = Plot.environment(
                "", method: "POST", ["CONTENT_LENGTH": String(size), "CONTENT_TYPE": Plot.form])
            let answer = try response(client.ask(variables, body: body))
            #expect(answer.status == (size == 10 ? 200 : 413))
        }
    }

    @Test("Too many bytes of headers are refused, and the connection goes on")
    func refusesHeaders() throws {
        let client = try FastCGIClient(PlotService(.unix, ["PLOT_WORKERS": "1"]))
        let long = chart.merging(["HTTP_X": String(repeating: "x", count: 300_000)]) { $1 }
        let refusal = try response(client.ask(long))
        #expect(refusal.status == 431 && refusal.headers["status"]?.contains("Fields") == true)
        #expect(try response(client.ask(chart)).status == 200)
    }

    @Test("Settings are the service's, and those that the server sends come before them")
    func takesSettings() throws {
        let settings = ["PLOT_WORKERS": "1", "PLOT_MAX_AGE": "60", "QUERY_STRING": "bar=1"]
        let client = try FastCGIClient(PlotService(.unix, settings))
        let own = try response(client.ask(chart))
        #expect(own.headers["cache-control"] == "public, max-age=60, stale-if-error=86400")
        let sent = chart.merging(["PLOT_MAX_AGE": "7", "PLOT_MAX_VALUES": "2"]) { $1 }
        #expect(try response(client.ask(sent)).status == 413)
        #expect(try response(client.ask(chart)).headers["etag"] == own.headers["etag"])
        #expect(try response(client.ask([:])).text.contains("<html"))
    }

    @Test("Neither idle connections, nor half a request, nor a slow reader keep others waiting")
    func servesBesides() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "1"])
        var others: [FastCGIClient] = []
        for number in 0..<60 {
            let other = try FastCGIClient(service)
            if number % 3 == 0 { #expect(try other.ask(chart).isComplete) }
            if number % 3 == 1 { other.send(Array(FastCGIClient.begin(chart).dropLast(9))) }
            others.append(other)
        }
        let slow = try FastCGIClient(service)
        slow.send(FastCGIClient.request(big))
        let start = Date.now
        for _ in 0..<5 { #expect(try ask(service, chart).status == 200) }
        #expect(Date.now.timeIntervalSince(start) < 5)
        #expect(try slow.outcome().output == Command(Repository.program(), environment: big).output)
    }

    @Test("More connections than one process holds push out those that were idle for longest")
    func makesRoom() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "1"])
        var others: [FastCGIClient] = []
        for _ in 0..<300 {
            let other = try FastCGIClient(service)
            #expect(try other.ask(chart).isComplete)
            others.append(other)
        }
        #expect(others[0].isEnded)
        #expect(try others[299].ask(chart).isComplete)
    }

    @Test("What stops coming is given up after five seconds; a body's lack is answered")
    func losesPatience() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "1"])
        let (silent, half, body) = try (
            FastCGIClient(service), FastCGIClient(service), FastCGIClient(service)
        )
        let start = Date.now
        half.send(Array(FastCGIClient.begin(chart).dropLast(1)))
        body.send(FastCGIClient.begin(Plot.environment("", method: "POST")))
        #expect(try response(body.outcome()).status == 408)
        #expect(half.isEnded && body.isEnded)
        #expect(4.5...8 ~= Date.now.timeIntervalSince(start))
        #expect(try silent.ask(chart).isComplete)
    }

    @Test("Workers are replaced after so many requests, and no request is lost by it")
    func replaces() throws {
        let service = try PlotService(.tcp, ["PLOT_WORKERS": "2", "PLOT_WORKER_REQUESTS": "7"])
        #expect(eventually { service.workers.count == 2 })
        let before = Set(service.workers)
        for _ in 0..<80 { #expect(try ask(service, chart).status == 200) }
        #expect(eventually { before.isDisjoint(with: service.workers) })
        #expect(eventually { service.workers.count == 2 })
    }

    @Test("A connection that is kept outlives its worker", arguments: [1, 2])
    func relays(workers: Int) throws {
        let service = try PlotService(
            .unix, ["PLOT_WORKERS": String(workers), "PLOT_WORKER_REQUESTS": "3"])
        let clients = try (0..<10).map { _ in try FastCGIClient(service) }
        for _ in 0..<10 {
            for client in clients { #expect(try client.ask(chart).isComplete) }
        }
    }

    @Test("Serving alone, it ends a connection that is kept when it has done its part")
    func endsKept() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "0", "PLOT_WORKER_REQUESTS": "3"])
        let client = try FastCGIClient(service)
        for _ in 0..<3 { #expect(try client.ask(chart).isComplete) }
        #expect(client.isEnded)
        service.process.waitUntilExit()
        #expect(service.process.terminationStatus == 0)
    }

    @Test("A worker that has grown is replaced")
    func replacesGrown() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "1", "PLOT_WORKER_MEMORY": "1"])
        #expect(eventually { service.workers.count == 1 })
        let before = service.workers
        for _ in 0..<63 { #expect(try ask(service, chart).status == 200) }
        #expect(service.workers == before)
        for _ in 0..<5 { #expect(try ask(service, chart).status == 200) }
        #expect(eventually { service.workers.count == 1 && service.workers != before })
    }

    @Test("A worker that dies is replaced, soon the first time and later when that goes on")
    func replacesDead() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "2"])
        for signal in [SIGKILL, SIGSEGV, SIGKILL] {
            #expect(eventually { service.workers.count == 2 })
            for worker in service.workers { kill(worker, signal) }
            #expect(try ask(service, chart).status == 200)
        }
    }

    @Test("An answer that has begun is finished, though its worker dies while it draws another")
    func finishesBegun() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "1"])
        let slow = try FastCGIClient(service)
        slow.send(FastCGIClient.request(big))
        let drawing = try FastCGIClient(service)
        let bigger = Plot.environment(
            "line=x*sin(x*99)&x=0..3000&size=8000x5000&format=jpg&quality=100")
        drawing.send(FastCGIClient.request(bigger))
        #expect(slow.isAnswered)
        usleep(100_000)
        for worker in service.workers { kill(worker, SIGKILL) }
        #expect(try !drawing.outcome().isComplete)
        #expect(try ask(service, chart).status == 200)
        #expect(try slow.outcome().output == Command(Repository.program(), environment: big).output)
        #expect(slow.isEnded)
    }

    @Test("Told to end, it finishes what it draws", arguments: [SIGTERM, SIGUSR1, SIGINT], [0, 2])
    func ends(signal: Int32, workers: Int) throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": String(workers)])
        let (idle, drawing) = try (FastCGIClient(service), FastCGIClient(service))
        #expect(try idle.ask(chart).isComplete)
        drawing.send(FastCGIClient.request(big))
        usleep(50_000)
        kill(service.process.processIdentifier, signal)
        #expect(try response(drawing.outcome()).status == 200)
        #expect(drawing.isEnded && idle.isEnded)
        service.process.waitUntilExit()
        #expect(service.process.terminationStatus == 0)
        #expect(service.process.terminationReason == .exit)
    }

    @Test("Another one can take over its socket before it ends")
    func isReplaced() throws {
        let old = try PlotService(.unix, ["PLOT_WORKERS": "2"])
        #expect(try ask(old, chart).status == 200)
        let new = try PlotService(besides: old, ["PLOT_WORKERS": "2"])
        for number in 0..<40 {
            if number == 10 { kill(old.process.processIdentifier, SIGUSR1) }
            #expect(try ask(new, chart).status == 200)
        }
        old.process.waitUntilExit()
        #expect(old.workers.isEmpty && new.workers.count == 2)
    }

    @Test("Its workers end when it is gone")
    func takesWorkersAlong() throws {
        let service = try PlotService(.unix, ["PLOT_WORKERS": "2"])
        #expect(eventually { service.workers.count == 2 })
        let workers = service.workers
        kill(service.process.processIdentifier, SIGKILL)
        #expect(eventually { workers.allSatisfy { kill($0, 0) != 0 || isZombie($0) } })
    }

    private func isZombie(_ process: Int32) -> Bool {
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return state?.contains(") Z ") ?? true
    }

    @Test("Without workers it serves by itself; a number that is none gives the usual ones")
    func servesAlone() throws {
        let alone = try PlotService(.unix, ["PLOT_WORKERS": "0"])
        #expect(try ask(alone, chart).status == 200)
        #expect(alone.workers.isEmpty)
        let usual = try PlotService(.unix, ["PLOT_WORKERS": "several"])
        #expect(try ask(usual, chart).status == 200)
        #expect(eventually { usual.workers.count > 1 })
    }

    @Test(
        "By TCP only servers may connect that the setting names",
        arguments: [
            ("127.0.0.1", true), ("10.0.0.1, 127.0.0.1", true), ("::ffff:127.0.0.1", true),
            ("10.0.0.1", false), ("::1", false), ("localhost", false), (",", false), ("", true),
        ])
    func admits(addresses: String, isWelcome: Bool) throws {
        let settings = ["PLOT_WORKERS": "0", "FCGI_WEB_SERVER_ADDRS": addresses]
        let tcp = try FastCGIClient(PlotService(.tcp, settings)).ask(chart)
        #expect(tcp.isComplete == isWelcome)
        #expect(try FastCGIClient(PlotService(.unix, settings)).ask(chart).isComplete)
    }

    @Test("Closed descriptors change nothing", arguments: [">&-", "2>&-", ">&- 2>&-"])
    func copesWithClosed(redirection: String) throws {
        let service = try PlotService(
            .unix, ["PLOT_WORKERS": "1"], through: "exec \"$0\" -h \(redirection)")
        #expect(try ask(service, chart).body == Plot.picture("line=3,1,4"))
    }

    @Test("What a server cannot know is one line in its log")
    func logs() throws {
        let shelf = try TemporaryFolder()
        let saved = shelf.url.appending(path: "sales.plot")
        try Data(repeating: 0x61, count: 100).write(to: saved)
        let settings = ["PLOT_WORKERS": "1", "PLOT_CHARTS": shelf.url.path, "PLOT_MAX_BODY": "10"]
        let client = try FastCGIClient(PlotService(.unix, settings))
        let variables = chart.merging(["PATH_INFO": "/sales"]) { $1 }
        let fault = try client.ask(variables)
        #expect(try response(fault).status == 500)
        #expect(fault.log == "plot: answered 500 Internal Server Error\n")
        #expect(try client.ask(chart).log == "")
    }
}
