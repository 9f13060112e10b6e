package import Scenes

/// A thin line from zero to each value, and a marker on it.
package struct Stems: Mark {
    package var xs: [Double]
    package var ys: [Double]
    package var name = ""
    package var color = Color.black
    package var width = 1.5
    package var symbol: Symbol? = .circle
    package var symbolSize = 7.0
    package var labels = ValueLabels()

    package init(xs: [Double], ys: [Double]) {
        self.xs = xs
        self.ys = ys
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(xs), y: Extent(ys))
        extents.x.padding = symbolSize / 2 + 8
        extents.y.padding = symbolSize / 2 + 1
        extents.y.standsOnZero = true
        return extents
    }

    package var legend: [LegendEntry] {
        name.isEmpty ? [] : [LegendEntry(name, .symbol(symbol ?? .circle, color))]
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        var stems = Path()
        var heads = Path()
        for (x, y) in zip(xs, ys) {
            let tip = frame.point(x, y)
            guard tip.isFinite else { continue }
            stems.append(Path(from: frame.place(frame.x.position(of: x), frame.baseline), to: tip))
            if let symbol { heads.append(symbol.path(at: tip, radius: symbolSize / 2)) }
        }
        scene.stroke(stems, Stroke(width: width), with: color)
        scene.fill(heads, with: color)
        labels.draw(at: zip(xs, ys), beyond: symbolSize / 2, in: frame, into: &scene)
    }
}
