import Foundation
import Testing

@Suite("Charts that were saved", .timeLimit(.minutes(10)))
struct SavedChartTests {
    private func shelf() throws -> Shelf {
        try Shelf([
            "sales.plot": "line=3,1,4&title=Sales",
            "below/deep/visits.query": "bar=5,7\n",
            "v1.2.plot": "line=1,2",
            "lines.txt":
                "\u{FEFF}# Lines of last year\r\nline=3,1,4\r\n\r\n  name=A%20B  \r\n# and of this\r\n"
                + "line=1,5,9&name=C\r\ncolor=teal",
            "drawn.plot": "line=3,1,4\nformat=svg",
            "broken.plot": "line=3,1,4\nlegnd=top",
            "wrong.plot": "line=3,1,4\nsize=large",
            "data.plot": "data=days.csv\nline=low",
            "empty.plot": "# nothing\n",
            ".hidden.plot": "line=1",
        ])
    }

    private func get(
        _ path: String, _ query: String = "", of shelf: Shelf, _ changes: [String: String] = [:]
    ) throws -> Response {
        let changes = ["PATH_INFO": path].merging(changes) { $1 }
        return try Plot.get(query, shelf.charts.merging(changes) { $1 })
    }

    @Test(
        "They are drawn under their names, and pairs of the query take the places of theirs",
        arguments: [
            ("/sales", "", "line=3,1,4&title=Sales"), ("/sales.png", "", "line=3,1,4&title=Sales"),
            ("/sales.plot", "", "line=3,1,4&title=Sales"),
            ("/sales", "title=Visits&size=300x200", "line=3,1,4&title=Visits&size=300x200"),
            ("/sales", "line=1,5&line=2,6", "line=1,5&title=Sales&line=2,6"),
            ("/sales", "_=42", "line=3,1,4&title=Sales"),
            ("/sales.svg", "", "line=3,1,4&title=Sales&format=svg"),
            ("/sales.csv", "line=1,5", "line=1,5&title=Sales&format=csv"),
            ("/sales.jpeg", "quality=20", "line=3,1,4&title=Sales&format=jpg&quality=20"),
            ("/sales", "format=txt", "line=3,1,4&title=Sales&format=txt"),
            ("/below/deep/visits", "", "bar=5,7"),
            ("/below/deep/visits.pdf", "", "bar=5,7&format=pdf"),
            ("/v1.2", "", "line=1,2"), ("/v1.2.svg", "", "line=1,2&format=svg"),
            ("/v1.2", "format=json", "line=1,2&format=json"),
            ("/lines", "", "line=3,1,4&name=A+B&line=1,5,9&name=C&color=teal"),
            ("/lines", "color=red", "line=3,1,4&name=A+B&line=1,5,9&name=C&color=red"),
            ("/drawn", "", "line=3,1,4&format=svg"), ("/drawn", "format=png", "line=3,1,4"),
            ("/drawn.webp", "", "line=3,1,4&format=webp"),
            ("/drawn.txt", "format=csv", "line=3,1,4&format=txt"),
        ])
    func draw(path: String, query: String, written: String) throws {
        let answer = try get(path, query, of: shelf())
        let expected = try Plot.get(written)
        #expect(answer.status == 200 && answer.type == expected.type)
        #expect(answer.body == expected.body)
        #expect(answer.headers["etag"] == expected.headers["etag"])
    }

    @Test("Where none has the name, it is that of the query's own chart")
    func yieldToQuery() throws {
        let answer = try get("/none.svg", "line=3,1,4", of: shelf())
        #expect(try answer.body == Plot.picture("line=3,1,4&format=svg"))
        #expect(answer.headers["content-disposition"] == "inline; filename=\"none.svg\"")
    }

    @Test(
        "A name that none has tells nothing of what there is",
        arguments: [
            "/none", "/none.png", "/sale", "/sales/", "/..", "/.", "/...", "/sales.", "//sales",
            "/below", "/below/deep",
            "/below/", "/sales/x", "/../secret", "/below/../../secret", "/below/../sales",
            "/./sales", "/.hidden", "/out", "/up/secret", "/pipe", "/etc/passwd", "//etc/passwd",
            "/*", "/secret\\", "/" + String(repeating: "a", count: 300),
            "/" + String(repeating: "a/", count: 5_000),
        ])
    func tellNothing(path: String) throws {
        let shelf = try shelf()
        try shelf.link("out.plot", to: "../secret.plot")
        try shelf.link("up", to: "..")
        try shelf.makePipe("pipe.plot")
        for accept in ["application/json", "text/html", Plot.image] {
            let asked = ["HTTP_ACCEPT": accept]
            let answer = try get(path, of: shelf, asked)
            #expect(answer.status == 404)
            #expect(!shelf.isBetrayed(by: answer))
            for place in ["", "/nowhere"] where accept == "application/json" {
                let other = try get(path, of: shelf, asked.merging(["PLOT_CHARTS": place]) { $1 })
                #expect(other.status == 404 && other.body == answer.body)
            }
        }
    }

    @Test("A link that stays inside the folder is followed")
    func followLinks() throws {
        let shelf = try shelf()
        try shelf.link("same.plot", to: "below/deep/visits.query")
        #expect(try get("/same", of: shelf).body == Plot.picture("bar=5,7"))
    }

