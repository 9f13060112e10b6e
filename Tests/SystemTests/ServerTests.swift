import Foundation
import Testing

@Suite("Behind a real web server", .serialized)
struct ServerTests {
    @Test("A chart comes as the program drew it", arguments: WebServer.Kind.allCases)
    func draws(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        for path in ["", "/sales.png", "/sales.png/", "/a/b.png"] {
            let direct = try Plot.get("line=3,1,4", path.isEmpty ? [:] : ["PATH_INFO": path])
            let answer = try server.ask("line=3,1,4", below: path)
            #expect(answer.status == direct.status)
            #expect(answer.type == direct.type)
            #expect(answer.body == direct.body)
            #expect(answer.headers["content-length"] == String(direct.body.count))
        }
    }

    @Test("HEAD, POST and OPTIONS work", arguments: WebServer.Kind.allCases)
    func knowsMethods(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let picture = try Plot.picture("line=3,1,4")
        #expect(try server.ask("", "--data", "line=3,1,4").body == picture)
        let chunked = "Transfer-Encoding: chunked"
        #expect(try server.ask("", "--data", "line=3,1,4", "--header", chunked).body == picture)
        let head = try server.ask("line=3,1,4", "--head")
        #expect(head.status == 200 && head.type == "image/png" && head.body.isEmpty)
        let options = try server.ask("", "--request", "OPTIONS")
        #expect(options.status == 204 && options.headers["allow"] == "GET, HEAD, POST, OPTIONS")
        let other = try server.ask("line=3,1,4", "--request", "PUT", "--data", "line=3,1,4")
        #expect(other.status == 405 && other.headers["allow"] == "GET, HEAD, POST, OPTIONS")
    }

    @Test("An error keeps its status and its body", arguments: WebServer.Kind.allCases)
    func passesErrors(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let picture = try server.ask("nosuchkey=1&size=300x200")
        #expect(picture.status == 400 && picture.size == [300, 200])
        let page = try server.ask("nosuchkey=1", "--header", "Accept: text/html")
        #expect(page.status == 400 && page.text.contains("nosuchkey"))
    }

    @Test("Every spelling of a query draws the same", arguments: WebServer.Kind.allCases)
    func readsEscapes(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let picture = try Plot.picture("line=3,1,4&title=a b|c%2Fd")
        for query in ["line=3,1,4&title=a+b|c/d", "%6Cine=3%2c1,4&title=a%20b%7Cc%2fd"] {
            #expect(try server.ask(query).body == picture)
        }
        #expect(
            try server.ask("line=3,1,4&title=100%zz").body
                == Plot.picture("line=3,1,4&title=100%25zz"))
    }

    @Test(
        "A body over the limit is answered, though nobody wanted it",
        arguments: WebServer.Kind.allCases)
    func refusesLarge(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let body = server.pages.appending(path: "large")
        try Data(repeating: UInt8(ascii: "a"), count: 8_000_000).write(to: body)
        let posted = ["--data-binary", "@\(body.path)"]
        #expect(try server.fetch("cgi-bin/plot", posted).status == 413)
        let chunked = ["--header", "Transfer-Encoding: chunked"]
        #expect(try server.fetch("cgi-bin/plot", posted + chunked).status == 413)
        #expect(try server.fetch("cgi-bin/plot", posted + ["--request", "DELETE"]).status == 405)
    }

    @Test(
        "A body over the limit of the server itself is refused too",
        arguments: WebServer.Kind.allCases)
    func refusesHuge(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let body = server.pages.appending(path: "huge")
        try Data(repeating: UInt8(ascii: "a"), count: 20_000_000).write(to: body)
        let answer = try server.fetch("cgi-bin/plot", ["--data-binary", "@\(body.path)"])
        #expect(answer.status == 413)
    }

    @Test("The words of a query are no arguments", arguments: WebServer.Kind.allCases)
    func ignoresWords(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        for query in ["-h", "--help+--version", "line%3d3,1,4"] {
            let direct = try Plot.get(query)
            let answer = try server.ask(query)
            #expect(answer.status == direct.status && answer.body == direct.body)
        }
    }

    @Test("Nothing beside the program is run or shown", arguments: WebServer.Kind.allCases)
    func runsNothingElse(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let script = server.programs.appending(path: "other")
        try Data("#!/bin/sh\nprintf 'Content-Type: text/plain\\n\\nit-was-run'\n".utf8).write(
            to: script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: script.path)
        for path in ["cgi-bin/other", "cgi-bin/", "cgi-bin/plotx", "cgi-bin/plot/../other"] {
            let answer = try server.fetch(path, ["--path-as-is"])
            #expect(answer.status == 403 || answer.status == 404)
            #expect(!answer.text.contains("it-was-run") && !answer.text.contains("printf"))
        }
    }

    @Test("A client that leaves does the next one no harm", arguments: WebServer.Kind.allCases)
    func outlivesClients(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        for _ in 0..<20 {
            // Asks for 2,000 by 2,000 pixels and goes after the first kilobyte.
            let script =
                "curl -sN '\(server.url("cgi-bin/plot?line=3,1,4&size=2000x2000"))' | head -c 1000"
            _ = try Command.run("sh", "-c", script)
        }
        #expect(try server.ask("line=3,1,4").body == Plot.picture("line=3,1,4"))
    }

    @Test(
        "A hundred charts at a time are a hundred whole charts", arguments: WebServer.Kind.allCases)
    func servesMany(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let url = server.url("cgi-bin/plot?line=3,1,4&_=[1-100]")
        let output = try Command.run(
            "curl", "--silent", "--fail", "--parallel", "--parallel-max", "20", "--output",
            server.pages.appending(path: "#1.png").path, url)
        #expect(output.isEmpty)
        let picture = try Plot.picture("line=3,1,4")
        for number in 1...100 {
            #expect(try Data(contentsOf: server.pages.appending(path: "\(number).png")) == picture)
        }
    }
}
