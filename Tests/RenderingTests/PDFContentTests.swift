import Fonts
import Scenes
import Testing
import Trials

@testable import Rendering

@Suite("What is drawn on the page of a PDF")
struct PDFContentTests {
    /// The lines that draw the items of a scene, without those around them.
    private func content(
        width: Double = 200, height: Double = 100, _ draw: (inout Scene) -> Void
    ) -> [String] {
        var scene = Scene(size: Size(width, height), background: .clear)
        draw(&scene)
        let lines = lines(of: scene)
        #expect(lines.first == "1 0 0 -1 0 \(height.written) cm")
        #expect(lines.dropFirst().first == "/Figure<</MCID 0>>BDC")
        #expect(lines.last == "EMC")
        return Array(lines.dropFirst(2).dropLast())
    }

    private func lines(of scene: Scene) -> [String] {
        let text = PageContent(scene, with: Fonts()).text
        return String(decoding: text.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test("The background is no part of the figure")
    func background() {
        let scene = Scene(size: Size(30, 20), background: Color(0xFF00_00FF))
        #expect(
            lines(of: scene) == [
                "1 0 0 -1 0 20 cm", "/Artifact BMC", "1 0 0 rg 0 0 30 20 re f", "EMC",
                "/Figure<</MCID 0>>BDC", "EMC",
            ])
    }

    @Test("A colour is said once, a grey in one number")
    func colours() {
        let lines = content {
            $0.fill(Rect(x: 0, y: 0, width: 1, height: 2), with: .black)
            $0.fill(Rect(x: 1, y: 0, width: 1, height: 2), with: Color(0x8080_80FF))
            $0.fill(Rect(x: 2, y: 0, width: 1, height: 2), with: Color(0x3366_99FF))
            $0.fill(Rect(x: 3, y: 0, width: 1, height: 2), with: Color(0x3366_99FF))
        }
        #expect(
            lines == [
                "0 0 1 2 re f", ".502 g 1 0 1 2 re f", ".2 .4 .6 rg 2 0 1 2 re f", "3 0 1 2 re f",
            ])
    }

    @Test("Rectangles that touch still touch when their lengths are rounded")
    func rectangles() {
        let lines = content {
            $0.fill(Rect(x: 0.004, y: 0, width: 1.003, height: 1), with: .black)
            $0.fill(Rect(x: 1.007, y: 0, width: 1.004, height: 1), with: .black)
        }
        #expect(lines == ["0 0 1.01 1 re f", "1.01 0 1 1 re f"])
    }

