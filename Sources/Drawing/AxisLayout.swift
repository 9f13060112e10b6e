import CLibc
import Figures
import Fonts
import Scenes

/// One axis ready to be drawn: its scale, its ticks, and labels that touch neither each other nor
/// the edge of the picture.
struct AxisLayout {
    struct Label {
        var lines: [TextLine]
        /// Along the axis.
        var place: Double
    }

    let axis: Axis
    let scale: Scale
    private(set) var set: TickSet
    private(set) var labels: [Label] = []
    /// How far labels are turned, anticlockwise, in radians; 0 for level ones.
    private(set) var turn = 0.0
    let theme: Theme
    private let metrics: FontMetrics
    private let leading: Double

    /// Lays out an axis along `from`...`to`, in points of the picture. Labels may take up to `depth`
    /// points away from the axis and, along it, the stretch `limits`.
    init(
        _ axis: Axis, extent: Extent, from start: Double, to end: Double, depth: Double,
        within limits: ClosedRange<Double>, theme: Theme, fonts: Fonts
    ) {
        self.axis = axis
        self.theme = theme
        let font = theme.tickLabel.font
        metrics = fonts.metrics(of: font)
        leading = (font.size * 1.25).rounded()
        let length = abs(end - start)
        // Powers of ten are read one by one, so they may stand closer than numbers to count by.
        let spacing = font.size * (axis.side.isHorizontal ? 6.5 : axis.shape == .linear ? 3.4 : 2.2)
        // Four steps are the fewest that a short axis is cut into, as long as their names fit.
        let fewest = axis.side.isHorizontal ? 1 : (length / (font.size * 1.6)).whole(upTo: 4)
        var count = max(1, fewest, (length / spacing).whole(upTo: 12))
        let bands = axis.bandNames.map { max($0.count, 1) } ?? 0
        // Few ticks are no reason for coarse ends: a thumbnail shows the same range.
        let domain = Domain(axis: axis, extent: extent, length: length, count: max(count, 5)).range
        let (from, to) = axis.isReversed ? (end, start) : (start, end)
        scale = Scale(axis.shape, domain: domain, from: from, to: to, bands: bands)

        set = TickSet(of: axis, over: scale, about: count)
        guard axis.isVisible, depth > 0 else { return }
        if bands > 0 {
            if axis.side.isHorizontal {
                arrangeBands(depth: depth, within: limits, fonts)
            } else {
                stackBands(depth: depth, fonts)
            }
            return
        }
        labels = level(set, depth: depth, fonts)
        // Fewer ticks until the labels stand apart; in the end every second, third … of what is left.
        while count > 1, !standApart {
            count -= 1
            let fewer = TickSet(of: axis, over: scale, about: count)
            if fewer.ticks.count < set.ticks.count || count == 1 {
                set = fewer
                labels = level(set, depth: depth, fonts)
            }
        }
        thinOut()
    }

    // MARK: Numbers and times

    private func level(_ set: TickSet, depth: Double, _ fonts: Fonts) -> [Label] {
        let widest = axis.side.isHorizontal ? scale.length * 0.6 : depth
        return set.ticks.compactMap { tick in
            let place = scale.position(of: tick.value)
            guard place.isFinite, !tick.label.isEmpty else { return nil }
            var lines = [fonts.set(tick.label, in: theme.tickLabel.font, within: widest)]
            if !tick.context.isEmpty {
                lines.append(fonts.set(tick.context, in: theme.tickLabel.font, within: widest))
            }
            return Label(lines: lines, place: place)
        }
    }

    /// How much of the axis a label takes.
    private func span(of label: Label) -> ClosedRange<Double> {
        let half = (axis.side.isHorizontal ? label.width : metrics.capHeight) / 2
        return (label.place - half)...(label.place + half)
    }

    private var gap: Double {
        axis.side.isHorizontal ? theme.tickLabel.font.size * 0.8 : theme.tickLabel.font.size * 0.5
    }

    private var standApart: Bool {
        let spans = labels.map { span(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }
        return zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound + gap <= $1.lowerBound }
    }

    /// Leaves out labels that would touch one before them.
    private mutating func thinOut() {
        guard !standApart else { return }
        var stride = 2
        let all = labels
        repeat {
            labels = all.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
            stride += 1
        } while labels.count > 1 && !standApart
    }

