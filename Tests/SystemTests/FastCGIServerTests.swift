import Foundation
import Testing

@Suite("Behind a web server that asks by FastCGI", .serialized)
struct FastCGIServerTests {
    private func server(_ kind: WebServer.Kind) throws -> WebServer {
        let services = kind.needsServices ? [try PlotService(kind == .nginx ? .tcp : .unix)] : []
        return try WebServer(kind, asking: services)
    }

    @Test("A chart comes as the program drew it", arguments: WebServer.Kind.ofServices)
    func draws(kind: WebServer.Kind) throws {
        let server = try server(kind)
        for path in ["", "/sales.png", "/a/b.png", "/sales.svg"] {
            let direct = try Plot.get("line=3,1,4", path.isEmpty ? [:] : ["PATH_INFO": path])
            let answer = try server.ask("line=3,1,4", below: path)
            #expect(answer.status == direct.status && answer.type == direct.type)
            #expect(answer.body == direct.body)
        }
        let error = try server.ask("nosuchkey=1&size=300x200")
        #expect(error.status == 400 && error.size == [300, 200])
        #expect(try server.fetch("cgi-bin/plotx").status == 404)
        let first = try server.ask("line=3,1,4")
        let tag = try #require(first.headers["etag"])
        let held = try server.ask("line=3,1,4", "--header", "If-None-Match: \(tag)")
        #expect(held.status == 304 && held.headers["etag"] == tag && held.body.isEmpty)
    }

    @Test("HEAD, POST and OPTIONS work", arguments: WebServer.Kind.ofServices)
    func knowsMethods(kind: WebServer.Kind) throws {
        let server = try server(kind)
        let picture = try Plot.picture("line=3,1,4")
        #expect(try server.ask("", "--data", "line=3,1,4").body == picture)
        let chunked = "Transfer-Encoding: chunked"
        #expect(try server.ask("", "--data", "line=3,1,4", "--header", chunked).body == picture)
        let head = try server.ask("line=3,1,4", "--head")
        #expect(head.status == 200 && head.type == "image/png" && head.body.isEmpty)
        let options = try server.ask("", "--request", "OPTIONS")
        #expect(options.status == 204 && options.headers["allow"] == "GET, HEAD, POST, OPTIONS")
        #expect(try server.ask("", "--request", "PUT", "--data", "line=3,1,4").status == 405)
    }

    @Test("A body over the limit is answered", arguments: WebServer.Kind.ofServices)
    func refusesLarge(kind: WebServer.Kind) throws {
        let server = try server(kind)
        let body = server.pages.appending(path: "large")
        try Data(repeating: UInt8(ascii: "a"), count: 8_000_000).write(to: body)
        #expect(try server.fetch("cgi-bin/plot", ["--data-binary", "@\(body.path)"]).status == 413)
        #expect(try server.ask("line=3,1,4").body == Plot.picture("line=3,1,4"))
    }

    @Test(
        "Two hundred requests at a time get what each asked for, though some clients leave",
        arguments: WebServer.Kind.ofServices)
    func servesMany(kind: WebServer.Kind) throws {
        let server = try server(kind)
        for _ in 0..<5 {
            let url = server.url("cgi-bin/plot?line=3,1,4&size=2000x2000")
            _ = try Command.run("sh", "-c", "curl -sN '\(url)' | head -c 1000")
        }
        try server.fetchMany("cgi-bin/plot?line=3,1,[1-200]")
        for number in stride(from: 1, through: 200, by: 20) {
            #expect(try server.fetched(number) == Plot.picture("line=3,1,\(number)"))
        }
        let different = Set(try (1...200).map { try server.fetched($0) })
        #expect(different.count == 200)
    }

    @Test(
        "Two services share the work, and when one is gone in the middle of it, no request is lost",
        arguments: [WebServer.Kind.nginx, .apacheWithProxy], [false, true])
    func outlivesService(kind: WebServer.Kind, isSudden: Bool) throws {
        let services = try [PlotService(.tcp), PlotService(.unix)]
        let server = try WebServer(kind, asking: services)
        let victim = services[0]
        #expect(eventually { victim.workers.count > 1 })
        let all = [victim.process.processIdentifier] + victim.workers
        let signals =
            isSudden
            ? "KILL " + all.map { String($0) }.joined(separator: " ") : "TERM \(all[0])"
        victim.letGo()
        let end = Process()
        end.executableURL = URL(filePath: "/bin/sh")
        end.arguments = ["-c", "sleep 0.3; kill -\(signals)"]
        try end.runUnblocked()
        let start = Date.now
        try server.fetchMany("cgi-bin/plot?line=3,1,4&dpr=2&_=[1-800]")
        #expect(Date.now.timeIntervalSince(start) > 0.5)
        end.waitUntilExit()
        let picture = try Plot.picture("line=3,1,4&dpr=2")
        for number in 1...800 { #expect(try server.fetched(number) == picture) }
        victim.process.waitUntilExit()
        #expect(services[1].process.isRunning)
    }

    @Test("spawn-fcgi can start it", arguments: [PlotService.Transport.unix, .tcp])
    func isSpawned(transport: PlotService.Transport) throws {
        let folder = try TemporaryFolder()
        let port = try freePort()
        let path = folder.url.appending(path: "sock").path
        let place = transport == .unix ? ["-s", path] : ["-a", "127.0.0.1", "-p", String(port)]
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["spawn-fcgi", "-n"] + place + ["--", try Repository.program().path]
        try process.runUnblocked()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        let address = transport == .unix ? path : "127.0.0.1:\(port)"
        var client: FastCGIClient?
        #expect(
            eventually {
                client = try? FastCGIClient(address)
                return client != nil
            })
        #expect(try client?.ask(Plot.environment("line=3,1,4")).isComplete == true)
    }
}