    @Test("An opacity holds until another one is asked for")
    func opacities() {
        let rect = Rect(x: 0, y: 0, width: 1, height: 1)
        var scene = Scene(size: Size(9, 9))
        scene.fill(rect, with: Color(0x80))
        scene.fill(rect, with: Color(0x80))
        scene.fill(rect, with: .black)
        let page = PageContent(scene, with: Fonts())
        #expect(page.opacities.indices.filter { page.opacities[$0] } == [128, 255])
        #expect(
            lines(of: scene).dropFirst(5).dropLast() == [
                "/A128 gs 0 g 0 0 1 1 re f", "0 0 1 1 re f", "/A255 gs 0 0 1 1 re f",
            ])
    }

    @Test("Curves are cubic")
    func curves() {
        var path = Path()
        path.move(to: Point(0, 0))
        path.quadratic(by: Point(3, 6), to: Point(6, 0))
        path.close()
        path.cubic(by: Point(1, 2), Point(3, 4), to: Point(5, 6))
        #expect(
            content { $0.fill(path, with: .black) } == ["0 0 m 2 4 4 4 6 0 c h 1 2 3 4 5 6 c f"])
    }

    @Test("A pen is described by what changes")
    func pens() {
        let path = Path(from: Point(1, 2), to: Point(3, 4))
        let lines = content {
            $0.stroke(path, Stroke(width: 1, join: .round), with: .black)
            $0.stroke(path, Stroke(width: 2, cap: .round, join: .round), with: .black)
            $0.stroke(path, Stroke(width: 2, cap: .square, join: .bevel), with: .white)
            $0.stroke(path, Stroke(width: 0.001), with: .white)
            $0.stroke(path, Stroke(width: 0.001, dash: [4, 2], dashOffset: -1), with: .white)
            $0.stroke(path, Stroke(width: 0.001, dash: [0, 0]), with: .white)
        }
        #expect(
            lines == [
                "1 j 1 2 m 3 4 l S", "2 w 1 J 1 2 m 3 4 l S", "2 J 2 j 1 G 1 2 m 3 4 l S",
                ".01 w 0 J 0 j 4 M 1 2 m 3 4 l S", "[4 2]5 d 1 2 m 3 4 l S", "[]0 d 1 2 m 3 4 l S",
            ])
    }

    @Test("A line of one point is a dot where the pen is round or square")
    func dots() {
        var path = Path()
        path.move(to: Point(5, 5))
        let lines = content { $0.stroke(path, Stroke(width: 1, cap: .round), with: .black) }
        #expect(lines == ["1 J 4 M 5 5 m 5.01 5 l S"])
    }

    @Test(
        "A clip holds until the next one; what it hides is not there, nor is one that hides nothing"
    )
    func clips() {
        let rect = Rect(x: 0, y: 0, width: 9, height: 9)
        let lines = content {
            $0.clip(to: Rect(x: 1, y: 1, width: 5, height: 5))
            $0.clip(to: Rect(x: -50, y: 2, width: 70, height: 1e9))
            $0.fill(rect, with: .white)
            $0.clip(to: Rect(x: 300, y: 0, width: 5, height: 5))
            $0.fill(rect, with: .white)
            $0.clip(to: nil)
            // The clip took its colour with it.
            $0.fill(rect, with: .black)
            $0.clip(to: rect)
        }
        #expect(lines == ["q 0 2 20 98 re W n", "1 g 0 0 9 9 re f", "Q", "0 0 9 9 re f"])
    }

    @Test("Text is set by glyphs, moved where their widths alone would not put them")
    func text() {
        let fonts = Fonts()
        let font = Font(.inter, size: 10)
        let kerned = content { $0.set(fonts.set("AVA", in: font), at: Point(7, 8), with: .black) }
        #expect(kerned.count == 2)
        #expect(kerned[0] == "BT")
        #expect(kerned[1].hasPrefix("/F0 10 Tf 1 0 0 -1 7 8 Tm[<0001>"))
        #expect(kerned[1].hasSuffix("<0001>]TJ ET"))
        let plain = content {
            $0.set(
                fonts.set("ni", in: font), at: Point(7, 8), angle: -.pi / 2, with: .black)
            $0.set(fonts.set("in", in: font), at: Point(1, 2), with: .black)
        }
        #expect(
            plain == [
                "BT", "/F0 10 Tf 0 -1 -1 0 7 8 Tm<00010002>Tj ET", "BT",
                "1 0 0 -1 1 2 Tm<00020001>Tj ET",
            ])
    }

    @Test("Markers repeat their text to the letter, at every place that can be seen")
    func symbols() {
        let triangle = Path(through: [Point(0, -1), Point(1, 1), Point(-1, 1)], closed: true)
        let lines = content {
            $0.clip(to: Rect(x: 0, y: 0, width: 50, height: 50))
            $0.symbols(
                [Scene.Shape(triangle, .white), Scene.Shape(triangle, Color(0x3366_99FF))],
                at: [Point(10, 20), Point(.nan, 0), Point(1e9, 0), Point(12.5, 19.999)])
            $0.symbols([Scene.Shape(triangle, .black)], at: [Point(1, 1)])
            $0.symbols([Scene.Shape(triangle, .black)], at: [Point(-1e9, 1)])
        }
        let outline = "0 -1 m 1 1 l -1 1 l h f"
        #expect(
            lines == [
                "q 0 0 50 50 re W n", "q", "1 0 0 1 10 20 cm", "1 g " + outline,
                ".2 .4 .6 rg " + outline, "1 0 0 1 2.5 0 cm", "1 g " + outline,
                ".2 .4 .6 rg " + outline, "Q", "q", "1 0 0 1 1 1 cm", outline, "Q", "Q",
            ])
    }

    @Test("A marker that leads far out of the page is cut off at each of its places")
    func largeSymbols() {
        let huge = Path(Rect(x: -1e9, y: 0, width: 2e9, height: 5))
        let lines = content {
            $0.symbols(
                [Scene.Shape(huge, .black)], at: [Point(10, 20), Point(.nan, 0), Point(9, 30)])
        }
        #expect(lines == ["-2000 20 4200 5 re f", "-2000 30 4200 5 re f"])
    }

    @Test("Text on a slant says what it is as a whole")
    func slantedText() {
        let line = Fonts().set("in\u{AD}n (2)", in: Font(.inter, size: 10))
        let lines = content { $0.set(line, at: Point(7, 8), angle: -.pi / 6, with: .black) }
        #expect(lines.count == 4)
        #expect(lines[0] == "/Span<</ActualText(inn \\(2\\))>>BDC")
        #expect(lines[2].hasPrefix("/F0 10 Tf .86603 -.5 -.5 -.86603 7 8 Tm<000100020002"))
        #expect(lines[3] == "EMC")
    }

    @Test("A glyph has a number for each scalar that it stands for")
    func numbers() {
        let fonts = Fonts()
        var scene = Scene(size: Size(200, 100))
        // Two characters that no face has, and the tab, which is a space.
        scene.set(
            fonts.set("\u{10FFF0}a\u{10FFF1}\u{10FFF0}\t ", in: Font(.inter, size: 10)),
            at: .zero, with: .black)
        let table = PageContent(scene, with: fonts).glyphs[0]
        #expect(
            table.entries.map { $0.scalar } == [
                "\u{FFFD}", "\u{10FFF0}", "a", "\u{10FFF1}", " ",
            ])
        #expect(table.entries.map { $0.glyph == 0 } == [true, true, false, true, false])
        #expect(table.entries[1].width == 600)
    }

    @Test("Glyphs stand where the scene has them, however long the line", arguments: [3.3, 12, 48])
    func places(size: Double) throws {
        let fonts = Fonts()
        let text = "Wavelength, AVAVAVA — 1,111.70 кг/м² " + String(repeating: "Ty", count: 40)
        let line = fonts.set(text, in: Font(.inter, size: size))
        var scene = Scene(size: Size(200, 100))
        scene.set(line, at: .zero, with: .black)
        let page = PageContent(scene, with: fonts)
        var pen = 0.0
        var places: [Double] = []
        let shown = try #require(lines(of: scene).first { $0.contains("TJ") })
        let array = try #require(shown.split(separator: "[").last)
        for part in array.split(whereSeparator: { "<>".contains($0) }) {
            if part.count % 4 == 0, let first = part.first, first == "0", part.count > 3 {
                for start in stride(from: 0, to: part.count, by: 4) {
                    let digits = part.dropFirst(start).prefix(4)
                    let number = try #require(Int(digits, radix: 16))
                    places.append(pen)
                    pen += Double(page.glyphs[0].entries[number].width) * size / 1000
                }
            } else if let move = Double(part) {
                pen -= move * size / 1000
            }
        }
        #expect(places.count == line.glyphs.count)
        for (place, glyph) in zip(places, line.glyphs) {
            #expect(abs(place - glyph.x) <= max(0.0201, size / 1999))
        }
    }

    @Test("Text beside the page is left out, so that nobody finds what nobody sees")
    func textBeside() {
        let line = Fonts().set("beside", in: Font(.inter, size: 10))
        let places = [Point(-60, 50), Point(262, 50), Point(50, -60), Point(50, 162)]
        for place in places + [Point(.nan, 50)] {
            #expect(content { $0.set(line, at: place, with: .black) } == [])
        }
        #expect(content { $0.set(line, at: Point(-5, 50), with: .black) }.count == 2)
    }

    @Test("No number is farther out than a reader can bear", arguments: 0..<200)
    func wildNumbers(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let wild = [
            0, 1e-300, 50, 99.999, -1, 1e4, 1e6, 1e9, 1e18, 1e300, -1e300, .infinity, -.infinity,
            .nan,
        ]
        func number() -> Double { random.one(of: wild) }
        func point() -> Point { Point(number(), number()) }
        var path = Path()
        for _ in 0..<9 {
            switch random.whole(0...5) {
            case 0: path.move(to: point())
            case 1, 2: path.line(to: point())
            case 3: path.quadratic(by: point(), to: point())
            case 4: path.cubic(by: point(), point(), to: point())
            default: path.close()
            }
        }
        let stroke = Stroke(
            width: random.one(of: [0.1, 3, 1e300]), cap: .square,
            dash: random.once(in: 2) ? [number(), number()] : [], dashOffset: number())
        let line = Fonts().set("wild", in: Font(.inter, size: 10))
        let lines = content {
            $0.clip(to: Rect(from: point(), to: point()))
            $0.fill(path, with: .black)
            $0.clip(to: nil)
            $0.fill(path, with: .white)
            $0.stroke(path, stroke, with: .black)
            $0.set(line, at: point(), angle: number(), with: .black)
            $0.symbols([Scene.Shape(path, .black)], at: [point(), point()])
        }
        #expect(lines.filter { $0.hasPrefix("q ") }.count == lines.filter { $0 == "Q" }.count)
        for word in lines.joined(separator: " ").split(whereSeparator: { " []<>".contains($0) }) {
            // What is longer are glyphs.
            guard word.utf8.count < 12, let value = Double(word) else { continue }
            #expect(value.isFinite && abs(value) <= 5e6, "\(lines)")
        }
        // A path is drawn from its beginning on.
        for line in lines where line.hasSuffix(" f") || line.hasSuffix(" S") {
            #expect(line.contains(" m ") || line.contains(" re "))
        }
    }

    @Test("What leads far out of the page is cut off, and drawn the same within")
    func farAway() {
        let zigzag = Path(through: [Point(0, 50), Point(1e7, 1e7), Point(200, 50)])
        let lines = content {
            $0.stroke(zigzag, Stroke(width: 1), with: .black)
            $0.fill(
                Path(
                    through: [Point(100, 1e9), Point(-1e9, 0), Point(100, -1e9), Point(1e9, 0)],
                    closed: true), with: .black)
        }
        #expect(lines[0].hasPrefix("4 M 0 50 m "))
        #expect(lines[0].hasSuffix(" 200 50 l S"))
        // All that is left of the diamond is the page and its margin.
        #expect(lines[1] == "-2000 -2000 4200 4100 re f")
    }
}
