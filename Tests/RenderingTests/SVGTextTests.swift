import Fonts
import Scenes
import Testing

@testable import Rendering

@Suite("Text as SVG")
struct SVGTextTests {
    private let fonts = Fonts()

    private func lines(
        _ text: String, _ font: Font = Font(.inter, size: 12), at place: Point = Point(10, 20),
        angle: Double = 0
    ) -> [String] {
        svg { $0.set(fonts.set(text, in: font), at: place, angle: angle, with: .black) }
    }

    @Test("A line of text keeps its place and its width")
    func places() {
        #expect(
            lines("Visits") == [
                "<text font-size=\"12\" x=\"10\" y=\"20\" textLength=\"\(width("Visits"))\""
                    + " lengthAdjust=\"spacingAndGlyphs\">Visits</text>"
            ])
    }

    private func width(_ text: String) -> String {
        fonts.width(of: text, in: Font(.inter, size: 12)).written
    }

    @Test(
        "Turned text is turned about its place",
        arguments: [(-Double.pi / 2, "-90"), (.pi / 6, "30"), (3 * .pi, "180")])
    func turns(angle: Double, written: String) {
        #expect(
            lines("a", angle: angle)[0]
                .contains(" transform=\"translate(10 20)rotate(\(written))\" textLength="))
    }

    @Test("A whole turn is none")
    func wholeTurns() {
        #expect(lines("a", angle: 2 * .pi) == lines("a"))
    }

    @Test(
        "What XML has signs for is escaped, and what it has no room for is left out",
        arguments: [
            ("a<b>&\"c'", "a&lt;b&gt;&amp;\"c'"), ("]]>", "]]&gt;"),
            ("a\u{1}\u{8}b\u{7F}\u{85}", "ab"),
            ("\u{FFFE}a\u{FFFF}", "a"), ("a\u{2028}b\u{2029}c", "abc"), ("a\tb", "a b"),
            ("a\u{202E}b\u{2066}c", "abc"),
            ("a\nb\r", "ab"), ("Ünï©ödé Ж Ω", "Ünï©ödé Ж Ω"),
        ])
    func escapes(text: String, written: String) {
        let shown = lines(text).joined()
        #expect(shown.contains(">\(written)</text>"))
    }

    @Test(
        "Spaces are kept where a viewer would leave them out",
        arguments: [
            ("a b", false), ("a  b", true), (" a", true), ("a ", true), ("a \t b", true),
            ("a\u{A0}\u{A0}b", false),
        ])
    func keepsSpaces(text: String, isKept: Bool) {
        #expect(lines(text)[0].contains(" xml:space=\"preserve\"") == isKept)
    }

    @Test("Letters that no face has stand for themselves, as wide as their boxes")
    func missingGlyphs() {
        // Two of a private plane, which no font has.
        let shown = lines("ab \u{F0000}\u{F0001} c")
        let texts = shown.filter { $0.hasPrefix("<text") }
        #expect(texts.count == 3)
        #expect(texts[0].hasSuffix(">ab </text>"))
        #expect(texts[1].hasSuffix(">\u{F0000}\u{F0001} </text>"))
        #expect(texts[2].hasSuffix(">c</text>"))
        let font = Font(.inter, size: 12)
        let (before, space) = (fonts.width(of: "ab ", in: font), fonts.width(of: " ", in: font))
        #expect(near(number("x", texts[1]), 10 + before))
        #expect(near(number("textLength", texts[1]), 2 * 0.6 * 12 + space))
        #expect(near(number("x", texts[2]), 10 + before + 2 * 0.6 * 12 + space))
    }

    private func number(_ name: String, _ line: String) -> Double? {
        line.split(separator: " \(name)=\"").dropFirst().first
            .flatMap { $0.split(separator: "\"").first }.flatMap { Double($0) }
    }

    private func near(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 0.011 } ?? false }

    @Test("The letters of most texts are named once, others where they stand")
    func lettering() {
        var scene = Scene(size: Size(100, 50))
        let faces: [Font.Face] = [.interSemiBold, .inter, .inter, .liberationSansBold]
        for (index, face) in faces.enumerated() {
            let line = fonts.set("a", in: Font(face, size: 10))
            scene.set(line, at: Point(0, Double(index)), with: .black)
        }
        let lines = String(decoding: SVG.write(scene), as: UTF8.self).split(separator: "\n")
        #expect(lines[0].contains("font-family=\"Inter,"))
        #expect(lines[0].contains("font-weight=\"400\""))
        #expect(lines[4].hasPrefix("<text font-weight=\"600\" font-size=\"10\" x="))
        #expect(lines[5] == "<g font-size=\"10\">")
        #expect(lines[6].hasPrefix("<text x="))
        #expect(lines[9].hasPrefix("<text font-family=\"Liberation Sans,"))
        #expect(lines[9].contains("font-weight=\"700\""))
    }

    @Test("Each fallback has its family in the list, so a viewer finds the letters where we do")
    func families() {
        for face in Font.Face.allCases {
            var scene = Scene(size: Size(100, 50))
            scene.set(fonts.set("a", in: Font(face, size: 9)), at: .zero, with: .black)
            let head = String(decoding: SVG.write(scene), as: UTF8.self).prefix { $0 != ">" }
            for family in ["Inter", "Liberation Sans", "DejaVu Sans", "sans-serif"] {
                #expect(head.contains(family))
            }
        }
    }

    @Test("Text that is nowhere or of no size is not written")
    func nowhere() {
        #expect(lines("a", at: Point(.nan, 0)).isEmpty)
        #expect(lines("a", angle: .infinity).isEmpty)
        #expect(lines("a", Font(.inter, size: 0)).isEmpty)
    }
}
