import Figures
import Scenes
import Testing
import Trials

@Suite("Curves")
struct CurveTests {
    static let curves: [Curve] = [.straight, .smooth, .step]

    static func points(_ random: inout SeededRandom, count: Int) -> [Point] {
        var x = 0.0
        return (0..<count).map { _ in
            x += random.once(in: 4) ? random.number(0.01...0.1) : random.number(1...50)
            return Point(x, random.once(in: 4) ? 0 : random.number(-100...100))
        }
    }

    @Test("A curve passes through its points, in order", arguments: curves)
    func passes(curve: Curve) {
        var random = SeededRandom(seed: 14)
        for count in 1...12 {
            let points = Self.points(&random, count: count)
            let ends = curve.path(through: points).pieces.map(\.end)
            var rest = points.dropFirst()[...]
            for end in ends where end == rest.first { rest.removeFirst() }
            #expect(rest.isEmpty)
        }
    }

    @Test("A smooth line between two points only rises or only falls, and stays between them")
    func neverOvershoots() {
        var random = SeededRandom(seed: 15)
        for _ in 0..<200 {
            var points = Self.points(&random, count: random.whole(2...12))
            if random.once(in: 2) { points.reverse() }
            for piece in Curve.smooth.path(through: points).pieces {
                let samples = (0...50).map { piece.point(at: Double($0) / 50) }
                let (low, high) = (
                    min(piece.start.y, piece.end.y) - 1e-9, max(piece.start.y, piece.end.y) + 1e-9
                )
                #expect(samples.allSatisfy { low...high ~= $0.y })
                let steps = zip(samples, samples.dropFirst()).map { $1.y - $0.y }
                #expect(steps.allSatisfy { $0 <= 1e-9 } || steps.allSatisfy { $0 >= -1e-9 })
                let runs = zip(samples, samples.dropFirst()).map { $1.x - $0.x }
                #expect(runs.allSatisfy { $0 <= 1e-9 } || runs.allSatisfy { $0 >= -1e-9 })
            }
        }
    }

    @Test("A smooth line has no corner where it passes a point")
    func hasNoCorners() {
        var random = SeededRandom(seed: 16)
        for _ in 0..<100 {
            let points = Self.points(&random, count: 8)
            let pieces = Curve.smooth.path(through: points).pieces
            for (before, after) in zip(pieces, pieces.dropFirst()) {
                let a = before.end - before.controls[1]
                let b = after.controls[0] - after.start
                #expect(abs(a.y / a.x - b.y / b.x) < 1e-6)
            }
        }
    }

    @Test("A straight line through points on a line stays straight when it is smoothed")
    func straight() {
        let points = [0.0, 1, 5, 5.5, 20].map { Point($0, 3 * $0) }
        for piece in Curve.smooth.path(through: points).pieces {
            for step in 0...10 {
                let point = piece.point(at: Double(step) / 10)
                #expect(abs(point.y - 3 * point.x) < 1e-9)
            }
        }
    }

    @Test("A step is level until the next point")
    func step() {
        let path = Curve.step.path(through: [Point(0, 1), Point(2, 3), Point(4, 0)])
        #expect(path.written == "M 0,1 L 2,1 L 2,3 L 4,3 L 4,0")
    }

    @Test("A point that is no number breaks the line", arguments: curves)
    func breaks(curve: Curve) {
        let gap = Point(3, .nan)
        let points = [gap, Point(0, 1), Point(1, 1), gap, gap, Point(4, 2), Point(5, 2), gap]
        let path = curve.path(through: points)
        #expect(path.verbs.count { $0 == .move } == 2)
        #expect(path.points.allSatisfy { $0.isFinite })
    }

    @Test("Runs are the stretches of points that are numbers, longest possible")
    func runs() {
        let places = [1.0, .nan, 2, 3, .infinity, .nan, 4]
        let runs = Curve.runs(of: places.map { Point($0, 0) })
        #expect(runs.map { $0.map(\.x) } == [[1], [2, 3], [4]])
    }
}

extension Path {
    /// A line or a curve of a path, with where it begins.
    struct Piece {
        var start: Point
        var controls: [Point]
        var end: Point

        func point(at fraction: Double) -> Point {
            var points = [start] + controls + [end]
            while points.count > 1 {
                points = zip(points, points.dropFirst()).map { $0 + ($1 - $0) * fraction }
            }
            return points[0]
        }
    }

    var pieces: [Piece] {
        var pieces: [Piece] = []
        var place = Point.zero
        var next = 0
        for verb in verbs {
            let ends = points[next..<next + verb.pointCount]
            next += verb.pointCount
            guard let end = ends.last else { continue }
            if verb != .move {
                pieces.append(Piece(start: place, controls: Array(ends.dropLast()), end: end))
            }
            place = end
        }
        return pieces
    }
}
