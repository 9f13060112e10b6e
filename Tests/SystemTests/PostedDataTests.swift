import Foundation
import Testing

private let sales = "month,sales\nJan,5\nFeb,7\n"
private let chart = "x=month&bar=sales&xlabel=&ylabel="
private let written = "x=Jan,Feb&bar=5,7&xlabel=&ylabel="

@Suite("Charts of data that is posted")
struct PostedDataTests {
    private func post(
        _ data: String, _ query: String = chart, type: String = "text/csv",
        _ changes: [String: String] = [:]
    ) throws -> Response {
        let described = ["CONTENT_TYPE": type, "QUERY_STRING": query]
        return try Plot.post(Data(data.utf8), described.merging(changes) { $1 })
    }

    @Test(
        "They are what the same values in the query draw",
        arguments: [
            ("text/csv", sales), ("text/csv; charset=utf-8; header=present", sales),
            ("Text/CSV", sales.replacing(",", with: ";")), ("text/csv", "\u{FEFF}" + sales),
            ("text/tab-separated-values", sales.replacing(",", with: "\t")),
            (
                "application/json",
                "[{\"month\":\"Jan\",\"sales\":5},{\"month\":\"Feb\",\"sales\":7}]"
            ),
            ("application/json; charset=utf-8", "{\"month\":[\"Jan\",\"Feb\"],\"sales\":[5,7]}"),
        ])
    func draw(type: String, data: String) throws {
        let answer = try post(data, type: type)
        #expect(try answer.status == 200 && answer.body == Plot.picture(written))
        #expect(answer.headers["etag"] == nil && answer.headers["cache-control"] == "no-store")
    }

    @Test("All keys about rows, forms and the path's ending work with them")
    func haveKeys() throws {
        let query = "x=month&bar=sales&name=sales&where=sales%3E5&format=csv"
        #expect(try post(sales, query).text == "month,sales\r\nFeb,7\r\n")
        let named = try post(sales, chart, ["PATH_INFO": "/sales.svg"])
        #expect(named.type == "image/svg+xml")
        #expect(named.headers["content-disposition"] == "inline; filename=\"sales.svg\"")
        let kept = try post(sales, chart + "&cache=60").headers["cache-control"]
        #expect(kept == "public, max-age=60, stale-if-error=86400")
    }

    @Test("A body need not say how long it is")
    func endsWithInput() throws {
        #expect(
            try post(sales, chart, ["CONTENT_LENGTH": ""]).body == Plot.picture(written))
    }

    @Test("A chart has one data set: a name and a body at once are an error")
    func isOne() throws {
        let answer = try post(
            sales, "data=weather.csv&line=tmin", ["HTTP_ACCEPT": "application/json"])
        #expect(answer.status == 400 && answer.text.contains("data"))
    }

    @Test("A chart that shows nothing of the data that it was given is an error")
    func isShown() throws {
        #expect(try post(sales, "line=1,2").status == 400)
        #expect(try post(sales, "").status == 400)
    }

    @Test(
        "Bodies of other types are refused, and the right ones are named",
        arguments: ["text/plain", "application/xml", "text/csvx", "image/png", "csv", "text/"])
    func haveType(type: String) throws {
        let answer = try post(sales, type: type, ["HTTP_ACCEPT": "application/json"])
        #expect(answer.status == 415)
        for known in ["x-www-form-urlencoded", "text/csv", "application/json"] {
            #expect(answer.text.contains(known))
        }
    }

    @Test(
        "An empty body is an empty data set", arguments: ["text/csv", "application/json"],
        ["", "\n\n"])
    func areNotEmpty(type: String, body: String) throws {
        #expect(try post(body, type: type).status == 422)
    }

    @Test(
        "What is malformed is said with its place",
        arguments: [
            ("text/csv", "month,sales\nJan,many\n", "line 2 of the data set, cell 2 (“sales”)"),
            ("application/json", "[{\"month\":\"Jan\",\n\"sales\":}]", "in line 2, at byte 9"),
            ("application/json", "[3", "in line 1, at byte 2"),
        ])
    func namePlace(type: String, body: String, place: String) throws {
        let answer = try post(body, type: type, ["HTTP_ACCEPT": "application/json"])
        #expect(answer.status == 422 && answer.text.contains(place), "\(answer.text)")
    }

    @Test(
        "What is over a limit is refused with the setting that raises it",
        arguments: ["PLOT_MAX_BODY", "PLOT_MAX_DATA", "PLOT_MAX_ROWS"])
    func limits(setting: String) throws {
        let changes = ["HTTP_ACCEPT": "application/json", setting: "1"]
        let answer = try post(sales, chart, changes)
        #expect(answer.status == 413 && answer.text.contains(setting))
    }

    @Test("GET and HEAD have no body, whatever they say of one", arguments: ["GET", "HEAD"])
    func needPost(method: String) throws {
        let answer = try Plot.run(
            Plot.environment(
                written, method: method,
                ["CONTENT_TYPE": "text/csv", "CONTENT_LENGTH": "\(sales.utf8.count)"]),
            input: Data(sales.utf8))
        #expect(answer.status == 200)
        #expect(try answer.headers == Plot.get(written).headers)
    }

    @Test("They come through real web servers", arguments: WebServer.Kind.allCases)
    func passServers(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let picture = try Plot.picture(written)
        let json = "[{\"month\":\"Jan\",\"sales\":5},{\"month\":\"Feb\",\"sales\":7}]"
        let chunked = ["--header", "Transfer-Encoding: chunked"]
        for (type, data) in [("text/csv", sales), ("application/json", json)] {
            let options = ["--header", "Content-Type: \(type)", "--data-binary", data]
            for options in [options, options + chunked] {
                let answer = try server.fetch("cgi-bin/plot?" + chart, options)
                #expect(answer.status == 200 && answer.body == picture)
            }
        }
        let large = server.pages.appending(path: "large")
        try Data(repeating: UInt8(ascii: "7"), count: 5_000_000).write(to: large)
        let options = ["--header", "Content-Type: text/csv", "--data-binary", "@\(large.path)"]
        for options in [options, options + chunked] {
            let page = try server.fetch(
                "cgi-bin/plot?" + chart, options + ["--header", "Sec-Fetch-Dest: document"])
            #expect(page.status == 413 && page.text.contains("PLOT_MAX_BODY"))
            #expect(page.text.hasSuffix("</html>\n"))
        }
    }
}
