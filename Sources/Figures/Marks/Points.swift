import CLibc
package import Scenes

/// A marker at each pair of values; with sizes, a marker whose area stands for a third one.
package struct Points: Mark {
    package var xs: [Double]
    package var ys: [Double]
    /// One a point: the area of its marker, in proportion. Empty for markers of one size.
    package var sizes: [Double] = []
    package var name = ""
    package var color = Color.black
    package var symbol = Symbol.circle
    /// Across a marker; across that of the greatest value, where there are sizes.
    package var diameter = 7.0
    package var opacity = 1.0
    /// The greatest of the sizes of all series in the panel, so that they can be compared.
    package var greatestSize: Double?
    package var errors = Spread()
    package var labels = ValueLabels()

    package init(xs: [Double], ys: [Double]) {
        self.xs = xs
        self.ys = ys
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(xs), y: Extent(ys))
        let reach = diameter / 2 + 8
        extents.x.padding = reach
        extents.y.padding = labels.isShown ? reach + 14 : reach
        for index in ys.indices {
            guard let (low, high) = errors.range(at: index, of: ys[index]) else { continue }
            extents.y.include(low)
            extents.y.include(high)
        }
        return extents
    }

    package var legend: [LegendEntry] {
        name.isEmpty ? [] : [LegendEntry(name, .symbol(symbol, color))]
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        let most = greatestSize ?? sizes.filter { $0.isFinite }.max() ?? 1
        errors.draw(at: xs, ys, cap: 4, color: color, in: frame, into: &scene)
        if sizes.isEmpty {
            var markers = Markers(
                symbol: symbol, radius: diameter / 2, color: color.opacity(opacity))
            // Where markers are translucent, so are the places where they overlap.
            if opacity == 1 { markers.rim = 0.75 }
            markers.draw(
                at: ys.indices.map { frame.point(xs[$0], ys[$0]) }, in: frame, into: &scene)
        } else {
            drawBubbles(most: most, in: frame, into: &scene)
        }
        drawLabels(most: most, in: frame, into: &scene)
    }

    /// Labels where they cover no other and, of few points, none of them either; then what is left of them,
    /// in the order of the points, where it covers no other label.
    private func drawLabels(most: Double, in frame: Frame, into scene: inout Scene) {
        guard labels.isShown else { return }
        let places = ys.indices.map { frame.point(xs[$0], ys[$0]) }
        func draw(_ index: Int, clearOf markers: LabelRoom?) -> Bool {
            labels.draw(
                labels.text(index, of: ys[index]), around: places[index],
                away: radius(of: index, most: most, in: frame.room), clearOf: markers, in: frame,
                into: &scene)
        }
        var left = places.indices.filter { places[$0].isFinite }
        if sizes.isEmpty, left.count <= 200 {
            let markers = LabelRoom()
            for index in left { markers.take(Rect(around: places[index], radius: diameter / 2)) }
            left = left.filter { !draw($0, clearOf: markers) }
        }
        for index in left { _ = draw(index, clearOf: nil) }
    }

    private func drawBubbles(most: Double, in frame: Frame, into scene: inout Scene) {
        let order = order
        let places = order.map { frame.point(xs[$0], ys[$0]) }
        let radii = order.map { radius(of: $0, most: most, in: frame.room) }
        let hiding = Hiding(
            symbol, opacity: Double(color.alpha) / 255 * opacity, within: frame.room,
            density: scene.density)
        for index in hiding.seen(at: places, radii: radii) where radii[index] > 0 {
            let path = symbol.path(at: places[index], radius: radii[index])
            scene.fill(path, with: color.opacity(opacity))
            scene.stroke(path, Stroke(width: 1), with: color)
        }
    }

    /// Large ones first, so that none is hidden.
    private var order: [Int] {
        func size(_ index: Int) -> Double { index < sizes.count ? sizes[index] : 0 }
        return ys.indices.sorted { (size($0), -$0) > (size($1), -$1) }
    }

    private func radius(of index: Int, most: Double, in room: Rect) -> Double {
        guard !sizes.isEmpty else { return diameter / 2 }
        guard index < sizes.count, sizes[index] > 0, most > 0 else { return 0 }
        // In a small picture bubbles leave room for each other, and for the axes.
        let greatest = min(diameter, room.width / 3, room.height / 3)
        return max(1, greatest / 2 * sqrt(sizes[index] / most))
    }
}

extension Rect {
    fileprivate init(around center: Point, radius: Double) {
        self.init(
            x: center.x - radius, y: center.y - radius, width: radius * 2, height: radius * 2)
    }
}
