package import Scenes

/// A line through points, in their order. A point that is no number breaks it.
package struct Line: Mark {
    package var xs: [Double]
    package var ys: [Double]
    package var name = ""
    package var color = Color.black
    /// What the name is written and explained in, where that is not the line's own colour.
    package var nameColor: Color?
    package var stroke = Stroke(width: 2, cap: .round, join: .round)
    package var curve = Curve.straight
    /// Drawn at each point, where one is asked for.
    package var symbol: Symbol?
    package var symbolSize = 7.0
    /// Fills down to the baseline, or, where `bases` has values, down to those.
    package var fill: Color?
    /// What the fill stands on, one value a point; empty for zero.
    package var bases: [Double] = []
    /// In a stack, the values themselves, where `ys` are sums or shares of them.
    package var parts: [Double] = []
    /// Whether `ys` are sums of shares in percent.
    package var areShares = false
    /// Whether the points were computed, as many as the picture needs, so that their number means nothing.
    package var isSampled = false
    /// A dot on the last value, and room for it: for a line without axes.
    package var endRadius: Double?
    package var errors = Spread()
    package var labels = ValueLabels()

    package init(xs: [Double], ys: [Double]) {
        self.xs = xs
        self.ys = ys
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(xs), y: Extent(ys))
        if fill != nil {
            extents.y.standsOnZero = bases.isEmpty
            for base in bases { extents.y.include(base) }
        }
        for index in ys.indices {
            guard let (low, high) = errors.range(at: index, of: ys[index]) else { continue }
            extents.y.include(low)
            extents.y.include(high)
        }
        let reach = symbol == nil ? endRadius ?? 0 : symbolSize / 2 + 1
        extents.x.padding = reach
        extents.y.padding = reach
        return extents
    }

    package var legend: [LegendEntry] {
        if name.isEmpty { return [] }
        if stroke.width == 0, let symbol { return [LegendEntry(name, .symbol(symbol, color))] }
        if let fill, fill.alpha > 128 { return [LegendEntry(name, .box(fill))] }
        return [LegendEntry(name, .line(color, stroke))]
    }

    package var ending: Ending? {
        guard !name.isEmpty,
            let last = ys.indices.last(where: { ys[$0].isFinite && xs[$0].isFinite })
        else { return nil }
        let base = bases.isEmpty ? ys[last] : bases[last]
        let middle = fill.map { $0.alpha > 128 } ?? false ? (ys[last] + base) / 2 : ys[last]
        return Ending(name: name, color: nameColor ?? color, x: xs[last], y: middle)
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        errors.draw(at: xs, ys, cap: 4, color: color, in: frame, into: &scene)
        thinned(in: frame, density: scene.density).drawLine(in: frame, into: &scene)
        drawSymbols(in: frame, into: &scene)
        labels.draw(
            at: zip(xs, ys), beyond: symbol == nil ? 3 : symbolSize / 2, in: frame, into: &scene)
    }

    /// The same line through the points that show. What is dashed needs all, for they make its length.
    private func thinned(in frame: Frame, density: Double) -> Line {
        guard stroke.dash.isEmpty,
            let kept = Thinning(in: frame, density: density).kept(xs: xs, ys: ys, floors: bases)
        else { return self }
        var line = self
        line.xs = kept.map { xs[$0] }
        line.ys = kept.map { ys[$0] }
        if !bases.isEmpty { line.bases = kept.map { bases[$0] } }
        // So close to each other, points leave a curve no room for a bend.
        if curve == .smooth { line.curve = .straight }
        return line
    }

    private func drawLine(in frame: Frame, into scene: inout Scene) {
        let runs = Curve.runs(of: points(in: frame))
        if let fill { scene.fill(frame.turned(area(over: runs, in: frame)), with: fill) }
        if stroke.width > 0 {
            var path = Path()
            var dots = Path()
            for run in runs {
                if run.count == 1, symbol == nil {
                    // Nothing to join it to: without a dot the value would vanish.
                    dots.append(Path(circle: run[run.startIndex], radius: stroke.width * 1.75))
                } else {
                    curve.extend(&path, through: run)
                }
            }
            scene.stroke(frame.turned(path), stroke, with: color)
            scene.fill(frame.turned(dots), with: color)
        }
        if let endRadius, let last = runs.last?.last {
            scene.fill(Path(circle: frame.place(last.x, last.y), radius: endRadius), with: color)
        }
    }

    private func points(in frame: Frame) -> [Point] {
        zip(xs, ys).map { x, y in Point(frame.x.position(of: x), frame.y.position(of: y)) }
    }

    private func drawSymbols(in frame: Frame, into scene: inout Scene) {
        guard let symbol else { return }
        var markers = Markers(symbol: symbol, radius: symbolSize / 2, color: color)
        if stroke.width > 0 { markers.rim = 1 }
        let places = zip(xs, ys).map { x, y in frame.point(x, y) }
        markers.draw(at: places, in: frame, into: &scene)
    }

    /// The room between the line and what it stands on, one outline a run.
    private func area(over runs: [ArraySlice<Point>], in frame: Frame) -> Path {
        var path = Path()
        for run in runs {
            curve.extend(&path, through: run)
            let floor = run.indices.reversed().map { index in
                let base = bases.isEmpty ? frame.baseline : frame.y.position(of: bases[index])
                return Point(run[index].x, base.isFinite ? base : frame.baseline)
            }
            if bases.isEmpty, let first = floor.first, let last = floor.last {
                path.line(to: first)
                path.line(to: last)
            } else {
                lowerEdge(floor, into: &path)
            }
            path.close()
        }
        return path
    }

    /// The floor is run backwards; a step has to be taken at the same places as above it.
    private func lowerEdge(_ floor: [Point], into path: inout Path) {
        guard curve == .step else {
            return curve.extend(&path, through: floor[...], joining: true)
        }
        for (index, point) in floor.enumerated() {
            if index > 0 { path.line(to: Point(floor[index - 1].x, point.y)) }
            path.line(to: point)
        }
    }
}

extension Frame {
    /// A path that was built along x and across y, as the axes of this frame lie.
    package func turned(_ path: Path) -> Path {
        isTransposed ? path.mapped { Point($0.y, $0.x) } : path
    }
}
