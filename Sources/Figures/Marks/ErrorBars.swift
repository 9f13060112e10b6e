package import Scenes

/// Intervals at places along x: a line with caps from low to high.
package struct ErrorBars: Mark {
    package var xs: [Double]
    package var lows: [Double]
    package var highs: [Double]
    /// Marked on each interval, where given.
    package var middles: [Double] = []
    package var name = ""
    package var color = Color.black
    package var width = 1.5
    package var symbolSize = 7.0

    package init(xs: [Double], lows: [Double], highs: [Double]) {
        self.xs = xs
        self.lows = lows
        self.highs = highs
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(xs), y: Extent(lows))
        extents.y.unite(Extent(highs))
        extents.x.padding = 14
        extents.y.padding = 4
        return extents
    }

    package var legend: [LegendEntry] {
        name.isEmpty ? [] : [LegendEntry(name, .line(color, Stroke(width: width)))]
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        let spread = Spread(below: zip(highs, lows).map(-), above: [0])
        spread.draw(
            at: xs, highs, cap: min(5, frame.step(between: xs) / 3), color: color, width: width,
            in: frame, into: &scene)
        var dots = Path()
        for (x, middle) in zip(xs, middles) {
            let place = frame.point(x, middle)
            if place.isFinite { dots.append(Path(circle: place, radius: symbolSize / 2)) }
        }
        scene.fill(dots, with: color)
    }
}
