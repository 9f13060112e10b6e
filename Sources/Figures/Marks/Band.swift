package import Scenes

/// The room between two lines. A place where either is no number breaks it.
package struct Band: Mark {
    package var xs: [Double]
    package var lows: [Double]
    package var highs: [Double]
    package var name = ""
    package var color = Color.black
    package var opacity = 0.2
    package var curve = Curve.straight

    package init(xs: [Double], lows: [Double], highs: [Double]) {
        self.xs = xs
        self.lows = lows
        self.highs = highs
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(xs), y: Extent(lows))
        extents.y.unite(Extent(highs))
        return extents
    }

    package var legend: [LegendEntry] {
        name.isEmpty ? [] : [LegendEntry(name, .box(color.opacity(opacity)))]
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        var path = Path()
        var upper: [Point] = []
        var lower: [Point] = []
        func finish() {
            curve.extend(&path, through: upper[...])
            // Run backwards, a step has to turn where the one above it turns.
            let back = Array(lower.reversed())
            if curve == .step {
                for (index, point) in back.enumerated() {
                    if index > 0 { path.line(to: Point(back[index - 1].x, point.y)) }
                    path.line(to: point)
                }
            } else {
                curve.extend(&path, through: back[...], joining: true)
            }
            if !upper.isEmpty { path.close() }
            upper = []
            lower = []
        }
        for index in xs.indices {
            let x = frame.x.position(of: xs[index])
            let top = Point(x, frame.y.position(of: highs[index]))
            let bottom = Point(x, frame.y.position(of: lows[index]))
            if top.isFinite, bottom.isFinite {
                upper.append(top)
                lower.append(bottom)
            } else {
                finish()
            }
        }
        finish()
        scene.fill(frame.turned(path), with: color.opacity(opacity))
    }
}
