import CLibc
import Encoding
import Scenes
import Testing
import Trials

@testable import Rendering

/// The area of a stroke, in pixels.
private func ink(_ points: [Point], _ stroke: Stroke, closed: Bool = false) -> Double {
    draw { $0.stroke(Path(through: points, closed: closed), stroke, with: .black) }.ink
}

/// An edge is a sixteenth of coverage off at most, and rarely always to one side.
private let tolerance = 2.0

@Test(
    "A cap adds what it should to a slanted line",
    arguments: [(Stroke.Cap.butt, 0.0), (.round, .pi * 25), (.square, 100)])
func caps(cap: Stroke.Cap, extra: Double) {
    let covered = ink([Point(20, 20), Point(80, 65)], Stroke(width: 10, cap: cap))
    #expect(abs(covered - (75 * 10 + extra)) < tolerance)
}

@Test(
    "A line without length is a dot, or with butt ends nothing",
    arguments: [(Stroke.Cap.butt, 0.0), (.round, .pi * 25), (.square, 100)])
func dots(cap: Stroke.Cap, area: Double) {
    let covered = ink([Point(50.3, 50.6), Point(50.3, 50.6)], Stroke(width: 10, cap: cap))
    #expect(abs(covered - area) < tolerance)
}

@Test(
    "A join fills the corner as it should",
    arguments: [(Stroke.Join.miter, 25.0), (.round, .pi * 25 / 4), (.bevel, 12.5)])
func joins(join: Stroke.Join, corner: Double) {
    let corners = [Point(20, 20), Point(70, 20), Point(70, 80)]
    let covered = ink(corners, Stroke(width: 10, join: join))
    // Both bars, less the square in which they overlap inside, and the corner outside.
    #expect(abs(covered - (500 + 600 - 25 + corner)) < tolerance)
}

@Test("A closed line has joins all around and no ends")
func closed() {
    let square = [Point(20, 20), Point(80, 20), Point(80, 80), Point(20, 80)]
    #expect(abs(ink(square, Stroke(width: 10), closed: true) - (70 * 70 - 50 * 50)) < tolerance)
}

@Test("A mitre beyond its limit is a bevel")
func miterLimit() {
    let spike = [Point(20, 45), Point(80, 50), Point(20, 55)]
    var stroke = Stroke(width: 4)
    let cut = ink(spike, stroke)
    stroke.miterLimit = 50
    #expect(ink(spike, stroke) > cut + 10)
    stroke.join = .bevel
    #expect(abs(ink(spike, stroke) - cut) < 0.01)
}

@Test("A hairline is as faint as it is thin", arguments: [0.1, 0.25, 0.5, 0.75, 1])
func hairlines(width: Double) {
    #expect(abs(ink([Point(10, 13), Point(90, 73)], Stroke(width: width)) - 100 * width) < 4)
}

@Test("However sharp a line turns, its middle is covered", arguments: 0..<100)
func zigzags(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let frame = Rect(x: 5, y: 5, width: 90, height: 90)
    let points = (0..<40).map { _ in random.point(in: frame) }
    let join = Stroke.Join(rawValue: UInt8(seed % 3))!
    let pixels = draw {
        $0.stroke(Path(through: points), Stroke(width: 3, join: join), with: .black)
    }
    for (a, b) in zip(points, points.dropFirst()) {
        let way = b - a
        let length = (way.x * way.x + way.y * way.y).squareRoot()
        // Within a pixel's diagonal of its end, what a line covers is up to the join.
        for distance in stride(from: 1.5, through: length - 1.5, by: 0.5) {
            let place = a + way * (distance / length)
            #expect(pixels.shade(Int(place.x), Int(place.y)) > 0.98)
        }
    }
}

@Test("A straight line of many points looks as one of two")
func manyPoints() {
    let (a, b) = (Point(10, 20), Point(90, 70))
    let points = (0...1000).map { a + (b - a) * (Double($0) / 1000) }
    let stroke = Stroke(width: 2)
    let whole = draw { $0.stroke(Path(from: a, to: b), stroke, with: .black) }
    let parts = draw { $0.stroke(Path(through: points), stroke, with: .black) }
    for y in 0..<100 {
        for x in 0..<100 { #expect(abs(whole.shade(x, y) - parts.shade(x, y)) < 0.07) }
    }
}

@Test("Dashes cover their share of the line, whatever they begin with", arguments: 0..<20)
func dashes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var stroke = Stroke(width: 4, dash: [7, 3])
    stroke.dashOffset = random.number(-1000...1000)
    let covered = ink([Point(5, 10.3), Point(95, 10.3), Point(95, 50)], stroke)
    #expect(abs(covered - 129.7 * 4 * 0.7) < 4 * 4)
}

@Test("An offset begins inside the pattern")
func dashOffset() {
    var stroke = Stroke(width: 2, dash: [10, 10])
    stroke.dashOffset = 5
    let pixels = draw {
        $0.stroke(Path(from: Point(0, 50), to: Point(100, 50)), stroke, with: .black)
    }
    let row = (0..<40).map { pixels.shade($0, 50) == 1 }
    #expect(row.prefix(5).allSatisfy { $0 })
    #expect(row[5..<15].allSatisfy { !$0 })
    #expect(row[15..<25].allSatisfy { $0 })
}

@Test(
    "A pattern that says nothing leaves the line solid",
    arguments: [
        [0], [0, 0], [-1, 4], [.nan, 2], [.infinity], [1e-9, 1e-9],
        Array(repeating: 3, count: 1_000_000),
    ])
func solid(dash: [Double]) {
    let line = [Point(10, 20), Point(90, 80)]
    let stroke = Stroke(width: 3, dash: dash)
    #expect(abs(ink(line, stroke) - 300) < tolerance)
}

@Test("A dashed line to the horizon takes no longer than what is seen of it")
func farDashes() {
    let stroke = Stroke(width: 2, dash: [3, 1])
    let covered = ink([Point(-1e12, 50), Point(1e12, 50)], stroke)
    #expect(abs(covered - 150) < 8)
}
