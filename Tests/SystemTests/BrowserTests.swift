import Foundation
import Testing

@Suite("In a real browser", .serialized)
struct BrowserTests {
    @Test("An <img> shows charts, and errors as pictures", arguments: WebServer.Kind.allCases)
    func showsImages(kind: WebServer.Kind) throws {
        let server = try WebServer(kind)
        let shown = try images(
            [
                "?line=3,1,4", "?line=3,1,4&size=300x200", "/sales.png?line=1,2&title=a%20b",
                "?nosuchkey=1&size=320x180", "?line=3,1,4&title=%zz",
            ].map { "<img src=\"/cgi-bin/plot\($0.replacing("&", with: "&amp;"))\">" },
            of: server)
        #expect(shown == ["800x400", "300x200", "800x400", "320x180", "800x400"])
    }

    @Test("The gallery's own pictures all load")
    func showsGallery() throws {
        let server = try WebServer(.lighttpd)
        let gallery = try server.fetch("cgi-bin/plot", ["--header", "Accept: text/html"])
        // What is lazy is loaded when it is scrolled to, and nobody scrolls here.
        // The page's script holds the text of an element too, which is none.
        let elements = gallery.text.matches(of: /<img [^>]*>/).map {
            String($0.output).replacing(" loading=\"lazy\"", with: "")
        }.filter { $0.contains("src=\"?") }
        #expect(!elements.isEmpty)
        let sizes = try images(elements, of: server)
        let broken = zip(elements, sizes).filter { $0.1 == "broken" }.map { $0.0 }
        #expect(sizes.count == elements.count)
        #expect(broken.isEmpty)
    }

    @Test("The gallery's policy lets its pictures through")
    func permitsGallery() throws {
        let server = try WebServer(.lighttpd)
        let log = server.pages.appending(path: "log.json").path
        _ = try Browser.load(server.url("cgi-bin/plot"), "--log-net-log=\(log)")
        #expect(try String(contentsOfFile: log, encoding: .utf8).contains("Content-Type: image/"))
    }

    /// The sizes of the pictures that a page with these `<img>`s shows, `broken` for one that it
    /// cannot show.
    private func images(_ elements: [String], of server: WebServer) throws -> [String] {
        let script = """
            onload = () => { document.body.textContent = [...document.images].map(i =>
                i.complete && i.naturalWidth ? i.naturalWidth + "x" + i.naturalHeight : "broken"
            ).join(" ") }
            """
        let html =
            "<!doctype html><base href=/cgi-bin/plot><body>\(elements.joined())<script>\(script)</script>"
        try Data(html.utf8).write(to: server.pages.appending(path: "index.html"))
        let page = try Browser.load(server.url("index.html"))
        let body = try #require(page.firstMatch(of: /<body>(.*)<\/body>/.dotMatchesNewlines()))
        return body.1.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
