import Foundation
import Testing

@Suite("The forms of an answer", .timeLimit(.minutes(10)))
struct FormTests {
    /// Each form with its type, its file's ending and the bytes that it begins with.
    private static let forms: [(name: String, type: String, ending: String, start: String)] = [
        ("png", "image/png", "png", "\u{89}PNG\r\n\u{1A}\n"),
        ("svg", "image/svg+xml", "svg", "<svg "),
        ("pdf", "application/pdf", "pdf", "%PDF-"),
        ("jpg", "image/jpeg", "jpg", "\u{FF}\u{D8}\u{FF}"),
        ("jpeg", "image/jpeg", "jpg", "\u{FF}\u{D8}\u{FF}"),
        ("webp", "image/webp", "webp", "RIFF"),
        ("csv", "text/csv; charset=utf-8", "csv", "x,line\r\n1,3\r\n"),
        ("json", "application/json", "json", "[\n{\"x\":1,\"line\":3},\n"),
        ("html", "text/html; charset=utf-8", "html", "<!doctype html>\n"),
        ("base64", "text/plain; charset=utf-8", "txt", "data:image/png;base64,"),
        ("txt", "text/plain; charset=utf-8", "txt", "Line chart. 3 values."),
    ]
    private static let names = forms.map(\.name)

    @Test("Ending and format= choose the same", arguments: forms)
    func choose(name: String, type: String, ending: String, start: String) throws {
        let asked = try Plot.get("line=3,1,4&format=\(name)")
        #expect(asked.status == 200 && asked.type == type)
        #expect(asked.headers["content-disposition"] == "inline; filename=\"chart.\(ending)\"")
        let bytes = start.unicodeScalars.map { UInt8($0.value) }
        #expect(Array(asked.body.prefix(bytes.count)) == bytes)
        let named = try Plot.get("line=3,1,4", ["PATH_INFO": "/sales.\(name)"])
        #expect(named.status == 200 && named.type == type && named.body == asked.body)
        #expect(named.headers["etag"] == asked.headers["etag"])
        #expect(named.headers["content-disposition"] == "inline; filename=\"sales.\(ending)\"")
    }

    @Test("Each form has a tag of its own")
    func haveTags() throws {
        let tags = try Self.names.filter { $0 != "jpeg" }.map {
            try #require(Plot.get("line=3,1,4&format=\($0)").headers["etag"])
        }
        #expect(Set(tags).count == tags.count)
    }

    @Test("PNG is what comes of a query that does not choose", arguments: ["", "/", "/sales"])
    func isPNG(path: String) throws {
        let answer = try Plot.get("line=3,1,4", ["PATH_INFO": path])
        #expect(answer.type == "image/png" && answer.size == [800, 400])
    }

    @Test(
        "The ending comes before format=, and of several the last counts",
        arguments: [
            ("/sales.svg", "line=3&format=csv", "image/svg+xml"),
            ("/sales.png", "format=json&line=3", "image/png"),
            ("/sales.csv.svg", "line=3", "image/svg+xml"),
            ("", "format=svg&line=3&format=pdf", "application/pdf"),
        ])
    func order(path: String, query: String, type: String) throws {
        #expect(try Plot.get(query, ["PATH_INFO": path]).type == type)
    }

    @Test("Behind a mark, format= is also that of its labels")
    func knowsLabels() throws {
        let answer = try Plot.get("line=3,1,4&labels=1&format=.1f&format=svg")
        #expect(answer.status == 200 && answer.type == "image/svg+xml")
        #expect(answer.text.contains(">4.0<"))
    }

