import Foundation
import Testing
import Trials

@Suite("Charts as PDF, read by programs that are not ours")
struct PDFTests {
    /// A PDF in a file, as the programs want it.
    private struct File {
        private let folder: TemporaryFolder
        let path: String
        let bytes: Data

        init(_ query: String) throws {
            let answer = try Plot.get(query + "&format=pdf")
            #expect(answer.status == 200)
            #expect(answer.type == "application/pdf")
            folder = try TemporaryFolder()
            bytes = answer.body
            path = folder.url.appending(path: "chart.pdf").path
            try bytes.write(to: URL(filePath: path))
        }

        func place(of name: String) -> String { folder.url.appending(path: name).path }

        /// The lines that a program writes about the file, each shortened to what is not space.
        func lines(_ program: String, _ arguments: String..., then last: [String] = []) throws
            -> [String]
        {
            let output = try Command.run(program, arguments + [path] + last)
            return String(decoding: output, as: UTF8.self)
                .split(whereSeparator: { $0 == "\n" || $0 == "\u{C}" })
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }

        /// Fails where the file has the slightest fault.
        func check() throws {
            let lines = try lines("qpdf", "--check")
            #expect(lines.contains { $0.hasPrefix("No syntax or stream encoding errors") })
            #expect(!lines.contains { $0.contains("WARNING") })
        }
    }

