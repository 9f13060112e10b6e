import Encoding
import Figures
import Fonts
import Foundation
import Scenes
import Testing
import Trials

@testable import Rendering

/// How four times as many pixels each way show a line of all these points, and one of those that a
/// picture of plain density keeps; a sum of 16 pixels each.
private func shades(_ ys: [Double], dash: [Double]) -> [Int] {
    let last = Double(ys.count - 1)
    let frame = Frame(
        room: Rect(x: 5, y: 5, width: 90, height: 90),
        x: Scale(domain: 0...last, from: 5, to: 95),
        y: Scale(domain: (ys.min() ?? 0)...(ys.max() ?? 1), from: 95, to: 5), theme: .light,
        fonts: Fonts())
    var line = Line(xs: ys.indices.map { Double($0) }, ys: ys)
    line.stroke.width = 1.5
    line.stroke.dash = dash
    var plain = Scene(size: Size(100, 100))
    line.draw(in: frame, into: &plain)
    let pixels = Raster.draw(plain.scaled(by: 1, to: plain.size, density: 4), with: Fonts())
    return (0..<100 * 100).map { pixel in
        (0..<16).reduce(0) { sum, part in
            let color = pixels[pixel % 100 * 4 + part % 4, pixel / 100 * 4 + part / 4]
            return sum + Int(color >> 8 & 255)
        }
    }
}

@Test("A line of very many points looks as if none were left out", arguments: 0..<2)
func thinning(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var level = 0.0
    let ys = (0..<6_000).map { index in
        level += random.number(-1...1)
        return seed.isMultiple(of: 2) ? level : 20 * sin(Double(index) / 600) + level / 10
    }
    // One dash longer than the line leaves a line of all its points.
    let (thinned, all) = (shades(ys, dash: []), shades(ys, dash: [1e9, 1]))
    let differences = zip(thinned, all).map { abs($0 - $1) }
    // An eighth of a pixel, at edges that meet in a pixel; and what rounding adds.
    // Of a pixel an eighth, which is how far an edge may move.
    #expect(differences.max() ?? 0 < 16 * 256 / 8)
    #expect(differences.count { $0 > 16 * 8 } < 20)
    #expect(all.contains { $0 < 16 * 100 })
}
