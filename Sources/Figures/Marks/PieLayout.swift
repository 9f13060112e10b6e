import CLibc
package import Fonts
package import Scenes

/// Where a pie lies in its room, and where the captions of its slices stand around it.
///
/// Captions stand left and right of the disc in the order of their slices, pushed apart until none
/// touches another, each joined to its slice where it had to move.
package struct PieLayout {
    package struct Caption {
        package var name: String
        package var number: String
        /// The middle of the slice.
        package var angle: Double
        package var color: Color
    }

    private struct Placed {
        var name: TextLine
        var number: TextLine
        var width: Double
        var angle: Double
        var color: Color
        var y = 0.0
        var isRight: Bool
    }

    package let center: Point
    package let radius: Double
    private var placed: [Placed] = []
    private var list: PieList?
    private let theme: Theme
    private let capHeight: Double
    private static let reach = 22.0

    package init(room: Rect, captions: [Caption], theme: Theme, fonts: Fonts) {
        self.theme = theme
        let lettering = theme.legend
        capHeight = fonts.metrics(of: lettering.font).capHeight
        let lineHeight = lettering.font.size * 1.45
        let placed = captions.map { caption in
            let name = fonts.set(caption.name, in: lettering.font)
            let number = fonts.set(
                caption.number, in: Font(.interSemiBold, size: lettering.font.size))
            let gap = name.width > 0 ? 6.0 : 0
            return Placed(
                name: name, number: number, width: name.width + gap + number.width,
                angle: caption.angle, color: caption.color, isRight: cos(caption.angle) >= 0)
        }
        let alone = max(0, min(room.width, room.height) / 2 - 2)
        guard !placed.isEmpty else {
            (center, radius) = (room.center, alone)
            return
        }
        // Each side gives its own captions room, so the disc may lie off the middle.
        let aside = [true, false].map { isRight in
            let widest = placed.filter { $0.isRight == isRight }.reduce(0) { max($0, $1.width) }
            return widest > 0 ? widest + Self.reach + 8 : 2
        }
        let besides = min(
            (room.width - aside[0] - aside[1]) / 2, room.height / 2 - lineHeight * 0.8)
        let crowd = max(placed.count { $0.isRight }, placed.count { !$0.isRight })
        // A disc too small to read is worse than one with a list of names.
        guard besides >= alone * 0.45, crowd <= (room.height / lineHeight).whole(upTo: 1000) else {
            let list = PieList(placed.map { ($0.name, $0.number, $0.color) }, in: room, lineHeight)
            center = list?.disc.center ?? room.center
            radius = list.map { min($0.disc.width, $0.disc.height) / 2 - 1 } ?? alone
            self.list = list
            return
        }
        let center = Point(room.minX + aside[1] + (room.width - aside[0] - aside[1]) / 2, room.midY)
        self.center = center
        radius = besides
        self.placed =
            Self.spread(placed.filter { $0.isRight }, center, besides, room, lineHeight)
            + Self.spread(placed.filter { !$0.isRight }, center, besides, room, lineHeight)
    }

    /// Moves captions of one side as little as it takes to keep `height` between them.
    private static func spread(
        _ side: [Placed], _ center: Point, _ radius: Double, _ room: Rect, _ height: Double
    ) -> [Placed] {
        var side = side.sorted { sin($0.angle) < sin($1.angle) }
        let wanted = side.map { center.y + sin($0.angle) * (radius + 10) }
        let places = Labels.spread(
            wanted, apart: height,
            within: room.minY + height / 2...max(room.minY + height / 2, room.maxY - height / 2))
        for index in side.indices { side[index].y = places[index] }
        return side
    }

    package func draw(into scene: inout Scene) {
        list?.draw(theme, capHeight, into: &scene)
        for caption in placed {
            let way = Point(cos(caption.angle), sin(caption.angle))
            let start = center + way * (radius + 1)
            let side = caption.isRight ? 1.0 : -1.0
            // Captions follow the disc: near the top and the bottom they come closer.
            let offset = caption.y - center.y
            let chord = sqrt(max(0, (radius + 12) * (radius + 12) - offset * offset))
            let edge = center.x + side * (max(chord, abs(way.x) * (radius + 12)) + 4)
            let elbow = Point(edge, caption.y)
            var path = Path(from: start, to: elbow)
            path.line(to: Point(edge + side * 5, caption.y))
            scene.stroke(path, Stroke(width: 1, join: .round), with: theme.baseline.opacity(0.7))
            let left = caption.isRight ? edge + 9 : edge - 9 - caption.width
            let baseline = caption.y + capHeight / 2
            scene.set(caption.name, at: Point(left, baseline), with: theme.ink)
            scene.set(
                caption.number, at: Point(left + caption.width - caption.number.width, baseline),
                with: theme.legible(caption.color))
        }
    }
}
