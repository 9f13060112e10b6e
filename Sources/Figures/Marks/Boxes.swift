package import Scenes

/// The distribution of a group of values: quartiles as a box, whiskers to the furthest value within
/// one and a half times its height, and each value beyond as a point (Tukey, 1977).
package struct Boxes: Mark {
    /// Where the box stands, the number of its band.
    package var x: Double
    package var name: String
    package var color = Color.black
    package var width = 1.5
    package var fillOpacity = 0.25
    package var column = (index: 0, of: 1)
    /// What the values are that are numbers, ascending.
    let sorted: [Double]

    package init(of values: [Double], at x: Double, name: String) {
        sorted = values.filter { $0.isFinite }.sorted()
        self.x = x
        self.name = name
    }

    package var lowerQuartile: Double { Quantiles.of(sorted, at: 0.25) }
    package var median: Double { Quantiles.of(sorted, at: 0.5) }
    package var upperQuartile: Double { Quantiles.of(sorted, at: 0.75) }

    /// The furthest values that are not outliers.
    package var whiskers: (low: Double, high: Double) {
        let reach = (upperQuartile - lowerQuartile) * 1.5
        let low = sorted.first { $0 >= lowerQuartile - reach }
        let high = sorted.last { $0 <= upperQuartile + reach }
        return (low ?? .nan, high ?? .nan)
    }

    package var outliers: [Double] {
        let (low, high) = whiskers
        return sorted.filter { $0 < low || $0 > high }
    }

    package var extents: Extents {
        var extents = Extents(x: Extent([x]), y: Extent(sorted))
        extents.y.padding = 5
        return extents
    }

    /// The bands are named on the axis.
    package var legend: [LegendEntry] { [] }

    package func draw(in frame: Frame, into scene: inout Scene) {
        guard !sorted.isEmpty else { return }
        // Whole pixels all through: at half of one, six boxes look like six blurs.
        let line = scene.crispWidth(width)
        let center = scene.crisp(frame.x.position(of: x), width: line)
        let half = min(frame.x.bandWidth * 0.62, 92) / 2
        let left = scene.crisp(center - half, width: line)
        let right = scene.crisp(center + half, width: line)
        func across(_ value: Double, _ width: Double) -> Double {
            scene.crisp(frame.y.position(of: frame.y.nearest(to: value)), width: width)
        }
        let quartiles = (across(lowerQuartile, line), across(upperQuartile, line))
        let (low, high) = (across(whiskers.low, line), across(whiskers.high, line))
        let middle = across(median, line * 2)
        guard center.isFinite, quartiles.0.isFinite, quartiles.1.isFinite, middle.isFinite else {
            return
        }
        let box = Path(frame.rect(along: (left, right), across: quartiles))
        let stroke = Stroke(width: line)
        var lines = Path()
        lines.append(Path(from: frame.place(center, quartiles.0), to: frame.place(center, low)))
        lines.append(Path(from: frame.place(center, quartiles.1), to: frame.place(center, high)))
        for end in [low, high] {
            lines.append(
                Path(
                    from: frame.place(center - half / 2.5, end),
                    to: frame.place(center + half / 2.5, end)))
        }
        scene.stroke(lines, stroke, with: color)
        let paper = frame.theme.background
        let tint = color.opacity(fillOpacity)
        // Opaque where there is paper, so that the grid does not show through.
        scene.fill(box, with: paper.isOpaque ? tint.over(paper) : tint)
        scene.stroke(box, stroke, with: color)
        scene.stroke(
            Path(from: frame.place(left, middle), to: frame.place(right, middle)),
            Stroke(width: line * 2), with: color)
        var dots = Path()
        for value in outliers {
            let place = frame.point(x, value)
            guard place.isFinite else { continue }
            dots.append(Path(circle: place, radius: frame.theme.markerSize * 0.4))
        }
        scene.fill(dots, with: color.opacity(0.7))
    }
}