    // MARK: Names below their bands

    private mutating func arrangeBands(
        depth: Double, within limits: ClosedRange<Double>, _ fonts: Fonts
    ) {
        let slot = scale.bandWidth
        let font = theme.tickLabel.font
        let whole = set.ticks.map { fonts.set($0.label, in: font) }
        let widest = whole.reduce(0) { max($0, $1.width) }
        if widest <= slot - font.size * 0.5 || whole.count == 1 {
            let room = max(slot, limits.upperBound - limits.lowerBound)
            return place(
                zip(set.ticks, whole).map { tick, line in
                    (
                        tick,
                        line.width <= room
                            ? [line] : [fonts.set(tick.label, in: font, within: room)]
                    )
                })
        }
        if let wrapped = wrapped(to: slot - font.size * 0.5, depth: depth, fonts) {
            return place(wrapped)
        }
        let isSequence = whole.count > 30 || set.ticks.allSatisfy { Self.isNumeric($0.label) }
        let isCrowded = slot < leading
        if isCrowded || (isSequence && widest <= scale.length / 4) {
            return thinBands(whole, widest, fonts)
        }
        turnBands(slot: slot, depth: depth, within: limits, fonts)
    }

    private mutating func place(_ named: [(TickSet.Tick, [TextLine])]) {
        labels = named.compactMap { tick, lines in
            lines.contains { !$0.glyphs.isEmpty }
                ? Label(lines: lines, place: scale.position(of: tick.value)) : nil
        }
    }

    /// All names in at most three lines, broken at spaces only; nil where one does not fit so.
    private func wrapped(
        to width: Double, depth: Double, _ fonts: Fonts
    ) -> [(TickSet.Tick, [TextLine])]? {
        let most = (depth / leading).whole(upTo: 3)
        guard most > 1, width > theme.tickLabel.font.size * 2 else { return nil }
        var result: [(TickSet.Tick, [TextLine])] = []
        for tick in set.ticks {
            let block = TextBlock(
                tick.label, theme.tickLabel, width: width, most: most + 1, fonts: fonts)
            let isWhole = block.lines.allSatisfy { !$0.text.hasSuffix("…") }
            guard isWhole, block.lines.count <= most else { return nil }
            result.append((tick, block.lines))
        }
        return result
    }

    /// Every second, third … name, as many as stand apart, shortened where one is too wide at all.
    private mutating func thinBands(_ whole: [TextLine], _ widest: Double, _ fonts: Fonts) {
        let most = max(scale.length / 3, theme.tickLabel.font.size * 4)
        let needed = min(widest, most) + theme.tickLabel.font.size
        let stride = max(1, (needed / scale.bandWidth).rounded(.up).whole(upTo: set.ticks.count))
        let shown = set.ticks.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
        place(shown.map { ($0, [fonts.set($0.label, in: theme.tickLabel.font, within: most)]) })
    }

    /// Turned as little as keeps the names apart, read upwards to the right, shortened where they
    /// would take too much of the picture.
    private mutating func turnBands(
        slot: Double, depth: Double, within limits: ClosedRange<Double>, _ fonts: Fonts
    ) {
        let needed = leading
        turn = slot * 0.5 >= needed ? .pi / 6 : slot * 0.7 >= needed ? .pi / 4 : .pi / 2
        let (c, s) = (cos(turn), sin(turn))
        let font = theme.tickLabel.font
        place(
            set.ticks.map { tick in
                let byDepth = (depth - metrics.capHeight * c) / s
                // Names may reach into the margin, which then grows for them, up to a sixth of the whole.
                let margin = max(
                    min(scale.start, scale.end) - limits.lowerBound,
                    (limits.upperBound - limits.lowerBound) / 6)
                let free = scale.position(of: tick.value) - min(scale.start, scale.end) + margin - 2
                let bySide = c > 0.01 ? free / c : .infinity
                return (
                    tick, [fonts.set(tick.label, in: font, within: max(0, min(byDepth, bySide)))]
                )
            })
    }

    private static func isNumeric(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { 48...57 ~= $0 || $0 == 45 || $0 == 46 || $0 == 58 }
    }

    // MARK: Names beside their bands

