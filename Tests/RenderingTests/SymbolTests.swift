import Encoding
import Fonts
import Scenes
import Testing
import Trials

@testable import Figures
@testable import Rendering

@Test("Markers drawn by the hundred look like shapes drawn one by one", arguments: 0..<5)
func stampsSymbols(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let places = (0..<200).map { _ in
        Point(random.number(-20...120), random.number(-20...120))
    }
    let shapes = [
        Scene.Shape(Path(circle: .zero, radius: 5), .white),
        Scene.Shape(Symbol.star.path(at: .zero, radius: 4), Color(0x3366_99FF)),
    ]
    var together = Scene(size: Size(100, 100), density: 1.5)
    together.clip(to: Rect(x: 10, y: 10, width: 70, height: 70))
    var apart = together
    together.symbols(shapes, at: places)
    for place in places {
        for shape in shapes { apart.fill(shape.path.mapped { $0 + place }, with: shape.color) }
    }
    let (a, b) = (Raster.draw(together, with: Fonts()), Raster.draw(apart, with: Fonts()))
    var most = 0
    for y in 0..<150 {
        for x in 0..<150 {
            most = max(most, abs(Int(a[x, y] >> 16 & 255) - Int(b[x, y] >> 16 & 255)))
        }
    }
    // Their places are at most a sixteenth of a pixel apart each way; a place is rounded by the way.
    #expect(most < 255 / 4)
    #expect(a != Raster.draw(Scene(size: Size(100, 100), density: 1.5), with: Fonts()))
}

@Test(
    "What is left out of a crowd of markers would not have shown", arguments: Symbol.allCases,
    [1, 0.5, 0.1])
func hidesMarkers(symbol: Symbol, opacity: Double) {
    var random = SeededRandom(seed: 7)
    let count = 6_000
    let color = Color(0x2050_90FF).opacity(opacity)
    let room = Rect(x: 10, y: 10, width: 60, height: 40)
    func frame(_ room: Rect) -> Frame {
        Frame(
            room: room, x: Scale(domain: 0...1, from: 10, to: 70),
            y: Scale(domain: 0...1, from: 50, to: 10), theme: .light, fonts: Fonts())
    }
    let places = (0..<count).map { _ in
        Point(random.number(8...72), random.number(8...52))
    }
    let markers = Markers(symbol: symbol, radius: 5, color: color, rim: opacity == 1 ? 0.75 : 0)
    var few = Scene(size: Size(80, 60))
    markers.draw(at: places, in: frame(room), into: &few)
    // In a room too large to be looked after, all are drawn.
    var all = Scene(size: Size(80, 60))
    markers.draw(at: places, in: frame(Rect(x: 0, y: 0, width: 1e5, height: 1e5)), into: &all)

    func number(_ scene: Scene) -> Int {
        guard case .symbols(_, let places)? = scene.items.first else { return 0 }
        return places.count
    }
    #expect(number(all) == count)
    if opacity == 1, symbol == .circle { #expect(number(few) < count / 4) }
    let (a, b) = (Raster.draw(few, with: Fonts()), Raster.draw(all, with: Fonts()))
    var most = 0
    for y in 0..<60 {
        for x in 0..<80 {
            most = max(most, abs(Int(a[x, y] >> 16 & 255) - Int(b[x, y] >> 16 & 255)))
        }
    }
    // Colours that are nearly alike may share an entry of the palette.
    #expect(most <= 16)
}
