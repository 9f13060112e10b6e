import Figures
import Scenes
import Testing

@Suite("Markers")
struct SymbolTests {
    @Test("Markers of every shape have about the same area", arguments: Symbol.allCases)
    func area(symbol: Symbol) {
        let area = symbol.path(at: Point(50, 50), radius: 10).area
        #expect(abs(area / (.pi * 100) - 1) < 0.12, "\(area / (.pi * 100))")
    }

    @Test(
        "A marker lies about its point, and not far beyond its radius", arguments: Symbol.allCases)
    func place(symbol: Symbol) {
        let path = symbol.path(at: Point(50, 50), radius: 10)
        let box = path.bounds ?? Rect(x: 0, y: 0, width: 0, height: 0)
        #expect(abs(box.midX - 50) < 0.01)
        #expect(abs(box.midY - 50) < 2.5)
        #expect(max(box.width, box.height) < 31)
    }

    @Test("A marker is found by its name", arguments: Symbol.allCases)
    func name(symbol: Symbol) { #expect(Symbol(named: symbol.name) == symbol) }

    @Test("A name that no marker has finds none", arguments: ["", "Circle", "pentagon"])
    func noName(name: String) { #expect(Symbol(named: name) == nil) }
}

extension Path {
    /// Of its one outline: the shoelace formula over short lines.
    fileprivate var area: Double {
        let corners =
            pieces.flatMap { piece in (0..<16).map { piece.point(at: Double($0) / 16) } }
            + [points[0]]
        let last = pieces.last?.end ?? .zero
        let all = corners.dropLast() + [last]
        var sum = 0.0
        for (a, b) in zip(all, all.dropFirst() + [points[0]]) { sum += a.x * b.y - b.x * a.y }
        return abs(sum) / 2
    }
}
