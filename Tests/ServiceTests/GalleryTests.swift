import Dialects
import Foundation
import Gateway
import Testing
import Trials

@testable import Service

@Suite("The page")
struct GalleryTests {
    private let page: String
    /// The page without what is written in other languages.
    private let markup: String

    init() {
        page = String(decoding: Gallery.answer(to: Request()).body, as: UTF8.self)
        markup = page.replacing(/(?s)<(style|script)>.*?<\/\1>/, with: "")
    }

    @Test("Every mark is on the page with its example", arguments: MarkKind.all.map(\.names))
    func showsMark(names: [String]) throws {
        let kind = try #require(MarkKind.all.first { $0.names == names })
        for name in names { #expect(page.contains("<code>\(name)=</code>")) }
        #expect(page.contains("id=\"mark-\(names[0])\""))
        #expect(page.contains(Markup.html(kind.summary)))
        #expect(page.contains("<a href=\"?\(Markup.html(kind.example))\">"))
    }

    @Test("Every key is on the page with its example")
    func showsKeys() {
        for key in Key.ofMarks { expectEntry(key, "key-") }
        for key in Key.ofCharts { expectEntry(key, "chart-") }
    }

    @Test("Every form of an answer is shown, and every key of the answer told")
    func showsForms() {
        for form in Form.allCases {
            #expect(Forms.examples.contains { $0.query.hasSuffix("&format=\(form.rawValue)") })
            #expect(page.contains(Markup.html(form.summary)))
        }
        for key in Order.keys {
            #expect(page.contains("id=\"answer-\(key.name)\""))
            #expect(page.contains(Markup.html(key.summary)), "\(key.name)")
        }
    }

    private func expectEntry<Settings>(_ key: Key<Settings>, _ prefix: String) {
        #expect(page.contains("id=\"\(prefix)\(key.name)\""))
        #expect(page.contains(Markup.html(key.form)), "\(key.name)")
        #expect(page.contains(Markup.html(key.summary)), "\(key.name)")
        #expect(page.contains("<a href=\"?\(Markup.html(key.example))\">"), "\(key.name)")
    }

    @Test("Every mark has a place in the gallery, not in the reference alone")
    func drawsEachMark() {
        let examples = Chapter.all.flatMap(\.examples) + Sentence.examples
        for kind in MarkKind.all {
            #expect(examples.contains { kind.names.contains(where: $0.has) }, "\(kind.names[0])")
        }
    }

    @Test(
        "The queries that must always work are in the gallery",
        arguments: [
            "line=3,1,4,1,5,9,2,6",
            "bar=12,19,3,5&labels=Mon,Tue,Wed,Thu&title=Visits",
            "x=-10..10&line=sin(x)/x&name=sinc&line=cos(x)&name=cos&title=Waves",
            "scatter=1:2,2:3,3:5,4:4&xlabel=Load&ylabel=Latency%20(ms)",
            "pie=60,25,15&labels=Chrome,Safari,Firefox",
            "x=2026-01-01,2026-02-01,2026-03-01&line=5,7,6&name=2025&dash=4,4&line=6,9,8&name=2026"
                + "&legend=bottom",
            "area=1,3,2&area=2,1,4&stack=1",
            "bar=4,2&name=A&bar=3,5&name=B&labels=North,South&stack=1&horizontal=1",
            "hist=1,2,2,3,3,3,4,4,5&bins=5",
            "line=1,10,100,1000&yscale=log",
            "spark=1,5,2,8,3&size=120x24",
            "data=weather.csv&x=date&line=tmin&line=tmax&yformat=.1f",
        ])
    func holds(query: String) {
        let examples = Chapter.all.flatMap(\.examples) + Sentence.examples
        #expect(examples.contains { $0.query == query })
    }

    @Test("Every query on the page is a chart")
    func drawsQueries() throws {
        let addresses = self.addresses.filter { $0.hasPrefix("?") }
        #expect(addresses.count > 100)
        for address in addresses {
            let query = try Query(decoding: Array(address.dropFirst().utf8))
            let request = Request(query: query)
            #expect(throws: Never.self, "\(address)") {
                var order = Order()
                try order.read(request, from: Shelves(Environment([:]), for: request.caller))
                _ = try Native.figure(from: order.pairs, data: order.dataFiles.sources)
            }
        }
    }

