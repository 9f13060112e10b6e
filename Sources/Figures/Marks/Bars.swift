import Fonts
package import Scenes

/// Bars that stand on zero, or on what they are stacked on. A value that is no number leaves a gap.
package struct Bars: Mark {
    package var xs: [Double]
    package var ys: [Double]
    package var name = ""
    /// One for all bars, or one a bar in turn.
    package var colors = [Color.black]
    /// Where each bar begins; empty for zero.
    package var bases: [Double] = []
    /// In a stack, the values themselves, where `ys` are sums or shares of them.
    package var parts: [Double] = []
    /// Whether `ys` are sums of shares in percent.
    package var areShares = false
    /// Side by side with the bars of other marks: which one of how many.
    package var column = (index: 0, of: 1)
    /// The part of a band that all columns fill; nil for the theme's.
    package var share: Double?
    /// Whether the free end may be rounded, as in a stack it may not.
    package var isRounded = true
    package var errors = Spread()
    package var labels = ValueLabels()

    package init(xs: [Double], ys: [Double]) {
        self.xs = xs
        self.ys = ys
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(xs), y: Extent(ys))
        extents.y.standsOnZero = true
        for base in bases { extents.y.include(base) }
        for index in ys.indices {
            guard let (low, high) = errors.range(at: index, of: ys[index]) else { continue }
            extents.y.include(low)
            extents.y.include(high)
        }
        let half = leastStep / 2
        if half > 0, !extents.x.isEmpty {
            extents.x.include(extents.x.low - half)
            extents.x.include(extents.x.high + half)
        }
        extents.y.padding = labels.room(for: ys)
        return extents
    }

    package var legend: [LegendEntry] {
        name.isEmpty ? [] : [LegendEntry(name, .box(colors.first ?? .black))]
    }

    /// The least distance between two bars, 1 where there are not two.
    private var leastStep: Double {
        let sorted = xs.filter { $0.isFinite }.sorted()
        var least = Double.infinity
        for (a, b) in zip(sorted, sorted.dropFirst()) where b > a { least = min(least, b - a) }
        return least.isFinite ? least : 1
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        guard let color = colors.first else { return }
        let room = room(in: frame)
        for index in shown(in: frame, density: scene.density) {
            guard let box = box(of: index, room, in: frame, snapping: scene) else { continue }
            let color = colors.count > 1 ? colors[index % colors.count] : color
            scene.fill(outline(of: box, index, in: frame), with: color)
        }
        drawErrors(room, in: frame, into: &scene)
        guard labels.isShown else { return }
        for index in ys.indices { drawLabel(of: index, room, in: frame, into: &scene) }
    }

    /// The bars that show: of very many that lie over each other the tallest.
    private func shown(in frame: Frame, density: Double) -> [Int] {
        // Colours that take turns, or are seen through, show more of those below.
        guard colors.count == 1, colors[0].alpha == 255,
            let kept = Thinning(in: frame, density: density).kept(xs: xs, ys: ys, floors: bases)
        else { return Array(ys.indices) }
        return kept
    }

    /// The room of all columns at one place, in points along the axis.
    private func room(in frame: Frame) -> Double {
        // Thin bars need less air between them, and groups of bars need it around the group.
        let isTight = column.of > 1 || frame.step(between: xs) < 26
        let share = self.share ?? (isTight ? max(frame.theme.barShare, 0.8) : frame.theme.barShare)
        // A step of a day or of a band fills with bars; beyond 120 points they would be slabs.
        return min(frame.step(between: xs) * share, 120 * Double(column.of))
    }

    private func box(
        of index: Int, _ room: Double, in frame: Frame, snapping scene: Scene
    ) -> Rect? {
        let center = frame.x.position(of: xs[index])
        let tip = frame.y.position(of: frame.y.nearest(to: ys[index]))
        let floor = frame.y.position(of: frame.y.nearest(to: base(of: index)))
        guard ys[index].isFinite, center.isFinite, tip.isFinite, floor.isFinite else { return nil }
        let width = room / Double(column.of)
        // Bars of a pixel or two are left between pixels: rounded, some would be twice the others.
        let isCrisp = width * scene.density >= 3
        func edge(_ place: Double) -> Double { isCrisp ? scene.snapped(place) : place }
        let left = edge(center - room / 2 + width * Double(column.index))
        var right = edge(center - room / 2 + width * Double(column.index + 1))
        // A pixel between neighbours, where there are pixels to spare.
        if column.of > 1, right - left > 4 { right -= 1 / scene.density }
        right = max(right, left + 0.5 / scene.density)
        var start = scene.snapped(floor)
        let end = scene.snapped(tip)
        // A seam of paper between the parts of a stack, where they are not too thin for it.
        if !bases.isEmpty, base(of: index) != 0, abs(end - start) > 3 {
            start += (end > start ? 1 : -1) / scene.density
        }
        return frame.rect(along: (left, right), across: (start, end))
    }

    private func base(of index: Int) -> Double { index < bases.count ? bases[index] : 0 }

    private func outline(of box: Rect, _ index: Int, in frame: Frame) -> Path {
        let radius = frame.theme.barRadius
        let width = frame.isTransposed ? box.height : box.width
        guard isRounded, radius > 0, width >= 3 * radius, bases.isEmpty else { return Path(box) }
        let grows = (ys[index] >= 0) == (frame.y.end > frame.y.start)
        if frame.isTransposed {
            return Path(box, radii: grows ? (0, radius, radius, 0) : (radius, 0, 0, radius))
        }
        return Path(box, radii: grows ? (0, 0, radius, radius) : (radius, radius, 0, 0))
    }

    private func drawErrors(_ room: Double, in frame: Frame, into scene: inout Scene) {
        guard !errors.isEmpty else { return }
        let width = room / Double(column.of)
        let shift = -room / 2 + width * (Double(column.index) + 0.5)
        errors.draw(
            at: xs, ys, shifted: shift, cap: min(width / 4, 5), color: frame.theme.ink, in: frame,
            into: &scene)
    }

    private func drawLabel(
        of index: Int, _ room: Double, in frame: Frame, into scene: inout Scene
    ) {
        guard let box = box(of: index, room, in: frame, snapping: scene) else { return }
        let value = ys[index] - (bases.isEmpty ? 0 : base(of: index))
        let text = labels.text(index, of: value)
        guard bases.isEmpty else { return drawInside(text, box, index, in: frame, into: &scene) }
        let isUp = ys[index] >= 0
        var tip =
            frame.isTransposed
            ? Point(isUp ? box.maxX : box.minX, box.midY)
            : Point(box.midX, isUp ? box.minY : box.maxY)
        // Beyond the interval of the value, where it has one.
        if let (low, high) = errors.range(at: index, of: ys[index]) {
            let end = frame.y.position(of: frame.y.nearest(to: isUp ? high : low))
            if frame.isTransposed { tip.x = end } else { tip.y = end }
        }
        labels.draw(text, beside: tip, away: isUp ? 0.5 : -0.5, in: frame, into: &scene)
    }

    /// In a stack a label stands in the middle of its part, if it has room there.
    private func drawInside(
        _ text: String, _ box: Rect, _ index: Int, in frame: Frame, into scene: inout Scene
    ) {
        let lettering = frame.theme.valueLabel
        let line = frame.fonts.set(text, in: lettering.font)
        let height = frame.fonts.metrics(of: lettering.font).capHeight
        guard line.width + 4 <= box.width, height + 4 <= box.height else { return }
        let color = colors[index % colors.count]
        scene.set(
            line, at: Point(box.midX - line.width / 2, box.midY + height / 2),
            with: frame.theme.lettering(on: color))
    }
}
