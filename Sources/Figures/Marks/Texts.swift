import Fonts
package import Scenes

/// Words above pairs of values.
package struct Texts: Mark {
    package var xs: [Double]
    package var ys: [Double]
    package var texts: [String]
    package var color: Color?
    /// The size of the letters; nil for the theme's.
    package var size: Double?

    package init(xs: [Double], ys: [Double], texts: [String]) {
        self.xs = xs
        self.ys = ys
        self.texts = texts
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(xs), y: Extent(ys))
        extents.y.padding = 18
        // Half of the longest, at about half of a size's width a letter.
        let longest = texts.reduce(0) { max($0, $1.utf8.count) }
        extents.x.padding = Double(longest) * (size ?? 12) * 0.28
        return extents
    }

    package var legend: [LegendEntry] { [] }

    package func draw(in frame: Frame, into scene: inout Scene) {
        var lettering = frame.theme.valueLabel
        if let size { lettering.font.size = size }
        let metrics = frame.fonts.metrics(of: lettering.font)
        let leading = lettering.font.size * 1.3
        for (index, text) in texts.enumerated() where index < min(xs.count, ys.count) {
            let place = frame.point(xs[index], ys[index])
            guard place.isFinite else { continue }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            var baseline = place.y - lettering.font.size * 0.5 - Double(lines.count - 1) * leading
            baseline = max(baseline, metrics.capHeight + 1)
            for part in lines {
                let line = frame.fonts.set(String(part), in: lettering.font)
                let left = min(
                    max(place.x - line.width / 2, 1), max(1, scene.size.width - line.width - 1))
                scene.set(line, at: Point(left, baseline), with: color ?? lettering.color)
                baseline += leading
            }
        }
    }
}