    @Test("An address holds only what an address may hold")
    func escapesAddresses() {
        let allowed = Set("!$&'()*+,-./:;=?@_~%#".utf8)
        for address in addresses {
            let strange = address.utf8.filter { !allowed.contains($0) && !isLetterOrDigit($0) }
            #expect(strange.isEmpty, "\(address)")
            #expect(!address.contains(/%(?![0-9A-Fa-f]{2})/), "\(address)")
        }
    }

    @Test("The page refers to nothing but this program and itself")
    func staysAtHome() {
        for address in addresses { #expect(address.hasPrefix("?") || address.hasPrefix("#")) }
        #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("://"))
        for name in ["link", "script", "form"] {
            #expect(page.matches(of: try! Regex("<\(name)[ >]")).count == 1, "\(name)")
        }
    }

    @Test("Each link within the page has its place there, and no place is there twice")
    func linksWithin() {
        let places = markup.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(places).count == places.count)
        for address in addresses where address.hasPrefix("#") {
            #expect(places.contains(String(address.dropFirst())), "\(address)")
        }
        for place in markup.matches(of: #/ aria-labelledby="([^"]*)"/#) {
            #expect(places.contains(String(place.1)))
        }
    }

    @Test("Every picture has its size and its words")
    func describesPictures() {
        let pictures = markup.matches(of: /<img src[^>]*>/).map { String($0.output) }
        for picture in pictures {
            #expect(picture.contains(#/ width="[1-9][0-9]*" height="[1-9][0-9]*"/#), "\(picture)")
            #expect(picture.contains(#/ alt="[^"]+"/#), "\(picture)")
        }
    }

    @Test("The policy lets the page run its own script and no other")
    func permitsScript() throws {
        let script = try #require(page.firstMatch(of: /(?s)<script>(.*?)<\/script>/))
        let hash = "sha256-" + (try sha256(String(script.1))).base64EncodedString()
        #expect(Script.hash == hash)
        #expect(Gallery.answer(to: Request()).header.contains("; script-src '\(hash)';"))
        #expect(!markup.contains(#/ on[a-z]+="/#))
    }

    @Test("Without the script nothing is missing but the playground")
    func holdsWithoutScript() throws {
        let hidden = markup.matches(of: /<[a-z]+[^>]* hidden>/).map { String($0.output) }
        #expect(hidden == ["<form hidden>", "<span hidden>"])
        #expect(page.contains("<noscript>"))
    }

    @Test("Every element that is opened is closed")
    func closesElements() {
        var open: [Substring] = []
        let empty: Set<Substring> = ["meta", "link", "img", "source", "wbr", "input"]
        for tag in markup.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) where !empty.contains(tag.2) {
            if tag.1.isEmpty {
                open.append(tag.2)
            } else {
                #expect(open.popLast() == tag.2)
            }
        }
        #expect(open.isEmpty)
    }

    /// Everything that an attribute of the page names.
    private var addresses: [String] {
        let single = markup.matches(of: #/ (?:href|src|action)="([^"]*)"/#).map { String($0.1) }
        let many = markup.matches(of: #/ srcset="([^"]*)"/#).flatMap { match in
            match.1.split(separator: ", ").compactMap {
                $0.split(separator: " ").first.map(String.init)
            }
        }
        return (single + many).map { $0.replacing("&amp;", with: "&") }
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    private func sha256(_ text: String) throws -> Data {
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/sha256sum")
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let digits = Array(
            String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
        return Data(
            stride(from: 0, to: 64, by: 2).compactMap {
                UInt8(String(digits[$0...$0 + 1]), radix: 16)
            })
    }
}
