import CLibc
import Scenes
import Testing

@Suite("Paths")
struct PathTests {
    @Test("A circle strays from its radius by less than 0.03 percent", arguments: [0.5, 10, 2000])
    func circle(radius: Double) {
        let path = Path(circle: Point(7, -3), radius: radius)
        for point in path.samples {
            let distance = hypot(point.x - 7, point.y + 3)
            #expect(abs(distance / radius - 1) < 3e-4)
        }
    }

    @Test("An arc ends where it is told to, either way round")
    func arc() {
        for step in -14...14 where step != 0 {
            let end = Double(step) * 0.45
            var path = Path()
            path.move(to: Point(110, 50))
            path.arc(center: Point(10, 50), radius: 100, from: 0, to: end)
            let last = path.points[path.points.count - 1]
            #expect(abs(last.x - 10 - 100 * cos(end)) < 1e-9)
            #expect(abs(last.y - 50 - 100 * sin(end)) < 1e-9)
            #expect(
                path.samples.allSatisfy { abs(hypot($0.x - 10, $0.y - 50) - 100) < 0.03 })
        }
    }

    @Test(
        "A slice of a ring lies between its two radii",
        arguments: [
            (0.0, 1.0), (-1.5, 0.2), (0, 3.2), (0, 2 * .pi), (2, 2.001), (-.pi / 2, 1.5 * .pi),
        ] as [(Double, Double)])
    func sector(from: Double, to: Double) {
        let path = Path(sector: .zero, inner: 40, outer: 100, from: from, to: to)
        #expect(
            path.samples.allSatisfy { 39.98...100.03 ~= hypot($0.x, $0.y) })
        let whole = to - from >= 2 * .pi - 1e-9
        #expect(path.verbs.count { $0 == .close } == (whole ? 2 : 1))
    }

    @Test("A slice of a disc has its corner in the middle, unless it is all of the disc")
    func slice() {
        let slice = Path(sector: .zero, inner: 0, outer: 9, from: 0, to: 1)
        #expect(slice.points.contains(.zero))
        let disc = Path(sector: .zero, inner: 0, outer: 9, from: 0, to: 2 * .pi)
        #expect(!disc.points.contains(.zero))
    }

    @Test(
        "Rounded corners stay inside their rectangle and touch its sides",
        arguments: [(2, 2, 2, 2), (0, 0, 5, 5), (50, 50, 50, 50), (-3, 1, 0, 9)]
            as [(Double, Double, Double, Double)])
    func rounded(radii: (Double, Double, Double, Double)) {
        let rect = Rect(x: 10, y: 20, width: 30, height: 12)
        let path = Path(rect, radii: radii)
        #expect(path.bounds == rect)
        #expect(path.verbs.last == .close)
    }

    @Test("A rectangle without radii is a rectangle")
    func unrounded() {
        let rect = Rect(x: 1, y: 2, width: 3, height: 4)
        #expect(Path(rect, radii: (0, 0, 0, 0)).bounds == Path(rect).bounds)
        #expect(!Path(rect, radii: (0, 0, 0, 0)).verbs.contains(.cubic))
    }

    @Test("A path through points has a line to each, and a close where it is asked for")
    func through() {
        let points = [Point(0, 0), Point(1, 0), Point(1, 1)]
        #expect(Path(through: points).written == "M 0,0 L 1,0 L 1,1")
        #expect(Path(through: points, closed: true).written == "M 0,0 L 1,0 L 1,1 Z")
        #expect(Path(through: [], closed: true).isEmpty)
    }

    @Test("A map of a path maps each of its points and nothing else")
    func mapped() {
        let path = Path(circle: Point(1, 2), radius: 3)
        let moved = path.mapped { $0 + Point(10, 0) }
        #expect(moved.verbs == path.verbs)
        #expect(moved.points == path.points.map { Point($0.x + 10, $0.y) })
    }
}

extension Path {
    /// Points along the curves of the path, and the ends of its lines.
    fileprivate var samples: [Point] {
        var samples: [Point] = []
        var place = Point.zero
        var next = 0
        for verb in verbs {
            let ends = Array(points[next..<next + verb.pointCount])
            next += verb.pointCount
            if verb == .cubic {
                for step in 1...15 {
                    let t = Double(step) / 16
                    let u = 1 - t
                    samples.append(
                        place * (u * u * u) + ends[0] * (3 * u * u * t) + ends[1] * (3 * u * t * t)
                            + ends[2] * (t * t * t))
                }
            }
            samples += ends.suffix(1)
            place = ends.last ?? place
        }
        return samples
    }
}