    @Test("They show data sets too, and are known again until one of both changes")
    func showData() throws {
        let shelf = try shelf()
        let data = try Shelf(["days.csv": "day,low\n1,5\n2,7\n"])
        let first = try get("/data", of: shelf, ["PLOT_DATA": data.url.path])
        #expect(first.status == 200)
        #expect(first.headers["cache-control"] == "public, max-age=0, must-revalidate")
        let tag = try #require(first.headers["etag"])
        let held = ["PLOT_DATA": data.url.path, "HTTP_IF_NONE_MATCH": tag]
        #expect(try get("/data", of: shelf, held).status == 304)
        try data.write("day,low\n1,5\n2,8\n", to: "days.csv")
        #expect(try get("/data", of: shelf, held).status == 200)
        #expect(try get("/data", of: shelf, ["PLOT_DATA": "/nowhere"]).status == 404)
    }

    @Test("Who holds one asks each time whether it is still so")
    func areKnownAgain() throws {
        let shelf = try shelf()
        let first = try get("/sales", of: shelf)
        #expect(first.headers["cache-control"] == "public, max-age=0, must-revalidate")
        let held = ["HTTP_IF_NONE_MATCH": try #require(first.headers["etag"])]
        #expect(try get("/sales", of: shelf, held).status == 304)
        // The same pairs in other letters are the same chart.
        try shelf.write("# New\nline=3%2c1%2C4\ntitle=%53ales", to: "sales.plot")
        #expect(try get("/sales", of: shelf, held).status == 304)
        try shelf.write("line=3,1,5&title=Sales", to: "sales.plot")
        #expect(try get("/sales", of: shelf, held).status == 200)
        try FileManager.default.removeItem(at: shelf.url.appending(path: "sales.plot"))
        #expect(try get("/sales", of: shelf, held).status == 404)
    }

    @Test(
        "What is wrong in one is said as if it stood in the query, and can be overridden",
        arguments: [
            ("/broken", "", 400, "legnd"), ("/wrong", "", 400, "In “size”, at character 1"),
            ("/wrong", "size=300x200", 200, ""), ("/sales", "titel=A", 400, "titel"),
            ("/empty", "", 400, "names no mark"), ("/empty", "line=3,1,4", 200, ""),
            ("/sales.gif", "", 400, "gif"), ("/sales", "format=gif", 400, "gif"),
        ])
    func explain(path: String, query: String, status: Int, words: String) throws {
        let answer = try get(path, query, of: shelf())
        #expect(answer.status == status)
        if status != 200 { #expect(answer.text.contains(words), "\(answer.text)") }
    }

    @Test("The picture of an error has the size that the saved chart asked for")
    func keepSize() throws {
        let shelf = try Shelf(["a.plot": "size=300x200&line=1&legnd=top"])
        let answer = try get("/a", of: shelf, ["HTTP_ACCEPT": Plot.image])
        #expect(answer.status == 400 && answer.size == [300, 200])
    }

    @Test("One that is too long or closed cannot be read, and where it lies is not said")
    func areLimited() throws {
        let shelf = try Shelf(["long.plot": "line=1" + String(repeating: ",1", count: 500)])
        #expect(try get("/long", of: shelf).status == 200)
        let long = try get("/long", of: shelf, ["PLOT_MAX_BODY": "1000"])
        #expect(long.status == 500 && !shelf.isBetrayed(by: long))
        try shelf.close("long.plot")
        let closed = try Plot.getAsNobody(
            "", shelf.charts.merging(["PATH_INFO": "/long"]) { $1 })
        #expect(closed.status == 500 && closed.text.contains("cannot be read"))
        #expect(!shelf.isBetrayed(by: closed))
    }

    @Test("They come through real web servers", arguments: WebServer.Kind.allCases)
    func passServers(kind: WebServer.Kind) throws {
        let shelf = try shelf()
        let server = try WebServer(kind)
        try server.set("PLOT_CHARTS", to: shelf.url.path)
        for (path, query, written) in [
            ("/sales", "", "line=3,1,4&title=Sales"),
            ("/sales.svg", "title=A+B", "line=3,1,4&title=A+B&format=svg"),
            ("/below/deep/visits.csv", "", "bar=5,7&format=csv"),
            ("/v1.2.png", "", "line=1,2"), ("/s%61les", "", "line=3,1,4&title=Sales"),
        ] {
            let answer = try server.ask(query, below: path)
            #expect(try answer.status == 200 && answer.body == Plot.picture(written))
            let tag = try #require(answer.headers["etag"])
            let held = "If-None-Match: \(tag)"
            #expect(try server.ask(query, below: path, "--header", held).status == 304)
        }
        for path in [
            "/none", "/../secret", "/%2e%2e/secret", "/below/../../secret", "/..%2fsecret",
            "/%00", "/.hidden",
        ] {
            let answer = try server.ask("errors=page", below: path, "--path-as-is")
            #expect(400...404 ~= answer.status, "\(path)")
            #expect(!shelf.isBetrayed(by: answer))
        }
    }
}

extension WebServer {
    /// Gives the program a setting, as the server's configuration can.
    fileprivate func set(_ name: String, to value: String) throws {
        let program = programs.appending(path: "plot")
        let real = programs.appending(path: "real")
        try FileManager.default.moveItem(at: program, to: real)
        let script = "#!/bin/sh\n\(name)='\(value)' exec '\(real.path)'\n"
        try Data(script.utf8).write(to: program)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
    }
}
