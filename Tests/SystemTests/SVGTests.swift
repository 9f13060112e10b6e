import Foundation
import Testing

@Suite("Charts as SVG", .serialized)
struct SVGTests {
    /// The queries of the golden pictures, by name.
    private static let queries: [(name: String, query: String)] = {
        let folder = Repository.root.appending(path: "Tests/Golden")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".query") }.sorted().compactMap { file in
            let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
            return text.map { (String(file.dropLast(6)), $0.split(separator: "\n").joined()) }
        }
    }()

    private static func svg(_ query: String) throws -> String {
        try Plot.get(query + "&format=svg").text
    }

    @Test("An SVG is sent as one, and may do nothing when it is visited as a page")
    func isSealed() throws {
        let answer = try Plot.get("line=3,1,4", ["PATH_INFO": "/sales.svg"])
        #expect(answer.status == 200)
        #expect(answer.type == "image/svg+xml")
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        let policy = answer.headers["content-security-policy"] ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("sandbox"))
        #expect(answer.headers["content-disposition"]?.contains("sales.svg") == true)
    }

    @Test("The density changes nothing")
    func ignoresDensity() throws {
        let plain = try Self.svg("line=3,1,4&title=a")
        #expect(try Self.svg("line=3,1,4&title=a&dpr=2.5") == plain)
    }

    @Test("Nothing in a document runs, nor does it name another")
    func isSelfContained() throws {
        let hostile = "line=1,2&title=%3Cscript%3Ealert(1)%3C/script%3E&name=%22%20onload=%22x()"
        let text = try Self.svg(hostile)
        #expect(!text.contains("<script") && text.contains("&lt;script&gt;"))
        for (_, query) in Self.queries {
            let text = try Self.svg(query)
            #expect(!text.replacing("http://www.w3.org/2000/svg", with: "").contains("://"))
            #expect(!text.contains("<script") && !text.contains("<style"))
        }
    }

    @Test("xmllint finds nothing to complain about")
    func isValid() throws {
        #expect(Self.queries.count > 10)
        let folder = try TemporaryFolder()
        let files = try Self.queries.map { name, query in
            let file = folder.url.appending(path: name + ".svg")
            try Data(Self.svg(query).utf8).write(to: file)
            return file.path
        }
        _ = try Command.run("xmllint", ["--noout", "--nonet"] + files)
    }

    /// Beside letters one pixel in a thousand may differ by more than 32 of 255, as some do at the
    /// rims of shapes. Letters are judged line by line, because a browser fits them to the pixels in
    /// its own way: they have as much ink, to a sixth, and the middle of it lies where it lies in the
    /// PNG, to three quarters of a pixel.
    @Test("A browser shows the same picture as the PNG")
    func looksAlike() throws {
        // Where no face of ours has a letter the browser may have a font that has it.
        let queries = Self.queries.filter { $0.name != "missing-glyphs" }
        let results = try compare(queries.map { $0.query })
        #expect(results.count == queries.count)
        for (result, query) in zip(results, queries) {
            #expect(result.differing < 0.001, "\(query.name)")
            #expect(abs(result.ink - 1) < 1.0 / 6, "\(query.name)")
            #expect(result.shift < 0.75, "\(query.name)")
        }
    }

    @Test("Where the viewer has none of the fonts, each text keeps its place and its width")
    func keepsWidths() throws {
        let chart = try Self.svg(
            "bar=12,19,3&labels=Monday,Tuesday,Wednesday&title=Visits&name=Web")
        let own = try boxes(chart)
        let foreign = try boxes(
            chart.replacing(/font-family="[^"]*"/, with: "font-family=\"No Such Font,serif\""))
        #expect(own.count > 5)
        #expect(own.count == foreign.count)
        for (a, b) in zip(own, foreign) {
            #expect(a.text == b.text)
            #expect(abs(a.x - b.x) < 1 && abs(a.width - b.width) < 1)
            // Where the viewer has them, nothing is stretched.
            #expect(abs(a.natural - a.width) < 0.5)
        }
        // It would be another width, were it not for the one that is written.
        #expect(zip(own, foreign).contains { abs($0.natural - $1.natural) > 2 })
    }

    @Test("Two charts that stand in one page do not clash")
    func sharePages() throws {
        let script = """
            onload = () => {
                const charts = [...document.querySelectorAll("svg")]
                const ids = [...document.querySelectorAll("[id]")].map(e => e.id)
                const named = charts.every(c => c.getAttribute("aria-labelledby").split(" ")
                    .every(id => c.contains(document.getElementById(id))))
                const used = [...document.querySelectorAll("use")].every(u =>
                    u.closest("svg").contains(document.querySelector(u.getAttribute("href"))))
                document.body.textContent = [charts.length, ids.length, new Set(ids).size,
                    document.querySelectorAll("use").length > 0, named, used].join(" ")
            }
            """
        let charts = try ["One", "Two"].map {
            try Self.svg("scatter=1:2,2:3,3:1,4:4&ylim=0..3.5&title=\($0)")
        }
        let words = try page(charts.joined(), script).split(separator: " ")
        #expect(words.count == 6)
        #expect(words[0] == "2")
        #expect(words[1] == words[2])
        #expect(words[3...] == ["true", "true", "true"])
    }

    // MARK: In the browser

    private struct Comparison {
        /// The share of pixels beside letters that differ.
        var differing: Double
        /// The ink of a line of text over that in the PNG, where that is farthest from 1.
        var ink: Double
        /// How far a line's middle lies from where it lies in the PNG, at most.
        var shift: Double
    }

    /// Draws both forms of each query on white and looks at their pixels.
    private func compare(_ queries: [String]) throws -> [Comparison] {
        let script = """
            function pixels(image) {
                const canvas = document.createElement("canvas")
                canvas.width = image.naturalWidth; canvas.height = image.naturalHeight
                const context = canvas.getContext("2d", { willReadFrequently: true })
                context.fillStyle = "#fff"
                context.fillRect(0, 0, canvas.width, canvas.height)
                context.drawImage(image, 0, 0)
                return context.getImageData(0, 0, canvas.width, canvas.height)
            }
            function boxes(svg, width, height) {
                const origin = svg.getBoundingClientRect()
                return [...svg.querySelectorAll("text")].map(text => {
                    const box = text.getBoundingClientRect()
                    const [x, y] = [box.left - origin.left, box.top - origin.top]
                    return { left: Math.max(0, Math.floor(x) - 1), top: Math.max(0, Math.floor(y) - 1),
                        right: Math.min(width, Math.ceil(x + box.width) + 1),
                        bottom: Math.min(height, Math.ceil(y + box.height) + 1) }
                })
            }
            function ink(picture, box) {
                let sum = 0, x = 0, y = 0
                for (let row = box.top; row < box.bottom; row++)
                    for (let column = box.left; column < box.right; column++)
                        for (let c = 0; c < 3; c++) {
                            const at = 4 * (row * picture.width + column) + c
                            const ink = Math.abs(picture.data[at] - picture.data[c])
                            sum += ink; x += ink * column; y += ink * row
                        }
                return { sum, x: x / sum, y: y / sum }
            }
            function compare(png, svg, inline) {
                const [a, b] = [pixels(png), pixels(svg)]
                if (a.width != b.width || a.height != b.height) return "1 9 9"
                const mask = new Uint8Array(a.width * a.height)
                let lightest = 1, shift = 0
                for (const box of boxes(inline, a.width, a.height)) {
                    for (let y = box.top; y < box.bottom; y++)
                        mask.fill(1, y * a.width + box.left, y * a.width + box.right)
                    const [p, q] = [ink(a, box), ink(b, box)]
                    if (p.sum == 0) continue
                    if (Math.abs(q.sum / p.sum - 1) > Math.abs(lightest - 1)) lightest = q.sum / p.sum
                    shift = Math.max(shift, Math.hypot(p.x - q.x, p.y - q.y))
                }
                let differing = 0, beside = 0
                for (let i = 0; i < mask.length; i++) if (!mask[i]) {
                    beside++
                    if ([0, 1, 2].some(c => Math.abs(a.data[4 * i + c] - b.data[4 * i + c]) > 32))
                        differing++
                }
                return differing / beside + " " + lightest + " " + shift
            }
            onload = () => {
                const images = [...document.images], inline = [...document.querySelectorAll("svg")]
                document.body.textContent = inline.map((svg, i) =>
                    compare(images[2 * i], images[2 * i + 1], svg)).join(" ")
            }
            """
        let elements = try queries.map { query in
            // The density is the PNG's alone.
            let query = query.replacing(/&dpr=[^&]*/, with: "")
            let source = "/cgi-bin/plot?\(query)".replacing("&", with: "&amp;")
                .replacing("\"", with: "&quot;")
            return try "<img src=\"\(source)\"><img src=\"\(source)&amp;format=svg\">"
                + Self.svg(query)
        }
        let numbers = try page(elements.joined(), script).split(separator: " ")
            .compactMap { Double($0) }
        return stride(from: 0, to: numbers.count - 2, by: 3).map {
            Comparison(differing: numbers[$0], ink: numbers[$0 + 1], shift: numbers[$0 + 2])
        }
    }

    private struct Box {
        var text: String
        var x: Double
        var width: Double
        /// How wide the text would be if nobody said how wide it is.
        var natural: Double
    }

    private func boxes(_ chart: String) throws -> [Box] {
        let script = """
            onload = () => {
                document.body.textContent = [...document.querySelectorAll("text")].map(text => {
                    const box = text.getBoundingClientRect()
                    const free = text.cloneNode(true)
                    free.removeAttribute("textLength")
                    text.parentNode.append(free)
                    const words = [text.textContent, box.x, box.width, free.getComputedTextLength()]
                    free.remove()
                    return words.join("|")
                }).join("\\n")
            }
            """
        return try page(chart, script).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|")
            guard parts.count == 4, let x = Double(parts[1]), let width = Double(parts[2]),
                let natural = Double(parts[3])
            else { return nil }
            return Box(text: String(parts[0]), x: x, width: width, natural: natural)
        }
    }

    /// The text that a page of this content has come to when its script has run.
    private func page(_ content: String, _ script: String) throws -> String {
        let server = try WebServer(.lighttpd)
        let html =
            "<!doctype html><meta charset=utf-8><base href=/cgi-bin/plot><body>\(content)"
            + "<script>\(script)</script>"
        try Data(html.utf8).write(to: server.pages.appending(path: "index.html"))
        let profile = try TemporaryFolder()
        let dom = try Command.run(
            "chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
            "--user-data-dir=\(profile.url.path)", "--dump-dom", server.url("index.html"))
        let text = String(decoding: dom, as: UTF8.self)
        let body = try #require(text.firstMatch(of: /<body>(.*)<\/body>/.dotMatchesNewlines()))
        return body.1.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
