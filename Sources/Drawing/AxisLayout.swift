import CLibc
import Figures
import Fonts
import Scenes

/// One axis ready to be drawn: its scale, its ticks, and labels that touch neither each other nor
/// the edge of the picture.
struct AxisLayout {
    struct Label {
        var lines: [TextLine]
        /// Of the tick, along the axis.
        var place: Double
        /// Of the text's middle: that of the tick, except at the edge of the picture.
        var center: Double

        init(lines: [TextLine], place: Double) {
            self.lines = lines
            self.place = place
            center = place
        }
    }

    /// Where the labels of an axis may stand.
    struct Space {
        /// How far away from the axis they may reach.
        var depth: Double
        /// How far along it.
        var limits: ClosedRange<Double>
        /// Whether margins still grow for labels that reach beyond them.
        var grows: Bool
    }

    let axis: Axis
    let scale: Scale
    var set: TickSet
    var labels: [Label] = []
    /// How far labels are turned, anticlockwise, in radians; 0 for level ones.
    var turn = 0.0
    var theme: Theme
    var metrics: FontMetrics
    var leading: Double

    let space: Space

    /// Lays out an axis along `from`...`to`, in points of the picture.
    init(
        _ axis: Axis, extent: Extent, from start: Double, to end: Double, in space: Space,
        theme: Theme, fonts: Fonts
    ) {
        self.axis = axis
        self.space = space
        self.theme = theme
        let font = theme.tickLabel.font
        metrics = fonts.metrics(of: font)
        leading = (font.size * 1.25).rounded()
        let length = abs(end - start)
        // Powers of ten are read one by one, so they may stand closer than numbers to count by.
        // In a wide picture few numbers along x are calmer, in a narrow one too few are left.
        let spacing: Double =
            if axis.side.isHorizontal {
                font.size * (length < 500 ? 6 : axis.zone != nil ? 8.5 : 10)
            } else {
                font.size * (axis.shape == .linear ? 4.2 : 2.2)
            }
        // Four steps are the fewest that a short axis is cut into, as long as their names fit.
        let fewest = axis.side.isHorizontal ? 1 : (length / (font.size * 1.6)).whole(upTo: 4)
        let count = max(1, fewest, (length / spacing).whole(upTo: 12))
        let bands = axis.bandNames.map { max($0.count, 1) } ?? 0
        // Few ticks are no reason for coarse ends: a thumbnail shows the same range.
        let domain = Domain(axis: axis, extent: extent, length: length, count: max(count, 5)).range
        let (from, to) = axis.isReversed ? (end, start) : (start, end)
        scale = Scale(axis.shape, domain: domain, from: from, to: to, bands: bands)

        set = TickSet(of: axis, over: scale, about: count)
        guard axis.isVisible, textDepth > 0 else { return }
        if bands > 0 {
            if axis.side.isHorizontal { arrangeBands(fonts) } else { stackBands(fonts) }
        } else {
            arrangeTicks(about: count, fonts)
        }
        if !space.grows, turn == 0 { keepInside() }
    }

    /// What `space` leaves for the text itself.
    var textDepth: Double {
        space.depth - (axis.side.isHorizontal ? gapBelow + foot : theme.labelGap)
    }

    // MARK: Numbers and times

    private mutating func arrangeTicks(about most: Int, _ fonts: Fonts) {
        var count = most
        labels = level(set, fonts)
        // Fewer ticks until the labels stand apart; in the end every second, third … of what is left.
        while count > 1, !standApart {
            count -= 1
            let fewer = TickSet(of: axis, over: scale, about: count)
            if fewer.ticks.count < set.ticks.count || count == 1 {
                set = fewer
                labels = level(set, fonts)
            }
        }
        thinOut()
    }

    private func level(_ set: TickSet, _ fonts: Fonts) -> [Label] {
        let widest = axis.side.isHorizontal ? scale.length * 0.6 : textDepth
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
        return (label.center - half)...(label.center + half)
    }

    private var gap: Double {
        axis.side.isHorizontal ? theme.tickLabel.font.size * 0.8 : theme.tickLabel.font.size * 0.5
    }

    private var standApart: Bool {
        let spans = labels.map { span(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }
        return zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound + gap <= $1.lowerBound }
    }

    /// Moves labels at the ends back into the picture, and leaves out one that cannot stand there.
    private mutating func keepInside() {
        labels = labels.filter { span(of: $0).length <= space.limits.length }
        for index in labels.indices {
            let span = span(of: labels[index])
            labels[index].center += max(0, space.limits.lowerBound - span.lowerBound)
            labels[index].center -= max(0, span.upperBound - space.limits.upperBound)
        }
        guard !standApart else { return }
        labels.removeAll { $0.center != $0.place }
        if axis.bandNames == nil { thinOut() }
    }

    /// Leaves out labels that would touch one before them.
    private mutating func thinOut() {
        guard !standApart else { return }
        var stride = 2
        let all = labels
        repeat {
            labels = all.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
            stride += 1
        } while labels.count > 1 && !standApart
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
        if turn > 0 {
            return (gapBelow + widest * sin(turn) + metrics.capHeight * cos(turn) + foot).rounded(
                .up)
        }
        let most = labels.reduce(0) { max($0, $1.lines.count) }
        return (gapBelow + metrics.capHeight + leading * Double(most - 1) + foot).rounded(.up)
    }

    /// Below the last baseline, for what hangs beneath it.
    var foot: Double { theme.tickLabel.font.size * 0.3 }

    var gapBelow: Double {
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
}

extension ClosedRange<Double> {
    fileprivate var length: Double { upperBound - lowerBound }
}
