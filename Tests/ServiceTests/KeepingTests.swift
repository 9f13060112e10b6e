import Dialects
import Foundation
import Gateway
import Testing

@testable import Service

@Suite("What is kept of an answer, and for how long")
struct KeepingTests {
    private func tag(
        _ query: String, path: String = "", method: Request.Method = .get
    ) throws -> EntityTag? {
        let request = Request(
            method: method, path: path, query: try Query(decoding: Array(query.utf8)))
        return try order(request).tag(for: request)
    }

    private func order(_ request: Request) throws -> Order {
        var order = Order()
        try order.read(request, from: Shelves(Environment([:]), for: request.caller))
        return order
    }

    @Test(
        "However a chart is asked for, its tag is the same",
        arguments: [
            "%6Cine=3%2C1%2c4&title=a+b", "line=3,1,4&title=a%20b&_=12345",
            "_x&line=3,1,4&title=a b",
            "&line=3,1,4&&title=a+b&", "line=3,1,4&title=a+b&errors=page",
            "format=png&line=3,1,4&title=a+b",
            "line=3,1,4&title=a+b&cache=60", "line=3,1,4&title=a+b&download=1",
        ])
    func ignoresSpelling(query: String) throws {
        let expected = try #require(try tag("line=3,1,4&title=a+b"))
        #expect(try tag(query) == expected)
        #expect(try tag(query, method: .head) == expected)
        #expect(try tag(query, path: "/sales.png") == expected)
    }

    @Test("Any other chart, form or quality has a tag of its own")
    func tellsCharts() throws {
        var tags = try [
            "line=3,1,4", "line=3,1,5", "line=3,1,4&title=a", "title=a&line=3,1,4", "area=3,1,4",
            "line=3,1,4&format=jpg", "line=3,1,4&format=webp", "line=3,1,4&format=html",
            "line=3,1,4&format=jpg&quality=90", "line=3,1,4&format=jpg&quality=9",
            "line=3&line=1,4", "line=3,1,4&line=",
        ].map { try #require(try tag($0)) }
        while let last = tags.popLast() { #expect(!tags.contains(last)) }
    }

    @Test("What is posted has no tag")
    func tagsNoPost() throws {
        #expect(try tag("line=3,1,4", method: .post) == nil)
    }

    @Test("A chart that its address tells is kept for an hour, unless the query says how long")
    func keeps() throws {
        func freshness(_ query: String, _ method: Request.Method = .get) throws -> Freshness? {
            let request = Request(method: method, query: try Query(decoding: Array(query.utf8)))
            return try order(request).freshness(for: request)
        }
        #expect(try freshness("line=3,1,4") == .lasting)
        #expect(try freshness("line=3,1,4&cache=60") == .exactly(60))
        #expect(try freshness("line=3,1,4&cache=9&cache=0") == .exactly(0))
        #expect(try freshness("line=3,1,4", .post) == nil)
        #expect(try freshness("line=3,1,4&cache=60", .post) == .exactly(60))
    }

    @Test("What somebody gets under their name, nobody else is shown")
    func keepsApart() throws {
        var request = Request(query: try Query(decoding: Array("line=3,1,4".utf8)))
        request.caller.isKnown = true
        #expect(try order(request).freshness(for: request) == Freshness.lasting.unshared)
    }

    @Test("A chart of files is asked after each time, and has the tag of what they hold")
    func heedsFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plot-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let request = Request(path: "/saved")
        let environment = Environment(["PLOT_CHARTS": folder.path])
        func saved(_ text: String) throws -> (EntityTag?, Freshness?) {
            try Data(text.utf8).write(to: folder.appending(path: "saved.query"))
            var order = Order()
            try order.read(request, from: Shelves(environment, for: request.caller))
            return (order.tag(for: request), order.freshness(for: request))
        }
        let (first, freshness) = try saved("line=3,1,4")
        #expect(try first == saved("line=3,1,4").0)
        #expect(try first != saved("line=3,1,5").0)
        #expect(freshness == .asking)
        #expect(try saved("line=3,1,4&cache=60").1 == .exactly(60))
    }

    @Test(
        "A time that is no number of seconds, or longer than a year, is refused",
        arguments: ["-1", "31536001", "1e3", "99999999999999999999"])
    func refuses(age: String) {
        #expect(
            throws: Failure.native(
                .wrong(key: "cache", at: 0, found: age, .within(0, 31_536_000)))
        ) { _ = try tag("line=3,1,4&cache=\(age)") }
    }

    @Test("A time that is no whole number is refused as such", arguments: ["1h", "60.5", "no"])
    func refusesWords(age: String) {
        #expect(
            throws: Failure.native(.wrong(key: "cache", at: 0, found: age, .seconds))
        ) { _ = try tag("line=3,1,4&cache=\(age)") }
    }

    @Test("Keys of the answer that are empty are refused", arguments: ["cache", "quality", "data"])
    func refusesEmpty(key: String) {
        #expect(throws: Failure.native(.empty(key: key))) {
            _ = try tag("line=3,1,4&format=jpg&\(key)=")
        }
    }

    @Test(
        "A quality that is no number from 1 to 100 is refused",
        arguments: ["0", "101", "-5", "90%", "high", "1e2", "50.5"])
    func refusesQuality(quality: String) {
        let escaped = quality.replacing("%", with: "%25")
        let isWhole = ["0", "101", "-5", "1e2"].contains(quality)
        #expect(
            throws: Failure.native(
                .wrong(
                    key: "quality", at: 0, found: quality, isWhole ? .within(1, 100) : .wholeNumber)
            )
        ) { _ = try tag("line=3,1,4&format=jpg&quality=\(escaped)") }
    }

    @Test("Where nothing is lost there is no quality", arguments: ["png", "html", "base64"])
    func refusesUselessQuality(form: String) {
        #expect(throws: Failure.noQuality(form: form)) {
            _ = try tag("line=3,1,4&format=\(form)&quality=90")
        }
    }
}
