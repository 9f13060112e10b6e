import Scenes
import Testing
import Trials

@testable import Rendering

@Suite("Shapes as SVG")
struct SVGShapeTests {
    @Test("A rectangle is a path of level and upright lines")
    func rectangles() {
        #expect(
            svg { $0.fill(Rect(x: 10, y: 20.5, width: 30, height: 4.25), with: .black) }
                == ["<path d=\"M10 20.5h30v4.25H10\"/>"])
    }

    @Test(
        "Opaque rectangles of one colour that follow each other are one path, whichever way round")
    func mergedRectangles() {
        let lines = svg { scene in
            scene.fill(Rect(x: 0, y: 10, width: 100, height: 1), with: Color(0xE6E9_EEFF))
            let mirrored = Path(Rect(x: 20, y: 0, width: 1, height: 50)).mapped {
                Point(41 - $0.x, $0.y)
            }
            scene.fill(mirrored, with: Color(0xE6E9_EEFF))
        }
        #expect(lines == ["<path fill=\"#e6e9ee\" d=\"M0 10h100v1H0M20 0h1v50h-1\"/>"])
    }

    @Test("Rectangles that show what is below are drawn one by one")
    func translucentRectangles() {
        let lines = svg { scene in
            for x in [0.0, 5] {
                scene.fill(Rect(x: x, y: 0, width: 10, height: 9), with: Color(0xFF00_0080))
            }
        }
        #expect(
            lines == [
                "<g fill=\"#f00\" fill-opacity=\".5\">", "<path d=\"M0 0h10v9H0\"/>",
                "<path d=\"M5 0h10v9H5\"/>", "</g>",
            ])
    }

    @Test("What is nowhere wider than a hundredth of a point is left out")
    func vanishing() {
        #expect(svg { $0.fill(Rect(x: 1, y: 1, width: 0.001, height: 5), with: .black) }.isEmpty)
    }

    @Test("A circle is a circle")
    func circles() {
        #expect(
            svg { $0.fill(Path(circle: Point(10, 20), radius: 3.5), with: .white) }
                == ["<circle fill=\"#fff\" cx=\"10\" cy=\"20\" r=\"3.5\"/>"])
    }

    @Test("Circles in a path are arcs, turned or not")
    func arcs() {
        var path = Path(circle: Point(10, 20), radius: 3)
        path.append(Path(circle: Point(30, 20), radius: 3).mapped { Point($0.y, $0.x) })
        #expect(
            svg { $0.fill(path, with: .black) }
                == [
                    "<path d=\"M13 20a3 3 0 1 1-6 0 3 3 0 1 1 6 0m7 13a3 3 0 1 0 0-6 3 3 0 1 0 0 6\"/>"
                ])
    }

    @Test(
        "A stroke says no more than it differs from what goes without saying",
        arguments: [
            (Stroke(width: 1), ""),
            (
                Stroke(width: 2.5, cap: .round, join: .round),
                " stroke-width=\"2.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
            ),
            (
                Stroke(width: 1, cap: .square, join: .bevel),
                " stroke-linecap=\"square\" stroke-linejoin=\"bevel\""
            ),
            (
                Stroke(width: 1, dash: [4, 2.5], dashOffset: 1),
                " stroke-dasharray=\"4 2.5\" stroke-dashoffset=\"1\""
            ),
            (Stroke(width: 1, dash: [0.01, 0.01]), ""), (Stroke(width: 1, dash: [3, -1]), ""),
            (Stroke(width: 1, dash: [.nan, 2]), ""),
            (Stroke(width: 1, dash: [.infinity, 2]), ""),
        ])
    func strokes(stroke: Stroke, attributes: String) {
        let path = Path(from: Point(0, 0), to: Point(10, 5))
        #expect(
            svg { $0.stroke(path, stroke, with: .black) }
                == ["<path fill=\"none\" stroke=\"#000\"\(attributes) d=\"M0 0l10 5\"/>"])
    }

    @Test("A mitre's limit is said where it is not the usual one")
    func mitres() {
        var stroke = Stroke(width: 1)
        stroke.miterLimit = 10
        let lines = svg {
            $0.stroke(Path(from: Point(0, 0), to: Point(9, 0)), stroke, with: .black)
        }
        #expect(lines[0].contains(" stroke-miterlimit=\"10\" d=\"M0 0h9\""))
    }

    @Test("A shape and its outline are one element")
    func outlines() {
        let lines = svg { scene in
            for shape in [
                Path(Rect(x: 1, y: 2, width: 3, height: 4)), Path(circle: Point(9, 9), radius: 2),
            ] {
                scene.fill(shape, with: .white)
                scene.stroke(shape, Stroke(width: 1), with: .black)
            }
        }
        #expect(
            lines == [
                "<g fill=\"#fff\" stroke=\"#000\">", "<path d=\"M1 2h3v4H1z\"/>",
                "<circle cx=\"9\" cy=\"9\" r=\"2\"/>", "</g>",
            ])
    }

    @Test("A line without length is a dot where it has round or square ends")
    func dots() {
        let dot = Path(through: [Point(5, 5), Point(5.001, 5)])
        func lines(_ cap: Stroke.Cap) -> [String] {
            svg { $0.stroke(dot, Stroke(width: 1, cap: cap), with: .black) }
        }
        #expect(lines(.butt).isEmpty)
        #expect(lines(.round)[0].hasSuffix("d=\"M5 5h0\"/>"))
        #expect(lines(.square)[0].hasSuffix("d=\"M5 5h0\"/>"))
    }

    @Test("A closed line is closed, once")
    func closedLines() {
        var path = Path(
            through: [Point(0, 0), Point(9, 5), Point(0, 9), Point(0, 0)], closed: true)
        path.line(to: Point(-5, -5))
        #expect(
            svg { $0.stroke(path, Stroke(width: 1, cap: .round), with: .black) }[0]
                .hasSuffix("d=\"M0 0l9 5-9 4zm0 0-5-5\"/>"))
    }

    @Test("Lines that go on straight are one line")
    func straightLines() {
        let path = Path(through: [0, 1, 2, 5, 4].map { Point($0, 3) })
        #expect(
            svg { $0.stroke(path, Stroke(width: 1), with: .black) }[0]
                .hasSuffix("d=\"M0 3h5-1\"/>"))
    }

    @Test("A point that is no number is left out with its line")
    func gaps() {
        var path = Path(through: [Point(0, 0), Point(.nan, 5), Point(9, 7)])
        path.move(to: Point(.nan, 0))
        path.line(to: Point(20, 20))
        path.line(to: Point(21, 22))
        #expect(
            svg { $0.stroke(path, Stroke(width: 1), with: .black) }[0]
                .hasSuffix("d=\"M0 0l9 7m11 13 1 2\"/>"))
    }

    private static let ringed = [
        Scene.Shape(Path(circle: .zero, radius: 4.25), .white),
        Scene.Shape(Path(circle: .zero, radius: 3.5), Color(0x3B5C_C4FF)),
    ]

    @Test("Markers of several shapes are drawn once and named again")
    func symbols() {
        let lines = svg {
            $0.symbols(
                Self.ringed, at: [10, 20.5, .nan, 30].map { Point($0, $0 == 20.5 ? 12 : 10) })
        }
        #expect(
            lines == [
                "<g id=\"x0\">", "<circle fill=\"#fff\" cx=\"10\" cy=\"10\" r=\"4.25\"/>",
                "<circle fill=\"#3b5cc4\" cx=\"10\" cy=\"10\" r=\"3.5\"/>", "</g>",
                "<use href=\"#x0\" x=\"10.5\" y=\"2\"/>", "<use href=\"#x0\" x=\"20\"/>",
            ])
    }

    @Test("Two markers are drawn twice, and so are any that are as short as their names")
    func shortSymbols() {
        let places = [10.0, 20, 30, 40].map { Point($0, 10) }
        let two = svg { $0.symbols(Self.ringed, at: Array(places[..<2])) }
        #expect(two.count == 4)
        let plain = svg { $0.symbols([Self.ringed[1]], at: places) }
        #expect(plain.first == "<g fill=\"#3b5cc4\">")
        #expect(plain.count == 6)
        #expect(!(two + plain).contains { $0.contains("use") })
    }

    @Test("Markers of many corners are named again, even if they are of one shape")
    func longSymbols() {
        let star = (0..<10).map { corner in
            let reach = corner % 2 == 0 ? 5.0 : 2
            return Point(reach * Double(corner % 3 - 1), reach * Double(corner % 4 - 2))
        }
        let shape = Scene.Shape(Path(through: star, closed: true), Color(0xFF00_0080))
        let lines = svg { $0.symbols([shape], at: (1...5).map { Point(Double($0), 1) }) }
        #expect(lines.filter { $0.hasPrefix("<use") }.count == 4)
        #expect(lines.filter { $0.contains("fill-opacity") }.count == 1)
    }

    @Test("A clip ends between pixels, and its name is used again")
    func clips() {
        let lines = svg { scene in
            for _ in 0..<2 {
                scene.clip(to: Rect(x: 9.6, y: 5.2, width: 30, height: 200))
                scene.fill(Rect(x: 0, y: 0, width: 60, height: 20), with: .black)
                scene.clip(to: nil)
                scene.fill(Rect(x: 0, y: 0, width: 5, height: 5), with: .black)
            }
        }
        let clipped = [
            "<g clip-path=\"url(#x0)\">", "<path d=\"M0 0h60v20H0\"/>", "</g>",
            "<path d=\"M0 0h5v5H0\"/>",
        ]
        #expect(
            lines == ["<clipPath id=\"x0\"><path d=\"M10 5h30v45H10\"/>", "</clipPath>"]
                + clipped + clipped)
    }

    @Test("A clip that leaves all is none, and what a clip leaves nothing of is not written")
    func needlessClips() {
        let lines = svg { scene in
            scene.clip(to: Rect(x: -5, y: -5, width: 500, height: 500))
            scene.fill(Rect(x: 0, y: 0, width: 5, height: 5), with: .black)
            for rect in [
                Rect(x: 200, y: 0, width: 5, height: 5), Rect(x: 5, y: 5, width: 0, height: 9),
                Rect(x: .nan, y: 0, width: 5, height: 5),
            ] {
                scene.clip(to: rect)
                scene.fill(Rect(x: 0, y: 0, width: 5, height: 5), with: .black)
            }
        }
        #expect(lines == ["<path d=\"M0 0h5v5H0\"/>"])
    }

    @Test("The background is a rectangle, and none where it is clear")
    func backgrounds() {
        #expect(svg(background: .white) { _ in } == ["<path fill=\"#fff\" d=\"M0 0h100v50H0\"/>"])
        #expect(svg(background: .clear) { _ in }.isEmpty)
    }

    @Test("Read back, a path lies where it lay, to a hundredth", arguments: 0..<40)
    func readsBack(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let frame = Rect(x: -50, y: -50, width: 1000, height: 600)
        let (path, places) = Self.path(of: 300, in: frame, &random)
        let line = svg { $0.stroke(path, Stroke(width: 1), with: .black) }[0]
        let data = try #require(line.firstMatch(of: /\ d="(.*)"/)).1
        let read = try #require(SVGPathReader(String(data))).path
        let hasAll = read.verbs == path.verbs
        #expect(hasAll)
        // A curve whose first control point was left out may stray by a hundredth more.
        #expect(zip(read.points, places).allSatisfy { Self.areNear($0, $1, 0.02) })
    }

    private static func areNear(_ a: Point, _ b: Point, _ distance: Double) -> Bool {
        abs(a.x - b.x) < distance && abs(a.y - b.y) < distance
    }

    /// Curves and lines, none of them level or upright, and their points.
    private static func path(
        of count: Int, in frame: Rect, _ random: inout SeededRandom
    ) -> (Path, [Point]) {
        var path = Path()
        path.move(to: random.point(in: frame))
        for _ in 0..<count {
            switch random.whole(0...9) {
            case 0 where path.verbs.last != .move:
                path.close()
                path.move(to: random.point(in: frame))
                path.line(to: random.point(in: frame))
            case 1: path.quadratic(by: random.point(in: frame), to: random.point(in: frame))
            case 2...4:
                path.cubic(
                    by: random.point(in: frame), random.point(in: frame),
                    to: random.point(in: frame))
            default: path.line(to: random.point(in: frame))
            }
        }
        return (path, path.points)
    }

    @Test("However long a line is, the sum of its steps stays where it belongs")
    func longLines() throws {
        // Steps of a hundredth, which no number of single precision can be.
        let points = (0..<100_000).map { Point(Double($0) * 0.01, Double($0 % 7)) }
        let line = svg { $0.stroke(Path(through: points), Stroke(width: 1), with: .black) }[0]
        let data = try #require(line.firstMatch(of: /\ d="(.*)"/)).1
        let read = try #require(SVGPathReader(String(data))).path.points
        #expect(read.count == points.count)
        #expect(zip(read, points).allSatisfy { Self.areNear($0, $1, 0.01) })
    }
}
