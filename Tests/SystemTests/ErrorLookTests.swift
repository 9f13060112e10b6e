import Foundation
import Testing

@Suite("What an error looks like")
struct ErrorLookTests {
    /// Requests that are refused before a chart is read, each by what it changes.
    static let refusals: [(changes: [String: String], status: Int)] = [
        (["REQUEST_METHOD": "PUT"], 405),
        (["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "99999999"], 413),
        (["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "3", "CONTENT_TYPE": "text/html"], 415),
        (["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "three"], 400),
        (["PLOT_MAX_QUERY": "40"], 414), (["PLOT_MAX_PARAMETERS": "3"], 400),
        (["PLOT_MAX_KEY": "6"], 400),
    ]
    static let tail = "&line=1&nosuchkey=" + String(repeating: "x", count: 50)

    @Test("A request that is refused unread gets the error that it wishes for", arguments: refusals)
    func heedsWishOfRefused(changes: [String: String], status: Int) throws {
        let page = ["HTTP_ACCEPT": Plot.page].merging(changes) { $1 }
        let picture = try Plot.get("errors=image&size=300x200" + Self.tail, page)
        #expect(picture.status == status)
        #expect(picture.size == [300, 200])
        let other = try Plot.get("errors=page" + Self.tail, changes)
        #expect(other.status == status)
        #expect(other.type == "text/html; charset=utf-8")
    }

    @Test("A wish counts however it is escaped, and what is wrong beside it does not matter")
    func readsEscapedWish() throws {
        let query = "%ff=%&&=&%65rrors=image&w=250&h=%31%35%30&download=7"
        let answer = try Plot.get(query, ["REQUEST_METHOD": "PUT", "HTTP_ACCEPT": Plot.page])
        #expect(answer.size == [250, 150])
    }

    @Test("A wish that the limit of the query cuts short is none")
    func ignoresCutWish() throws {
        let query = "errors=image&size=300x200" + Self.tail
        for (limit, size) in [("23", [400, 90]), ("24", [400, 90]), ("26", [300, 200])] {
            #expect(try Plot.get(query, ["PLOT_MAX_QUERY": limit]).size == size)
        }
        #expect(try Plot.get(query, ["PLOT_MAX_QUERY": "0"]).status == 414)
    }

    @Test(
        "Who takes anything gets an error of the kind of what they asked for",
        arguments: [
            ("csv", "text/plain; charset=utf-8"), ("txt", "text/plain; charset=utf-8"),
            ("base64", "text/plain; charset=utf-8"), ("json", "application/json"),
            ("png", "text/html; charset=utf-8"), ("svg", "text/html; charset=utf-8"),
            ("html", "text/html; charset=utf-8"), ("bmp", "text/html; charset=utf-8"),
        ])
    func suitsForm(form: String, type: String) throws {
        let anything = ["HTTP_ACCEPT": "*/*"]
        let inKey = try Plot.get("nosuchkey=1&format=\(form)", anything)
        let inPath = try Plot.get(
            "nosuchkey=1&format=png", anything.merging(["PATH_INFO": "/a.\(form)"]) { $1 })
        let refused = try Plot.get(
            "format=\(form)", anything.merging(["REQUEST_METHOD": "PUT"]) { $1 })
        for answer in [inKey, inPath, refused] { #expect(answer.type == type) }
        let asPage = try Plot.get("nosuchkey=1&format=\(form)", ["HTTP_ACCEPT": Plot.page])
        #expect(asPage.type == "text/html; charset=utf-8")
        let wished = try Plot.get("nosuchkey=1&errors=page&format=\(form)", anything)
        #expect(wished.type == "text/html; charset=utf-8")
    }

    @Test("An error in plain text says what is wrong and how to mend it")
    func saysPlainly() throws {
        let answer = try Plot.get("line=3,one&format=csv", ["HTTP_ACCEPT": "*/*"])
        #expect(answer.status == 400)
        #expect(answer.text.hasPrefix("plot: In “line”, at character 3: “one” is"))
    }
}
