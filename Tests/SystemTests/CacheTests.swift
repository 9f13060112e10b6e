import Foundation
import Testing

@Suite("What the program says to who holds the answer already")
struct ConditionTests {
    private func tag(_ query: String) throws -> String {
        try #require(Plot.get(query).headers["etag"])
    }

    @Test(
        "Who holds the picture gets three lines and no picture",
        arguments: ["GET", "HEAD"], ["line=3,1,4", "line=3,1,4&format=webp", "line=3,1,4&cache=0"])
    func confirms(method: String, query: String) throws {
        let whole = try Plot.get(query)
        let tag = try #require(whole.headers["etag"])
        for held in [tag, "W/\(tag)", "\"a\", \(tag.dropLast())-gzip\"", "*"] {
            let answer = try Plot.run(
                Plot.environment(query, method: method, ["HTTP_IF_NONE_MATCH": held]))
            #expect(answer.status == 304)
            #expect(answer.headers["cache-control"] == whole.headers["cache-control"])
            #expect(
                answer.headers["etag"]
                    == (held.contains("-gzip") ? "\(tag.dropLast())-gzip\"" : tag))
        }
    }

    @Test("Who holds another picture, or one of another form, gets the right one")
    func draws() throws {
        for other in ["line=3,1,5", "line=3,1,4&format=webp"] {
            let answer = try Plot.get("line=3,1,4", ["HTTP_IF_NONE_MATCH": tag(other)])
            #expect(try answer.status == 200 && answer.body == Plot.picture("line=3,1,4"))
        }
    }

    @Test(
        "What is wrong stays wrong, whatever the client holds",
        arguments: [
            ("lin=3,1,4", 400), ("line=3,1,4&quality=5", 400), ("line=3&format=gif", 400),
            ("line=3,1,4&cache=soon", 400), ("line=3,a,4", 400),
            ("line=3,1,4&size=8000x90&dpr=3&format=webp", 422),
        ])
    func refuses(query: String, status: Int) throws {
        #expect(try Plot.get(query, ["HTTP_IF_NONE_MATCH": "*"]).status == status)
    }

    @Test("What was posted is made anew, and not kept unless the query says so")
    func answersPost() throws {
        let tag = try tag("line=3,1,4")
        for held in ["*", tag] {
            let answer = try Plot.post(Data("line=3,1,4".utf8), ["HTTP_IF_NONE_MATCH": held])
            #expect(answer.status == 200 && answer.headers["etag"] == nil)
            #expect(answer.headers["cache-control"] == "no-store")
        }
        let kept = try Plot.post(Data("line=3,1,4&cache=60".utf8))
        #expect(kept.headers["cache-control"] == "public, max-age=60, stale-if-error=86400")
    }

    @Test("The gallery is known again too, and says by whose headers it is shown")
    func confirmsGallery() throws {
        let page = try Plot.get("", ["HTTP_ACCEPT": Plot.page])
        #expect(page.headers["vary"] == "Accept, Sec-Fetch-Dest")
        #expect(page.headers["cache-control"] == "public, max-age=0, must-revalidate")
        let tag = try #require(page.headers["etag"])
        let again = try Plot.get("", ["HTTP_ACCEPT": Plot.page, "HTTP_IF_NONE_MATCH": tag])
        #expect(again.status == 304 && again.headers["vary"] == page.headers["vary"])
        #expect(try Plot.get("", ["HTTP_IF_NONE_MATCH": tag]).status == 400)
    }

    @Test(
        "The operator says how long pictures are kept, and the query before them",
        arguments: [
            ("60", "line=3,1", "public, max-age=60, stale-if-error=86400"),
            ("60", "line=3,1&cache=5", "public, max-age=5, stale-if-error=86400"),
            ("0", "line=3,1", "public, max-age=0, must-revalidate"),
            ("999999999", "line=3,1", "public, max-age=31536000, stale-if-error=86400"),
            (
                "long", "line=3,1",
                "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400"
            ),
        ])
    func obeys(setting: String, query: String, expected: String) throws {
        let answer = try Plot.get(query, ["PLOT_MAX_AGE": setting])
        #expect(answer.headers["cache-control"] == expected)
    }

    @Test("Who had to log in gets pictures that are kept for them alone")
    func keepsApart() throws {
        let answer = try Plot.get("line=3,1&cache=60", ["AUTH_TYPE": "Basic", "REMOTE_USER": "a"])
        #expect(answer.headers["cache-control"] == "private, max-age=60, stale-if-error=86400")
    }

    @Test("Other limits are another state of the program")
    func heedsLimits() throws {
        let held = try ["HTTP_IF_NONE_MATCH": tag("line=3,1,4"), "PLOT_MAX_VALUES": "2"]
        #expect(try Plot.get("line=3,1,4", held).status == 413)
    }
}

@Suite("With the caches that there are", .serialized)
struct CacheTests {
    private typealias Run = ProgramLog.Run

