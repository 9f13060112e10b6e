import Scenes
import Testing
import Trials

@testable import Rendering

/// What a pen covers, decided point by point.
private struct Pen {
    let points: [Point]
    let radius: Double
    let cap: Stroke.Cap

    func covers(_ place: Point) -> Bool {
        let last = points.count - 1
        for index in 0..<last {
            let (a, b) = (points[index], points[index + 1])
            let way = b - a
            let length = (way.x * way.x + way.y * way.y).squareRoot()
            let offset = place - a
            let along = (offset.x * way.x + offset.y * way.y) / length
            let across = (offset.y * way.x - offset.x * way.y) / length
            let before = index == 0 && cap == .square ? radius : 0
            let after = index + 1 == last && cap == .square ? radius : 0
            if abs(across) <= radius, -before...length + after ~= along { return true }
        }
        let joints = cap == .round ? points[...] : points[1..<last]
        return joints.contains { joint in
            let offset = place - joint
            return offset.x * offset.x + offset.y * offset.y <= radius * radius
        }
    }

    /// The share of a pixel.
    func coverage(_ x: Int, _ y: Int) -> Double {
        let count = 6
        var covered = 0
        for part in 0..<count * count {
            let right = (Double(part % count) + 0.5) / Double(count)
            let down = (Double(part / count) + 0.5) / Double(count)
            if covers(Point(Double(x) + right, Double(y) + down)) { covered += 1 }
        }
        return Double(covered) / Double(count * count)
    }
}

@Test(
    "A line that goes up and down within pixels covers what its pen covers, and no more",
    arguments: [Stroke.Cap.butt, .round, .square], 0..<4)
func crowds(cap: Stroke.Cap, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let crowd = (0..<40).map { Point(6 + Double($0) * 0.35, random.number(8...18)) }
    let points = seed < 2 ? crowd : crowd.map { Point($0.y, $0.x) }
    #expect(Envelope.suits(crowd, radius: 0.75))
    let pen = Pen(points: points, radius: 0.75, cap: cap)
    let pixels = draw(width: 26, height: 26) {
        let stroke = Stroke(width: 1.5, cap: cap, join: .round)
        $0.stroke(Path(through: points), stroke, with: .black)
    }
    var total = 0.0
    for pixel in 0..<26 * 26 {
        let (x, y) = (pixel % 26, pixel / 26)
        let difference = pixels.shade(x, y) - pen.coverage(x, y)
        #expect(abs(difference) < 0.14)
        total += difference
    }
    #expect(abs(total) < 3)
}

@Test("A line that turns back, or seldom turns, is no crowd")
func noCrowds() {
    let wave = (0..<400).map { Point(Double($0), ($0 / 50).isMultiple(of: 2) ? 9 : 40) }
    #expect(!Envelope.suits(wave, radius: 1))
    let crowd = (0..<400).map { Point(Double($0), $0.isMultiple(of: 2) ? 9 : 40) }
    #expect(Envelope.suits(crowd, radius: 1) && Envelope.suits(crowd.reversed(), radius: 1))
    #expect(!Envelope.suits(crowd + [Point(200, 20)], radius: 1))
    #expect(!Envelope.suits(crowd, radius: 1_000))
}

@Test("Of a crowd that begins and ends outside of the picture, what is inside is drawn")
func crowdsBeyond() {
    let points = (-2_000..<2_000).map { Point(Double($0), $0.isMultiple(of: 2) ? -1e9 : 1e9) }
    let pixels = draw {
        let stroke = Stroke(width: 4, cap: .round, join: .round)
        $0.stroke(Path(through: points), stroke, with: .black)
    }
    #expect(pixels.ink == 10_000)
}
