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
        let shown =
            Thinning(in: frame, density: scene.density).kept(xs: xs, ys: ys)
            ?? Array(ys.indices)
        var stems = Path()
        var heads: [Point] = []
        for index in shown {
            let tip = frame.point(xs[index], ys[index])
            guard tip.isFinite else { continue }
            let foot = frame.place(frame.x.position(of: xs[index]), frame.baseline)
            stems.append(Path(from: foot, to: tip))
            heads.append(tip)
        }
        scene.stroke(stems, Stroke(width: width), with: color)
        if let symbol {
            Markers(symbol: symbol, radius: symbolSize / 2, color: color)
                .draw(at: heads, in: frame, into: &scene)
        }
        labels.draw(at: zip(xs, ys), beyond: symbolSize / 2, in: frame, into: &scene)
    }
}
