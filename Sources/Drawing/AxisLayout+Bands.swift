import CLibc
import Figures
import Fonts
import Scenes

/// Names of bands: level, wrapped, turned or thinned out, whatever shows most of them whole.
extension AxisLayout {
    mutating func arrangeBands(_ fonts: Fonts) {
        let limits = space.limits
        let slot = scale.bandWidth
        let font = theme.tickLabel.font
        if set.ticks.count > Self.many, slot < leading {
            return thinBands(widest(of: set.ticks.map { $0.label }, fonts), fonts)
        }
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
        if let wrapped = wrapped(to: slot - font.size * 0.5, fonts) {
            return place(wrapped)
        }
        let isSequence = whole.count > 30 || set.ticks.allSatisfy { Self.isNumeric($0.label) }
        let isCrowded = slot < leading
        if isCrowded || (isSequence && widest <= scale.length / 4) {
            return thinBands(widest, fonts)
        }
        turnBands(slot: slot, fonts)
    }

    /// With more names than these, those that no one will see are not set.
    private static let many = 4_000

    /// About how wide the widest name is: of the longest ones, as many as stand for the rest.
    private func widest(of names: [String], _ fonts: Fonts) -> Double {
        let longest = names.reduce(0) { max($0, $1.utf8.count) }
        guard longest <= 1_000 else { return .infinity }
        return names.lazy.filter { $0.utf8.count == longest }.prefix(100)
            .reduce(0) { max($0, fonts.width(of: $1, in: theme.tickLabel.font)) }
    }

    private mutating func place(_ named: [(TickSet.Tick, [TextLine])]) {
        labels = named.compactMap { tick, lines in
            lines.contains { !$0.glyphs.isEmpty }
                ? Label(lines: lines, place: scale.position(of: tick.value)) : nil
        }
    }

    /// All names in at most three lines, broken at spaces only; nil where one does not fit so.
    private func wrapped(
        to width: Double, _ fonts: Fonts
    ) -> [(TickSet.Tick, [TextLine])]? {
        let most = 1 + ((textDepth - metrics.capHeight) / leading).whole(upTo: 2)
        guard most > 1, width > theme.tickLabel.font.size * 2,
            let wide = wrapped(to: width, most: most, fonts)
        else { return nil }
        // Where one name has two lines anyway, others that would all but touch their neighbours have
        // them too.
        let count = wide.reduce(0) { max($0, $1.1.count) }
        return wrapped(to: width * 0.8, most: count, fonts) ?? wide
    }

    private func wrapped(
        to width: Double, most: Int, _ fonts: Fonts
    ) -> [(TickSet.Tick, [TextLine])]? {
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
    private mutating func thinBands(_ widest: Double, _ fonts: Fonts) {
        let most = max(scale.length / 3, theme.tickLabel.font.size * 4)
        let needed = min(widest, most) + theme.tickLabel.font.size
        let stride = max(1, (needed / scale.bandWidth).rounded(.up).whole(upTo: set.ticks.count))
        let shown = set.ticks.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
        place(shown.map { ($0, [fonts.set($0.label, in: theme.tickLabel.font, within: most)]) })
    }

    /// Turned as little as keeps the names apart, read upwards to the right, shortened where they
    /// would take too much of the picture.
    private mutating func turnBands(slot: Double, _ fonts: Fonts) {
        let limits = space.limits
        let needed = leading
        turn = slot * 0.5 >= needed ? .pi / 6 : slot * 0.7 >= needed ? .pi / 4 : .pi / 2
        let (c, s) = (cos(turn), sin(turn))
        let font = theme.tickLabel.font
        place(
            set.ticks.map { tick in
                let byDepth = (textDepth - metrics.capHeight * c) / s
                // A margin that grows for names does so up to a sixth of the whole.
                let growth = space.grows ? (limits.upperBound - limits.lowerBound) / 6 : 0
                let margin = max(min(scale.start, scale.end) - limits.lowerBound, growth)
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

    mutating func stackBands(_ fonts: Fonts) {
        let slot = scale.bandWidth
        let depth = textDepth
        let usual = theme.tickLabel.font.size
        // Smaller letters name every band; letters too small to read would name none.
        if slot < usual * 1.2, slot >= usual * 0.9 {
            theme.tickLabel.font.size = slot / 1.2
            metrics = fonts.metrics(of: theme.tickLabel.font)
            leading = slot
        }
        let needed = theme.tickLabel.font.size * 1.2
        if slot < needed - 0.01 {
            let stride = max(
                1, (needed / slot).rounded(.up).whole(upTo: set.ticks.count))
            let shown = set.ticks.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
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