    @Test(
        "A form that nobody knows is refused, and all that there are are named",
        arguments: [
            ("", "line=3&format=gif"), ("/sales.gif", "line=3"),
            ("/sales.gif", "line=3&format=png"),
            ("", "format=tiff&line=3"), ("/sales.exe", ""), ("/sales.PNG", "line=3"),
        ])
    func refuse(path: String, query: String) throws {
        let answer = try Plot.get(
            query, ["PATH_INFO": path, "HTTP_ACCEPT": "application/json"])
        #expect(answer.status == 400)
        #expect(
            answer.text.contains("png, svg, pdf, jpg, webp, csv, json, html, base64, txt."))
    }

    @Test("HEAD gives the header of GET and no body", arguments: names)
    func haveHead(name: String) throws {
        let query = "line=3,1,4&format=\(name)"
        let head = try Plot.run(Plot.environment(query, method: "HEAD"))
        #expect(head.body.isEmpty)
        #expect(try head.headers == Plot.get(query).headers)
    }

    @Test("The same request draws the same bytes", arguments: names)
    func areStable(name: String) throws {
        let query = "x=1..5&line=sin(x)&pie=1,2&title=A&format=\(name)"
        #expect(try Plot.get(query).body == Plot.get(query).body)
    }

    @Test(
        "Under what name a browser saves it is said by the path, else by the title",
        arguments: [
            ("", "", "chart.png"), ("", "title=Visits,+by+day", "Visits-by-day.png"),
            ("/sales.png", "title=Visits", "sales.png"), ("/2026/may.svg", "", "may.svg"),
            ("/sales", "format=csv", "sales.csv"), ("", "title=%21%3F&format=json", "chart.json"),
            ("/con.png", "", "chart-con.png"), ("", "title=NUL", "chart-NUL.png"),
            ("/a/Lpt1.b.svg", "", "chart-Lpt1.b.svg"), ("", "title=COM", "COM.png"),
            ("/..", "", "chart.png"), ("/.profile", "", "profile.png"),
            ("", "title=Con+man", "Con-man.png"),
            ("", "title=..%2F..%2Fetc%2Fpasswd", "etc-passwd.png"),
            (
                "", "title=Ums%C3%A4tze+%26+mehr",
                "Ums_tze-mehr.png\"; filename*=UTF-8''Ums%C3%A4tze-mehr.png"
            ),
            (
                "/\u{58F2}\u{4E0A}.pdf", "",
                "__.pdf\"; filename*=UTF-8''%E5%A3%B2%E4%B8%8A.pdf"
            ),
            (
                "/a \"b\";c.png", "",
                "a__b__c.png\"; filename*=UTF-8''a%20%22b%22%3Bc.png"
            ),
        ])
    func haveName(path: String, keys: String, name: String) throws {
        for (download, manner) in [("", "inline"), ("0", "inline"), ("1", "attachment")] {
            let key = download.isEmpty ? "" : "&download=\(download)"
            let answer = try Plot.get("line=3,1,4&\(keys)\(key)", ["PATH_INFO": path])
            let end = name.contains("*=") ? "" : "\""
            #expect(
                answer.headers["content-disposition"] == "\(manner); filename=\"\(name)\(end)")
            #expect(answer.status == 200)
        }
    }

    @Test("download= is yes or no", arguments: ["2", "yes", "01"])
    func refuseDownload(value: String) throws {
        let answer = try Plot.get(
            "line=3,1,4&download=\(value)", ["HTTP_ACCEPT": "application/json"])
        #expect(answer.status == 400 && answer.text.contains("download"))
    }

    @Test("A program that saves an error sees that it is one")
    func keepErrors() throws {
        let answer = try Plot.get("line=3,1,4&legnd=top&download=1", ["PATH_INFO": "/sales.csv"])
        #expect(answer.status == 400 && answer.headers["content-disposition"] == nil)
    }

    @Test("html is a page that holds the very PNG, and its words")
    func embeds() throws {
        let query = "line=3,1,4&title=%22A%22+%26+%3Cb%3E&size=300x200&bg=%23fafafa"
        let folder = try TemporaryFolder()
        let page = folder.url.appending(path: "page.html")
        try Plot.get(query + "&format=html").body.write(to: page)
        let checked = try Command(
            URL(filePath: "/usr/bin/env"),
            ["xmllint", "--html", "--nonet", "--noout", page.path])
        #expect(checked.status == 0 && checked.diagnostics == "")
        let script = """
            import base64, html.parser, sys
            class Page(html.parser.HTMLParser):
                images = []
                def handle_starttag(self, tag, attributes):
                    if tag == "img": self.images.append(dict(attributes))
                    assert tag not in ("script", "b", "link", "iframe"), tag
            Page().feed(open(sys.argv[1], encoding="utf-8").read())
            [image] = Page.images
            kind, data = image["src"].split(",")
            assert kind == "data:image/png;base64", kind
            assert (image["width"], image["height"]) == ("300", "200"), image
            open(sys.argv[2], "wb").write(base64.b64decode(data, validate=True))
            print(image["alt"])
            """
        let picture = folder.url.appending(path: "picture.png")
        let words = try Command.run("python3", "-c", script, page.path, picture.path)
        #expect(try Data(contentsOf: picture) == Plot.picture(query))
        #expect(try words == Plot.get(query + "&format=txt").body)
    }

    @Test("base64 is the PNG as a data URI", arguments: ["", "&dpr=2", "&size=1x1", "&theme=dark"])
    func encodes(keys: String) throws {
        let picture = try Plot.picture("line=3,1,4" + keys)
        let address = try Plot.get("line=3,1,4&format=base64" + keys).text
        #expect(address == "data:image/png;base64," + picture.base64EncodedString())
    }

    @Test("At a shell they are written to standard output alone", arguments: names)
    func areWritten(name: String) throws {
        let command = try Command(
            Repository.program(), ["line=3,1,4&format=\(name)"], environment: [:])
        #expect(command.status == 0 && command.diagnostics == "")
        #expect(try command.output == Plot.get("line=3,1,4&format=\(name)").body)
    }

    @Test("In an <img> an error is a picture, whatever form was asked for", arguments: names)
    func showErrors(name: String) throws {
        for changes in [["HTTP_SEC_FETCH_DEST": "image"], [:]] {
            let query = "nosuchkey=1&size=300x200"
            let asked = try Plot.get(query + "&format=\(name)", changes)
            let named = try Plot.get(
                query, changes.merging(["PATH_INFO": "/a.\(name)"]) { $1 })
            for answer in [asked, named] {
                #expect(answer.status == 400 || answer.status == 404)
                #expect(answer.type == "image/png" && answer.size == [300, 200])
            }
        }
    }
}