    @Test("Apache's cache answers what it was asked before, without starting the program")
    func keeps() throws {
        let server = try WebServer(.apacheWithCache)
        let log = try ProgramLog(of: server)
        let picture = try Plot.picture("line=3,1,4")
        for _ in 0..<3 { #expect(try server.ask("line=3,1,4").body == picture) }
        let head = try server.ask("line=3,1,4", "--head")
        #expect(head.status == 200 && head.type == "image/png" && head.headers["age"] != nil)
        #expect(try log.runs == [.drew("line=3,1,4")])
        #expect(try server.ask("line=3,1,5").body == Plot.picture("line=3,1,5"))
        #expect(try log.runs == [.drew("line=3,1,4"), .drew("line=3,1,5")])
    }

    @Test("It knows by itself who holds the picture already")
    func confirms() throws {
        let server = try WebServer(.apacheWithCache)
        let log = try ProgramLog(of: server)
        let tag = try #require(try server.ask("line=3,1,4").headers["etag"])
        let again = try server.ask("line=3,1,4", "--header", "If-None-Match: \(tag)")
        #expect(again.status == 304 && again.headers["etag"] == tag)
        #expect(try log.runs == [.drew("line=3,1,4")])
    }

    @Test("It keeps no error and nothing that was posted")
    func keepsNoErrors() throws {
        let server = try WebServer(.apacheWithCache)
        let log = try ProgramLog(of: server)
        for _ in 0..<2 {
            #expect(try server.ask("nosuchkey=1&cache=60").status == 400)
            #expect(try server.ask("", "--data", "line=3,1,4").status == 200)
        }
        #expect(try log.runs.count == 4)
    }

    @Test(
        "When the time is over it asks, and nothing is drawn again",
        arguments: ["line=3,1,4&cache=1", "line=3,1,4&cache=1&format=html"])
    func revalidates(query: String) throws {
        let server = try WebServer(.apacheWithCache)
        let log = try ProgramLog(of: server)
        let first = try server.ask(query, "--compressed")
        Thread.sleep(forTimeInterval: 2.1)
        let second = try server.ask(query, "--compressed")
        #expect(second.status == 200 && second.body == first.body)
        let runs = try log.runs
        #expect(runs.count == 2 && runs.last == .confirmed(query))
    }

    @Test("What may not be kept without asking is asked after each time, and drawn once")
    func asksEachTime() throws {
        let server = try WebServer(.apacheWithCache)
        let log = try ProgramLog(of: server)
        let query = "line=3,1,4&cache=0"
        for _ in 0..<3 { #expect(try server.ask(query).body == Plot.picture(query)) }
        #expect(try log.runs == [.drew(query), .confirmed(query), .confirmed(query)])
    }

    @Test(
        "A tag that the server changed as it compressed the answer is known again",
        arguments: [.lighttpd, .apacheWithCGID, .apacheWithCache] as [WebServer.Kind])
    func knowsCompressed(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let log = try ProgramLog(of: server)
        let page = ["--header", "Accept: text/html", "--header", "Accept-Encoding: gzip"]
        let first = try server.fetch("cgi-bin/plot", page)
        #expect(first.headers["content-encoding"] == "gzip")
        let tag = try #require(first.headers["etag"])
        #expect(tag.hasSuffix("-gzip\""))
        let again = try server.fetch("cgi-bin/plot", page + ["--header", "If-None-Match: \(tag)"])
        #expect(again.status == 304 && again.headers["etag"] == tag && again.body.isEmpty)
        #expect(try log.runs.last == .confirmed(""))
    }

    @Test("A browser shows a picture again without a word", arguments: WebServer.Kind.allCases)
    func staysInBrowser(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let log = try ProgramLog(of: server)
        try show("line=3,1,4&size=300x200&cache=600", twiceBy: server)
        #expect(try log.runs.map { $0.query } == ["line=3,1,4&size=300x200&cache=600"])
    }

    @Test("A browser that has to ask is told that it holds it", arguments: WebServer.Kind.allCases)
    func asksFromBrowser(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let log = try ProgramLog(of: server)
        let query = "line=3,1,4&size=300x200&cache=0"
        try show(query, twiceBy: server)
        #expect(try log.runs == [.drew(query), .confirmed(query)])
    }

    /// Two visits, each by a browser that was started anew, to a page that shows the picture.
    private func show(_ query: String, twiceBy server: WebServer) throws {
        let source = "/cgi-bin/plot?\(query.replacing("&", with: "&amp;"))"
        let script = "onload = () => { document.title = document.images[0].naturalWidth }"
        let html = "<!doctype html><title></title><img src=\"\(source)\"><script>\(script)</script>"
        try Data(html.utf8).write(to: server.pages.appending(path: "index.html"))
        let profile = try TemporaryFolder()
        for _ in 0..<2 {
            let page = try Browser.load(server.url("index.html"), in: profile)
            #expect(page.contains("<title>300</title>"))
        }
    }
}