    private mutating func stackBands(depth: Double, _ fonts: Fonts) {
        let slot = scale.bandWidth
        if slot < metrics.capHeight + 3 {
            let stride = max(
                1, ((metrics.capHeight + 5) / slot).rounded(.up).whole(upTo: set.ticks.count))
            let shown = set.ticks.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
            return place(
                shown.map { ($0, [fonts.set($0.label, in: theme.tickLabel.font, within: depth)]) })
        }
        let most = max(1, (slot / leading).whole(upTo: 2))
        place(
            set.ticks.map { tick in
                (
                    tick,
                    TextBlock(tick.label, theme.tickLabel, width: depth, most: most, fonts: fonts)
                        .lines
                )
            })
    }
}

extension AxisLayout.Label {
    var width: Double { lines.reduce(0) { max($0, $1.width) } }
}

extension AxisLayout {
    /// How far the labels reach away from the axis, the gap before them included; 0 without labels.
    var thickness: Double {
        guard axis.isVisible, !labels.isEmpty else { return 0 }
        let widest = labels.reduce(0) { max($0, $1.width) }
        guard axis.side.isHorizontal else { return (widest + theme.labelGap).rounded(.up) }
        let foot = theme.tickLabel.font.size * 0.3
        if turn > 0 {
            return (gapBelow + widest * sin(turn) + metrics.capHeight * cos(turn) + foot).rounded(
                .up)
        }
        let most = labels.reduce(0) { max($0, $1.lines.count) }
        return (gapBelow + metrics.capHeight + leading * Double(most - 1) + foot).rounded(.up)
    }

    private var gapBelow: Double {
        theme.labelGap + (axis.bandNames == nil ? theme.tickLength * 0.5 : 0)
    }

    /// How far the labels reach beyond the two ends of the axis, along it.
    var overhang: (before: Double, after: Double) {
        let (low, high) = (min(scale.start, scale.end), max(scale.start, scale.end))
        var result = (before: 0.0, after: 0.0)
        for label in labels {
            let span: ClosedRange<Double>
            if turn > 0 {
                span = (label.place - label.width * cos(turn) - 2)...(label.place + 4)
            } else {
                span = self.span(of: label)
            }
            result.before = max(result.before, low - span.lowerBound)
            result.after = max(result.after, span.upperBound - high)
        }
        return result
    }

    /// Draws the labels along the edge of `room` that the axis lies at, `offset` points away from it.
    func drawLabels(along room: Rect, offset: Double, into scene: inout Scene) {
        for label in labels {
            if axis.side.isHorizontal {
                drawLevel(label, along: room, offset: offset, into: &scene)
            } else {
                drawBeside(label, along: room, offset: offset, into: &scene)
            }
        }
    }

    private func drawLevel(
        _ label: Label, along room: Rect, offset: Double, into scene: inout Scene
    ) {
        let color = theme.tickLabel.color
        if turn > 0, let line = label.lines.first {
            let top = room.maxY + offset + gapBelow + metrics.capHeight * cos(turn)
            let reach = line.width
            // The end of the text stands under the tick, at the height of small letters.
            let end = Point(label.place + metrics.capHeight * sin(turn) / 2, top)
            let origin = Point(end.x - reach * cos(turn), end.y + reach * sin(turn))
            scene.set(line, at: origin, angle: -turn, with: color)
            return
        }
        let height = metrics.capHeight + leading * Double(label.lines.count - 1)
        let top =
            axis.side == .bottom
            ? room.maxY + offset + gapBelow : room.minY - offset - gapBelow - height
        var baseline = (top + metrics.capHeight).rounded()
        for line in label.lines {
            scene.set(line, at: Point(label.place - line.width / 2, baseline), with: color)
            baseline += leading
        }
    }

    private func drawBeside(
        _ label: Label, along room: Rect, offset: Double, into scene: inout Scene
    ) {
        let height = leading * Double(label.lines.count - 1)
        var baseline = scene.snapped(label.place + (metrics.capHeight - height) / 2)
        for line in label.lines {
            let x =
                axis.side == .left
                ? room.minX - offset - theme.labelGap - line.width
                : room.maxX + offset + theme.labelGap
            scene.set(line, at: Point(x, baseline), with: theme.tickLabel.color)
            baseline += leading
        }
    }
}
