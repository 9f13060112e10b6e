import CLibc
import Fonts
import Scenes

/// A rectangle that may be turned: what a line of text blackens at most.
struct TurnedBox {
    /// In order around the box.
    let corners: [Point]

    init(_ rect: Rect) {
        corners = [
            Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY),
            Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
        ]
    }

    /// Around the outlines of all glyphs of `line`; nil where it is blank.
    init?(around line: TextLine, at origin: Point, angle: Double, fonts: Fonts) {
        var ink: Rect?
        for glyph in line.glyphs {
            let outline = fonts.outline(
                of: glyph.id, in: glyph.face, size: line.font.size, hinted: false)
            guard let bounds = outline.bounds else { continue }
            let box = Rect(
                x: bounds.minX + glyph.x, y: bounds.minY, width: bounds.width,
                height: bounds.height)
            ink = ink?.union(box) ?? box
        }
        guard let ink else { return nil }
        let (c, s) = (cos(angle), sin(angle))
        corners = TurnedBox(ink).corners.map {
            Point(origin.x + $0.x * c - $0.y * s, origin.y + $0.x * s + $0.y * c)
        }
    }

    var bounds: Rect {
        corners.dropFirst().reduce(Rect(from: corners[0], to: corners[0])) {
            $0.union(Rect(from: $1, to: $1))
        }
    }

    /// How deep two boxes lie in each other: the least way that would part them; 0 where they do
    /// not meet (separating axes).
    func overlap(with other: TurnedBox) -> Double {
        var least = Double.infinity
        for (a, b) in sides + other.sides {
            let length = hypot(b.x - a.x, b.y - a.y)
            guard length > 0 else { return 0 }
            let normal = Point((a.y - b.y) / length, (b.x - a.x) / length)
            let (own, theirs) = (shadow(on: normal), other.shadow(on: normal))
            let depth = min(own.high, theirs.high) - max(own.low, theirs.low)
            guard depth > 0 else { return 0 }
            least = min(least, depth)
        }
        return least
    }

    private var sides: [(Point, Point)] { [(corners[0], corners[1]), (corners[1], corners[2])] }

    private func shadow(on axis: Point) -> (low: Double, high: Double) {
        let places = corners.map { $0.x * axis.x + $0.y * axis.y }
        return (places.min() ?? 0, places.max() ?? 0)
    }
}
