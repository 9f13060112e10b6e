import Encoding
import Fonts
import Scenes
import Testing
import Trials

@testable import Rendering

@Test(
    "A scene without items is its background", arguments: [Color.white, .clear, Color(0x3366_99FF)])
func backgrounds(color: Color) {
    let pixels = draw(width: 3, height: 2, background: color) { _ in }
    #expect(pixels.storage == .indexed(Array(repeating: 0, count: 6), palette: [color.rgba]))
}

@Test("The picture has the scene's size times its density")
func sizes() {
    let pixels = draw(width: 30, height: 20, density: 1.5) {
        $0.fill(Rect(x: 10, y: 10, width: 10, height: 4), with: .black)
    }
    #expect((pixels.width, pixels.height) == (45, 30))
    #expect(pixels.ink == 15 * 6)
}

@Test("A rectangle is the same as any other path of its shape", arguments: 0..<100)
func rectangles(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let frame = Rect(x: -20, y: -20, width: 140, height: 140)
    let rect = Rect(from: random.point(in: frame), to: random.point(in: frame))
    var bent = Path(rect)
    bent.move(to: Point(rect.minX, rect.minY))
    let short = draw { $0.fill(Path(rect), with: .black) }
    let long = draw { $0.fill(bent, with: .black) }
    #expect(short == long)
}

@Test("An upright line is the same as a slanted one that hardly slants")
func uprightLines() {
    let stroke = Stroke(width: 1.5, cap: .square)
    let upright = draw {
        $0.stroke(Path(from: Point(10, 20.25), to: Point(80, 20.25)), stroke, with: .black)
    }
    let slanted = draw {
        $0.stroke(Path(from: Point(10, 20.25), to: Point(80, 20.2501)), stroke, with: .black)
    }
    #expect(abs(upright.ink - slanted.ink) < 0.5)
}

@Test("A circle has a circle's area", arguments: [0.5, 1, 3, 10, 33.3, 49])
func circles(radius: Double) {
    let area = draw { $0.fill(Path(circle: Point(50.2, 49.9), radius: radius), with: .black) }.ink
    // Straight edges cut off a twentieth of a pixel at most, two thirds of that on average.
    #expect(abs(area - .pi * radius * radius) < 0.2 + 2 * .pi * radius / 30)
}

@Test("Nothing is drawn outside a clip, all of it inside")
func clips() {
    let pixels = draw { scene in
        scene.clip(to: Rect(x: 10, y: 20, width: 30, height: 40))
        scene.fill(Rect(x: -5, y: -5, width: 500, height: 500), with: .black)
        scene.clip(to: nil)
        scene.fill(Rect(x: 0, y: 0, width: 5, height: 5), with: .black)
    }
    #expect(pixels.ink == 30 * 40 + 25)
    #expect(pixels.shade(10, 20) == 1)
    #expect(pixels.shade(9, 20) == 0)
    #expect(pixels.shade(39, 59) == 1)
    #expect(pixels.shade(40, 59) == 0)
}

@Test(
    "A clip that leaves nothing leaves nothing",
    arguments: [
        Rect(x: 200, y: 0, width: 5, height: 5), Rect(x: -9, y: -9, width: 5, height: 5),
        Rect(x: 5, y: 5, width: 0, height: 0), Rect(x: .nan, y: 0, width: 5, height: 5),
    ])
func emptyClips(rect: Rect) {
    let pixels = draw { scene in
        scene.clip(to: rect)
        scene.fill(Path(circle: Point(50, 50), radius: 80), with: .black)
    }
    #expect(pixels.ink == 0)
}

@Test("No coordinate is too much", arguments: 0..<300)
func wildCoordinates(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let wild = [
        0, 1e-300, 50, 99.999, 100, -1, 1e6, 1e9, 1e18, 1e300, -1e300, .infinity, -.infinity, .nan,
        .greatestFiniteMagnitude,
    ]
    func number() -> Double { wild.randomElement(using: &random)! }
    func point() -> Point { Point(number(), number()) }
    var path = Path()
    for _ in 0..<8 {
        switch random.next() % 6 {
        case 0: path.move(to: point())
        case 1, 2: path.line(to: point())
        case 3: path.quadratic(by: point(), to: point())
        case 4: path.cubic(by: point(), point(), to: point())
        default: path.close()
        }
    }
    let pixels = draw(width: 40, height: 30) { scene in
        scene.clip(to: Rect(from: point(), to: point()))
        scene.fill(path, with: .black)
        scene.clip(to: nil)
        scene.fill(path, with: Color(0xFF00_0080))
        var stroke = Stroke(
            width: abs(number()), cap: .round, join: .round, dash: [number(), number()])
        stroke.dashOffset = number()
        stroke.miterLimit = number()
        scene.stroke(path, stroke, with: .black)
        scene.fill(Rect(from: point(), to: point()), with: Color(0x00FF_0080))
        scene.stroke(Path(from: point(), to: point()), Stroke(width: number()), with: .black)
    }
    #expect(pixels.width == 40)
}

@Test("Text stands on its baseline, whichever quarter it is turned by")
func turnedText() {
    let fonts = Fonts()
    let line = fonts.set("HEH", in: Font(.inter, size: 24))
    let inks = (0..<4).map { quarter in
        var scene = Scene(size: Size(200, 200))
        scene.set(line, at: Point(100, 100), angle: Double(quarter) * .pi / 2, with: .black)
        let pixels = Raster.draw(scene, with: fonts)
        let beyond: Double =
            switch quarter {
            case 0: (0..<200).reduce(0) { $0 + pixels.shade($1, 100) }
            case 1: (0..<200).reduce(0) { $0 + pixels.shade(99, $1) }
            case 2: (0..<200).reduce(0) { $0 + pixels.shade($1, 99) }
            default: (0..<200).reduce(0) { $0 + pixels.shade(100, $1) }
            }
        #expect(beyond == 0)
        return pixels.ink
    }
    for ink in inks { #expect(abs(ink - inks[0]) < 0.02 * inks[0]) }
}

@Test("Text is drawn the same whether or not it has been drawn before")
func stamps() {
    let fonts = Fonts()
    let line = fonts.set("minimum", in: Font(.liberationSans, size: 13))
    func picture(_ rows: [Double]) -> Pixels {
        var scene = Scene(size: Size(120, 60))
        for row in rows { scene.set(line, at: Point(5, row), with: .black) }
        return Raster.draw(scene, with: fonts)
    }
    let (one, two) = (picture([20]), picture([20, 40]))
    for y in 0..<20 {
        for x in 0..<120 {
            #expect(two[x, y] == one[x, y])
            #expect(two[x, y + 20] == one[x, y])
        }
    }
}

@Test("Text is cut at a clip")
func clippedText() {
    let fonts = Fonts()
    var scene = Scene(size: Size(100, 40))
    let line = fonts.set("MMMMMM", in: Font(.inter, size: 20))
    scene.clip(to: Rect(x: 20, y: 15, width: 30, height: 8))
    scene.set(line, at: Point(0, 30), with: .black)
    let pixels = Raster.draw(scene, with: fonts)
    #expect(pixels.ink > 50)
    for y in 0..<40 {
        for x in 0..<100 where !(20..<50 ~= x && 15..<23 ~= y) {
            #expect(pixels.shade(x, y) == 0)
        }
    }
}
