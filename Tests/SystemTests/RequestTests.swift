import Foundation
import Testing

@Suite("What the program answers")
struct RequestTests {
    @Test("A chart is a PNG of 800 by 400")
    func draws() throws {
        let answer = try Plot.get("line=3,1,4")
        #expect(answer.status == 200)
        #expect(answer.type == "image/png")
        #expect(answer.size == [800, 400])
    }

    @Test("A chart has the size that was asked for")
    func obeysSize() throws {
        #expect(try Plot.get("line=3,1,4&size=300x200").size == [300, 200])
    }

    @Test("The same request draws the same bytes")
    func isStable() throws {
        #expect(try Plot.picture("line=3,1,4") == Plot.picture("line=3,1,4"))
    }

    @Test("Pages of other origins may show and read a picture")
    func isShared() throws {
        let headers = try Plot.get("line=3,1,4").headers
        #expect(headers["cross-origin-resource-policy"] == "cross-origin")
        #expect(headers["access-control-allow-origin"] == "*")
    }

    @Test("HEAD gives the header of GET and no body")
    func answersHead() throws {
        let head = try Plot.run(Plot.environment("line=3,1,4", method: "HEAD"))
        #expect(head.body.isEmpty)
        #expect(try head.headers == Plot.get("line=3,1,4").headers)
    }

    @Test("HEAD gives the header of GET for an error too")
    func answersHeadOfError() throws {
        let head = try Plot.run(Plot.environment("nosuchkey=1", method: "HEAD"))
        #expect(head.body.isEmpty)
        #expect(try head.headers == Plot.get("nosuchkey=1").headers)
    }

    @Test("OPTIONS names the methods")
    func answersOptions() throws {
        let answer = try Plot.run(Plot.environment("", method: "OPTIONS"))
        #expect(answer.status == 204)
        #expect(answer.headers["allow"] == "GET, HEAD, POST, OPTIONS")
    }

    @Test(
        "Any other method is refused, and the right ones are named",
        arguments: ["PUT", "DELETE", "TRACE", "PROPFIND", "get", "FOO"])
    func refuses(method: String) throws {
        let answer = try Plot.run(Plot.environment("line=3,1,4", method: method))
        #expect(answer.status == 405)
        #expect(answer.headers["allow"] == "GET, HEAD, POST, OPTIONS")
    }

    @Test("A browser that visits the program without a query gets the gallery")
    func showsGallery() throws {
        let answer = try Plot.get("", ["HTTP_ACCEPT": Plot.page])
        #expect(answer.status == 200)
        #expect(answer.type == "text/html; charset=utf-8")
        let policy = answer.headers["content-security-policy"] ?? ""
        #expect(policy.contains("script-src 'sha256-"))
        #expect(!policy.contains("script-src 'unsafe-inline'"))
    }

    @Test(
        "An error in an <img> is a picture in the size that was asked for",
        arguments: [
            ("nosuchkey=1&size=300x200", [300, 200]), ("size=300x200&nosuchkey=1", [300, 200]),
        ])
    func drawsError(query: String, size: [Int]) throws {
        let answer = try Plot.get(query, ["HTTP_SEC_FETCH_DEST": "image"])
        #expect(answer.status == 400)
        #expect(answer.type == "image/png")
        #expect(answer.size == size)
        #expect(answer.headers["vary"] == "Accept, Sec-Fetch-Dest")
    }

    @Test("An error on a page is a page, which nothing that was sent can change")
    func writesError() throws {
        let answer = try Plot.get(
            "%3Cscript%3Ealert(1)%3C/script%3E=1", ["HTTP_ACCEPT": Plot.page])
        #expect(answer.status == 400)
        #expect(answer.type == "text/html; charset=utf-8")
        #expect(answer.text.contains("&lt;script"))
        #expect(!answer.text.lowercased().contains("<script>alert"))
        #expect(answer.headers["content-security-policy"]?.contains("sandbox") == true)
    }

    @Test(
        "Nothing that was sent gets into the header",
        arguments: [
            "line=1,2&title=a%0D%0AX-Mine:%201", "a%0D%0AX-Mine:%201=1", "line=%0D%0A%0D%0Abody",
            "format=%0D%0AX-Mine:%201&line=1",
        ])
    func keepsHeader(query: String) throws {
        for path in ["", "/a\r\nX-Mine: 1.png", "/\"; filename=b.png"] {
            let answer = try Plot.get(query, ["PATH_INFO": path])
            #expect(answer.headers["x-mine"] == nil)
            #expect(!answer.headers.values.contains { $0.contains("Mine:") })
        }
    }
}
