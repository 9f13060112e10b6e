import Encoding
import Fonts
import Scenes

@testable import Rendering

/// Draws on white without text.
func draw(
    width: Double = 100, height: Double = 100, density: Double = 1, background: Color = .white,
    _ content: (inout Scene) -> Void
) -> Pixels {
    var scene = Scene(size: Size(width, height), density: density, background: background)
    content(&scene)
    return Raster.draw(scene, with: Fonts())
}

extension Pixels {
    /// How many pixels black covers on white, shades counted in part.
    var ink: Double {
        var sum = 0.0
        for y in 0..<height {
            for x in 0..<width { sum += shade(x, y) }
        }
        return sum
    }

    /// 0, white ... 1, black.
    func shade(_ x: Int, _ y: Int) -> Double { 1 - Double(self[x, y] >> 24) / 255 }

    var isIndexed: Bool {
        if case .indexed = storage { return true }
        return false
    }
}

extension Scanner {
    /// The coverage of each pixel of the box, by row.
    mutating func coverage() -> [[UInt8]] {
        var rows = Array(repeating: Array(repeating: UInt8(0), count: box.width), count: box.height)
        while next() {
            for run in runs[..<runCount] {
                for x in run.x..<run.x + run.count {
                    rows[row - box.top][Int(x) - box.left] = run.coverage
                }
            }
        }
        return rows
    }

    static func coverage(of outlines: [[Point]], in box: Box) -> [[UInt8]] {
        var lines = Polylines()
        for outline in outlines {
            for point in outline { lines.append(point) }
            lines.finish(closed: true)
        }
        var scanner = Scanner()
        scanner.begin(in: box)
        scanner.add(lines)
        return scanner.coverage()
    }
}
