import Fonts
import Scenes
import Testing
import Trials

@testable import Rendering

@Suite("Scenes as SVG")
struct SVGTests {
    private func written(_ scene: Scene) -> String {
        String(decoding: SVG.write(scene), as: UTF8.self)
    }

    @Test("The head says the size, the title and the chart in words")
    func head() {
        var scene = Scene(size: Size(320, 200.5), background: .clear)
        scene.title = "Tea & biscuits"
        scene.alternative = "A line.\nIt rises."
        let text = written(scene)
        let name = SVGReader(Array(text.utf8)).ids[0].dropLast()
        #expect(
            text == """
                <svg xmlns="http://www.w3.org/2000/svg" width="320" height="200.5" \
                viewBox="0 0 320 200.5" role="img" aria-labelledby="\(name)t \(name)d">
                <title id="\(name)t">Tea &amp; biscuits</title>
                <desc id="\(name)d">A line.
                It rises.</desc>
                </svg>

                """)
    }

    @Test("The same scene is the same document, and any other has other ids")
    func ids() {
        func names(_ x: Double) -> [String] {
            var scene = Scene(size: Size(100, 50))
            scene.clip(to: Rect(x: 10, y: 10, width: 20, height: 20))
            scene.fill(Rect(x: x, y: 10, width: 10, height: 10), with: .black)
            return SVGReader(SVG.write(scene)).ids
        }
        #expect(names(1) == names(1))
        #expect(names(1).count == 3)
        var known = Set<String>()
        for x in 0..<500 {
            for name in names(Double(x)) { #expect(known.insert(name).inserted) }
        }
    }

    @Test("The scene's density changes nothing but where clips end")
    func density() {
        var scene = Scene(size: Size(100, 50))
        scene.fill(Rect(x: 1.3, y: 1, width: 5, height: 5), with: .black)
        let one = written(scene)
        scene.density = 3
        #expect(written(scene) == one)
    }

    @Test("Any scene is a document that a parser of XML reads", arguments: 0..<300)
    func isWellFormed(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var wild = WildScene(seed: seed)
        let document = SVG.write(wild.scene(&random))
        let reader = SVGReader(document)
        #expect(reader.problem == nil)
        #expect(Set(reader.ids).count == reader.ids.count)
        #expect(Set(reader.references).isSubset(of: reader.ids))
        for element in reader.elements {
            #expect(
                ["svg", "title", "desc", "g", "path", "circle", "use", "text", "clipPath"]
                    .contains(element.name))
            for (name, value) in element.attributes where name != "font-family" {
                #expect(!value.isEmpty && !value.contains("nan") && !value.contains("inf"))
            }
            if let data = element.attributes["d"] { #expect(SVGPathReader(data) != nil) }
        }
    }

    @Test("A hundred thousand points take no more than their share of time and room")
    func growsInProportion() {
        func document(_ count: Int) -> (bytes: Int, time: Duration) {
            var random = SeededRandom(seed: 1)
            var scene = Scene(size: Size(800, 400))
            let points = (0..<count).map {
                Point(Double($0) / Double(count) * 800, random.number(0...400))
            }
            scene.stroke(Path(through: points), Stroke(width: 1), with: .black)
            for point in points { scene.fill(Path(circle: point, radius: 2), with: .black) }
            let rim = Scene.Shape(Path(circle: .zero, radius: 3), .white)
            let dot = Scene.Shape(Path(circle: .zero, radius: 2), .black)
            scene.symbols([rim, dot], at: points)
            var bytes = 0
            let time = ContinuousClock().measure { bytes = SVG.write(scene).count }
            return (bytes, time)
        }
        _ = document(1000)
        let (small, large) = (document(10_000), document(100_000))
        #expect(large.bytes < 11 * small.bytes)
        #expect(large.time < small.time * 40)
    }
}

/// Scenes as no chart makes them: numbers of any kind, and texts of any characters.
private struct WildScene {
    private let wild = [
        0, 1e-300, 5, 49.999, 100, -1, 1e6, 1e9, 1e18, 1e300, -1e300, .infinity, -.infinity, .nan,
        0.005, -0.005, 33.333,
    ]
    private let characters = [
        "a", "Ж", "<", ">", "&", "\"", "'", "]]>", " ", "  ", "\t", "\n", "\r", "\0", "\u{1B}",
        "\u{7F}", "\u{9F}", "\u{2028}", "\u{FFFE}", "\u{FFFF}", "\u{FEFF}", "😀", "\u{200D}",
        "\u{1FFFE}", "\u{F0000}", "中", "ש", "--", "<!--", "<![CDATA[", "%", "&amp;",
    ]
    private let fonts = Fonts()
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed &+ 1000) }

    mutating func scene(_ sizes: inout SeededRandom) -> Scene {
        var scene = Scene(size: Size(sizes.number(1...500), sizes.number(1...500)))
        scene.title = text()
        scene.alternative = text()
        scene.background = color()
        for _ in 0..<20 { add(to: &scene) }
        return scene
    }

    private mutating func add(to scene: inout Scene) {
        switch random.whole(0...6) {
        case 0: scene.clip(to: random.once(in: 2) ? nil : Rect(from: point(), to: point()))
        case 1: scene.fill(path(), with: color())
        case 2: scene.stroke(path(), stroke(), with: color())
        case 3: scene.fill(Path(Rect(from: point(), to: point())), with: color())
        case 4:
            let shape = Path(circle: point(), radius: abs(number()))
            scene.fill(shape, with: color())
            scene.stroke(shape, stroke(), with: color())
        case 5:
            let size = random.one(of: [12, 7.5, 0, -1, 1e300, .nan])
            let line = fonts.set(text(), in: Font(random.one(of: Font.Face.allCases), size: size))
            scene.set(line, at: point(), angle: random.once(in: 2) ? 0 : number(), with: color())
        default:
            let shape = path()
            let shapes = [Scene.Shape(shape, color()), Scene.Shape(path(), color())]
            scene.symbols(shapes, at: (0...random.whole(0...4)).map { _ in point() })
        }
    }

    private mutating func path() -> Path {
        var path = Path()
        for _ in 0..<random.whole(1...8) {
            switch random.whole(0...5) {
            case 0: path.move(to: point())
            case 1, 2: path.line(to: point())
            case 3: path.quadratic(by: point(), to: point())
            case 4: path.cubic(by: point(), point(), to: point())
            default: path.close()
            }
        }
        return path
    }

    private mutating func stroke() -> Stroke {
        var stroke = Stroke(
            width: number(), cap: random.one(of: [.butt, .round, .square]),
            join: random.one(of: [.miter, .round, .bevel]),
            dash: random.once(in: 2) ? [] : [number(), number()], dashOffset: number())
        stroke.miterLimit = number()
        return stroke
    }

    private mutating func number() -> Double { random.one(of: wild) }
    private mutating func point() -> Point { Point(number(), number()) }
    private mutating func color() -> Color {
        Color(UInt32(truncatingIfNeeded: random.next()))
    }
    private mutating func text() -> String {
        (0..<random.whole(0...8)).map { _ in random.one(of: characters) }.joined()
    }
}
