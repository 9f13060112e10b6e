import Scenes
import Testing
import Trials

@testable import Rendering

private let box = Box(left: 0, top: 0, right: 64, bottom: 48)

private func sum(_ rows: [[UInt8]]) -> Double {
    rows.reduce(0) { $1.reduce($0) { $0 + Double($1) / 255 } }
}

@Test("The coverage of a convex polygon sums up to its area", arguments: 0..<200)
func area(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let frame = box.rect.inset(by: 1)
    let triangle = (0..<3).map { _ in random.point(in: frame) }
    let (a, b, c) = (triangle[0], triangle[1], triangle[2])
    let area = abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
    let covered = sum(Scanner.coverage(of: [triangle], in: box))
    // Corners move to 256ths of a pixel, and each shade is rounded to 255ths.
    #expect(abs(covered - area) < 0.5)
}

@Test("The direction of an outline makes no difference", arguments: 0..<50)
func direction(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let polygon = (0..<7).map { _ in random.point(in: box.rect) }
    #expect(
        Scanner.coverage(of: [polygon], in: box)
            == Scanner.coverage(of: [polygon.reversed()], in: box))
}

@Test("Parts of one path that share an edge leave no seam", arguments: 0..<200)
func seams(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let frame = box.rect
    let (topLeft, topRight) = (Point(0, 0), Point(frame.maxX, 0))
    let (bottomLeft, bottomRight) = (Point(0, frame.maxY), Point(frame.maxX, frame.maxY))
    let middle = random.point(in: frame)
    let corners = [topLeft, topRight, bottomRight, bottomLeft]
    let fan = corners.indices.map { [corners[$0], corners[($0 + 1) % 4], middle] }
    let covered = Scanner.coverage(of: fan, in: box)
    #expect(covered.allSatisfy { $0.allSatisfy { $0 == 255 } })
}

@Test("A hole is an outline that runs the other way")
func hole() {
    let outer = [Point(2, 2), Point(12, 2), Point(12, 12), Point(2, 12)]
    let inner = [Point(4, 4), Point(10, 4), Point(10, 10), Point(4, 10)]
    #expect(sum(Scanner.coverage(of: [outer, inner.reversed()], in: box)) == 64)
    #expect(sum(Scanner.coverage(of: [outer, inner], in: box)) == 100)
}

@Test("What lies outside the box changes nothing inside", arguments: 0..<100)
func clipping(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let wide = Rect(x: -100, y: -100, width: 264, height: 248)
    let polygon = (0..<5).map { _ in random.point(in: wide) }
    let whole = Box(left: -100, top: -100, right: 164, bottom: 148)
    let all = Scanner.coverage(of: [polygon], in: whole)
    let part = Scanner.coverage(of: [polygon], in: box)
    for y in part.indices {
        for x in part[y].indices {
            // A cut edge is rounded to 256ths at the cut too.
            #expect(abs(Int(part[y][x]) - Int(all[y + 100][x + 100])) <= 3)
        }
    }
}

@Test("A shape may reach to the horizon")
func farAway() {
    let far = Placement.horizon
    let half = [Point(-far, -far), Point(10, -far), Point(10, far), Point(-far, far)]
    #expect(sum(Scanner.coverage(of: [half], in: box)) == 480)
    let above = [Point(-far, -far), Point(far, -far), Point(far, 0), Point(-far, 0)]
    #expect(sum(Scanner.coverage(of: [above], in: box)) == 0)
}
