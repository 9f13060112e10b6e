import Scenes
import Testing
import Trials

@testable import Rendering

/// What very long and very wild lines may cost, counted rather than timed.
@Suite("The worst of lines")
struct WorstLinesTests {
    private let box = Box(left: 0, top: 0, right: 64, bottom: 48)

    private func wild(_ count: Int) -> [Point] {
        var random = SeededRandom(seed: 7)
        return (0..<count).map { _ in random.point(in: box.rect) }
    }

    @Test(
        "However many edges an outline has, few are kept, and each pixel is the same",
        arguments: 0..<20)
    func keepsFewEdges(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let wide = Rect(x: -30, y: -30, width: 130, height: 110)
        let points = (0..<200).map { _ in random.point(in: wide) }
        func scanner(mostEdges: Int) -> Scanner {
            var scanner = Scanner(mostEdges: mostEdges)
            scanner.begin(in: box)
            for index in 1..<points.count {
                scanner.add(from: points[index - 1], to: points[index])
                #expect(scanner.edgeCount <= mostEdges)
            }
            return scanner
        }
        var (few, all) = (scanner(mostEdges: 16), scanner(mostEdges: 10_000))
        #expect(all.edgeCount > 100)
        let (some, whole) = (few.coverage(), all.coverage())
        #expect(some == whole)
        // Nothing of it is left for the next outline.
        few.begin(in: box)
        let isLeft = few.next()
        #expect(!isLeft)
    }

    @Test("A line with more dashes than can be told apart is a solid one")
    func dashes() throws {
        let lines = wild(60_000)
        func dashes(_ length: Double) throws -> Polylines {
            let stroke = Stroke(width: 2, dash: [length, length])
            let dasher = try #require(Dasher(stroke, scale: 1, window: box.rect))
            var polylines = Polylines()
            for point in lines { polylines.append(point) }
            polylines.finish(closed: false)
            return dasher.dashes(of: polylines)
        }
        let solid = try dashes(1)
        #expect(solid.outlines.count == 1)
        #expect(solid.points == lines)
        #expect(try dashes(20).outlines.count > 10_000)
    }

    @Test(
        "Curves are cut into so many pieces in all, however many and long they are",
        arguments: [10_000, 20_000, 40_000])
    func curves(count: Int) {
        var path = Path()
        path.move(to: .zero)
        for index in 0..<count {
            let far = Double(index % 2) * 1e6
            path.cubic(by: Point(far, 1e6), Point(-far, -1e6), to: Point(1e6 - far, far))
        }
        var lines = Polylines()
        lines.append(path, placed: .scaled(by: 1))
        #expect(lines.points.count <= 2_000_000 + 2 * count + 2)
        #expect(lines.points.count > 1_000_000)
    }
}