    private static let golden: [String] = {
        let folder = Repository.root.appending(path: "Tests/Golden").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".query") }.sorted()
    }()

    private static func query(_ name: String) throws -> String {
        let file = Repository.root.appending(path: "Tests/Golden").appending(path: name)
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").joined()
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    // MARK: Looks

    @Test("There are charts to compare")
    func thereAreSome() { #expect(Self.golden.count > 10) }

    /// Letters of the PNG stand on whole pixels, those of the PDF where they are: so each pixel may
    /// look like any between it and its neighbours. Of 10,000 pixels, 25 may stray from that, by more
    /// than 40 of 255, where one point is one pixel, and 10 where it is two.
    @Test("A PDF looks like the PNG of the same chart", arguments: golden)
    func looksAlike(name: String) throws {
        let query = try Self.query(name)
        for (density, most) in [(1, 25.0), (2, 10.0)] {
            let query = query + "&dpr=\(density)"
            let file = try File(query)
            try file.check()
            let png = file.place(of: "chart.png")
            try Plot.picture(query).write(to: URL(filePath: png))
            _ = try Command.run(
                "pdftoppm",
                ["-r", "\(72 * density)", "-png", "-singlefile", file.path, file.place(of: "page")])
            let output = try Command.run(
                "python3", ["-c", Self.comparison, png, file.place(of: "page.png")])
            let text = String(decoding: output, as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines)
            let stray = try #require(Double(text), "\(name): \(text)")
            #expect(stray <= most, "\(name) at \(density) pixels a point")
        }
    }

    /// How many of 10,000 pixels of either picture lie outside what the other has around their place.
    private static let comparison = """
        import sys
        from PIL import Image, ImageChops, ImageFilter
        def flat(name):
            picture = Image.open(name).convert("RGBA")
            paper = Image.new("RGBA", picture.size, "white")
            return Image.alpha_composite(paper, picture).convert("RGB")
        def stray(a, b):
            low, high = b.filter(ImageFilter.MinFilter(3)), b.filter(ImageFilter.MaxFilter(3))
            off = ImageChops.lighter(ImageChops.subtract(a, high), ImageChops.subtract(low, a))
            red, green, blue = off.split()
            off = ImageChops.lighter(ImageChops.lighter(red, green), blue)
            return off.point(lambda step: 255 if step > 40 else 0)
        a, b = (flat(name) for name in sys.argv[1:])
        if a.size != b.size:
            sys.exit("%s is not %s" % (a.size, b.size))
        off = ImageChops.lighter(stray(a, b), stray(b, a))
        print(off.histogram()[255] * 10000 / (a.size[0] * a.size[1]))
        """

    @Test("Where there is no background, the page shows through")
    func isTransparent() throws {
        let file = try File("bar=3,1&bg=none&size=200x100")
        _ = try Command.run(
            "pdftocairo",
            ["-png", "-transp", "-singlefile", "-r", "72", file.path, file.place(of: "page")])
        let script =
            "import sys; from PIL import Image; print(Image.open(sys.argv[1]).getpixel((0, 0)))"
        let corner = try Command.run("python3", ["-c", script, file.place(of: "page.png")])
        #expect(String(decoding: corner, as: UTF8.self).contains(", 0)"))
    }

    @Test("The page has the picture's size, whatever its density", arguments: [1, 2])
    func size(density: Int) throws {
        let lines = try File("line=1,2&size=321x123&dpr=\(density)").lines("pdfinfo")
        #expect(lines.contains { $0.hasPrefix("Page size:") && $0.hasSuffix(" 321 x 123 pts") })
        #expect(lines.contains { $0.hasPrefix("Pages:") && $0.hasSuffix(" 1") })
    }

    // MARK: Words

    @Test(
        "What stands in a chart can be copied out of it",
        arguments: [
            "Requests per second (%)", "Zażółć gęślą jaźń", "Ταχύτητα φωτός", "Скорость света",
            "naïve façade, Größe, Ærø", "−5 × 2 ≈ −10 µm/€ ½", "a‑b a-b", "\u{1F701} unknown 日本",
            "e\u{301}", "back\\slash <tag> (paren) & co", "“quoted” – dash — ‘so’",
        ])
    func words(text: String) throws {
        let file = try File(
            "bar=1,2&labels=a,b&size=800x400&title=" + Self.encoded(text) + "&ylabel="
                + Self.encoded(text))
        try file.check()
        let lines = try file.lines("pdftotext", "-enc", "UTF-8", then: ["-"])
        let found = lines.filter {
            Array($0.precomposedStringWithCanonicalMapping.unicodeScalars)
                == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        }
        #expect(found.count == 2, "\(lines)")
        #expect(try file.lines("pdfinfo").first == "Title:           \(text)")
    }

    @Test("Letters that run from right to left are all there")
    func lettersFromTheRight() throws {
        let file = try File("line=1,2&title=" + Self.encoded("שלום"))
        let lines = try file.lines("pdftotext", "-enc", "UTF-8", then: ["-"])
        let title = try #require(lines.first).unicodeScalars.filter { 0x5D0...0x5EA ~= $0.value }
        #expect(title.sorted() == "שלום".unicodeScalars.sorted())
    }

    @Test("Labels on a slant are words too")
    func turnedWords() throws {
        let names = (1...24).map { "Department \($0)" }
        let file = try File(
            "size=600x400&bar=" + names.indices.map { "\($0 + 1)" }.joined(separator: ",")
                + "&labels=" + names.map { Self.encoded($0) }.joined(separator: ","))
        try file.check()
        let slanted = try file.lines("pdftotext", "-raw", then: ["-"])
        #expect(Array(slanted.prefix(24)) == names)
    }

    @Test("Fonts are carried along, only as much of them as is needed")
    func fonts() throws {
        let file = try File("line=1,2&title=" + Self.encoded("Title ☺ ﷼"))
        let fonts = try file.lines("pdffonts").dropFirst(2)
        #expect(fonts.count >= 2)
        for font in fonts {
            #expect(font.contains("CID Type 0C       Identity-H       yes yes yes"))
            #expect(font.prefix(7).last == "+")
        }
        #expect(file.bytes.count < 10_000)
    }

    // MARK: Structure

    @Test("The page is one figure with its description in words")
    func structure() throws {
        let file = try File("line=1,5&title=Visits&alt=" + Self.encoded("Grün: (steil) hinauf"))
        let info = try file.lines("pdfinfo")
        #expect(info.contains { $0.hasPrefix("Tagged:") && $0.hasSuffix(" yes") })
        #expect(info.contains { $0.hasPrefix("Metadata Stream:") && $0.hasSuffix(" yes") })
        let tree = try file.lines("pdfinfo", "-struct-text")
        #expect(tree.first == "Document")
        #expect(tree.dropFirst().first?.hasPrefix("Figure") == true)
        #expect(tree.contains { $0.contains("Visits") })
        let plain = try Command.run(
            "qpdf", ["--qdf", "--object-streams=disable", file.path, "-"])
        let text = String(decoding: plain, as: UTF8.self)
        let alternative = "Grün: (steil) hinauf".utf16.map { unit in
            (unit < 256 ? "00" : "") + String(unit, radix: 16)
        }
        #expect(text.contains("/Alt <feff" + alternative.joined() + ">"))
        for key in ["/DisplayDocTitle true", "/Marked true", "/Lang (en)", "/ParentTree <<"] {
            #expect(text.contains(key))
        }
        #expect(text.contains("<rdf:li xml:lang=\"x-default\">Visits</rdf:li>"))
    }

    @Test("The same chart gives the same bytes, another one another identifier")
    func isStable() throws {
        let query = "line=3,1,4&title=A&area=1,2,3"
        #expect(try File(query).bytes == File(query).bytes)
        func identifier(_ query: String) throws -> Substring {
            let text = String(decoding: try File(query).bytes, as: UTF8.self)
            return try #require(text.range(of: "/ID[<").map { text[$0.upperBound...].prefix(32) })
        }
        let one = try identifier(query)
        #expect(one.allSatisfy { $0.isHexDigit })
        #expect(try one != identifier(query + "&line=1"))
    }

    @Test("Whatever the chart, qpdf finds no fault", arguments: 1...12)
    func isSound(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let letters = "abcXYZ ()\\<>/%[]{}éßжλ☺日\u{1F600}\u{301}\u{AD}"
        func numbers(_ count: Int) -> String {
            (0..<count).map { _ in
                random.once(in: 9)
                    ? "_" : "\(random.number(-1...1) * random.one(of: [1, 1e3, 1e12]))"
            }.joined(separator: ",")
        }
        var query = "size=" + random.one(of: ["16x16", "120x24", "500x300", "1600x900"])
        for _ in 0..<random.whole(1...4) {
            let kind = random.one(of: ["line", "area", "step", "bar", "stem", "box", "hist"])
            query += "&\(kind)=" + numbers(random.whole(1...60)) + "&name="
            query += Self.encoded(random.text(of: letters, upTo: 20))
        }
        query += "&title=" + Self.encoded(random.text(of: letters, upTo: 60))
        query += random.once(in: 2) ? "&bg=none" : "&ylim=0..0.000001"
        try File(query).check()
    }

    @Test("A long line is a small file, soon written")
    func longLine() throws {
        let points = (0..<20_000).map { "\(($0 * 7919) % 1000)" }.joined(separator: ",")
        let answer = try Plot.post(Data("line=\(points)&format=pdf".utf8))
        #expect(answer.type == "application/pdf")
        #expect(answer.body.count < 200_000)
    }
}
