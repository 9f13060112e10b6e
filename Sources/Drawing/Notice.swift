package import Figures
package import Fonts
package import Scenes

/// A picture that says in words why there is no chart.
package struct Notice {
    package var headline: String
    package var problem: String
    package var cure: String

    package init(headline: String, problem: String, cure: String) {
        self.headline = headline
        self.problem = problem
        self.cure = cure
    }

    /// In letters as large as the room allows; where even small ones do not fit, what matters least
    /// is left out first.
    package func drawn(in size: Size, theme: Theme, with fonts: Fonts) -> Scene {
        var scene = Scene(size: size, background: theme.background)
        scene.title = headline
        scene.alternative = problem + " " + cure
        let bar = max(2, min(5, size.width * 0.012)).rounded()
        scene.fill(
            Rect(x: 0, y: 0, width: bar, height: size.height), with: theme.color(ofSeries: 3))
        let margin = min(12, size.width * 0.05, size.height * 0.1)
        let room = Rect(x: 0, y: 0, width: size.width, height: size.height)
            .inset(left: bar + margin, top: margin, right: margin, bottom: margin)
        for (points, parts) in Self.tries {
            let blocks = blocks(points, parts, room, theme, fonts)
            let height =
                blocks.reduce(0) { $0 + $1.height } + Double(blocks.count - 1) * points * 0.4
            let isLast = parts == 1 && points == 8
            guard isLast || height <= room.height else { continue }
            var top = max(room.minY, room.midY - height / 2)
            for block in blocks {
                block.draw(at: room.minX, top: top, into: &scene)
                top += block.height + points * 0.4
            }
            break
        }
        return scene
    }

    /// Sizes of letters with the number of parts that are shown: headline, problem and cure, then
    /// without the headline, in the end the problem alone.
    private static let tries: [(Double, Int)] = [
        (14, 3), (13, 3), (12, 3), (11, 3), (10, 3), (10, 2), (9, 2), (10, 1), (9, 1), (8, 1),
    ]

    private func blocks(
        _ points: Double, _ parts: Int, _ room: Rect, _ theme: Theme, _ fonts: Fonts
    ) -> [TextBlock] {
        let width = room.width
        let most = parts == 1 ? max(1, (room.height / (points * 1.3)).whole(upTo: 20)) : 6
        let strong = Theme.Lettering(
            .interSemiBold, points, theme.legible(theme.color(ofSeries: 3)))
        let plain = Theme.Lettering(.inter, points, theme.ink)
        let quiet = Theme.Lettering(.inter, points, theme.tickLabel.color)
        let blocks = [
            TextBlock(problem, plain, width: width, most: most, fonts: fonts),
            TextBlock(cure, quiet, width: width, most: 6, fonts: fonts),
        ]
        let head = TextBlock(headline, strong, width: width, most: 1, fonts: fonts)
        return parts == 3 ? [head] + blocks : parts == 2 ? blocks : [blocks[0]]
    }
}
