import Fonts
package import Notation
package import Scenes

/// The numbers or words written beside the points or bars of a mark; nothing at all by default.
package struct ValueLabels: Sendable {
    package var isShown = false
    /// Written in place of the numbers, one a value.
    package var texts: [String] = []
    package var format: NumberFormat?
    /// They stand beside what they name and not above it, as those of horizontal bars do.
    package var isBeside = false

    /// About how much room the labels of `values` need beyond them, in points.
    package func room(for values: [Double]) -> Double {
        guard isShown else { return 0 }
        guard isBeside else { return 16 }
        let longest = values.indices.reduce(0) { max($0, text($1, of: values[$1]).utf8.count) }
        return Double(longest) * 7 + 8
    }

    package init() {}

    package func text(_ index: Int, of value: Double) -> String {
        if index < texts.count { return texts[index] }
        guard value.isFinite else { return "" }
        if let format { return format.format(value) }
        return value < 0 ? "−" + (-value).decimalText : value.decimalText
    }

    /// Writes a label above each point, or to the right of it where the axes are turned.
    package func draw(
        at points: some Sequence<(Double, Double)>, beyond gap: Double, in frame: Frame,
        into scene: inout Scene
    ) {
        guard isShown else { return }
        for (index, (x, y)) in points.enumerated() {
            let place = frame.point(x, y)
            guard place.isFinite else { continue }
            draw(text(index, of: y), beside: place, away: gap, in: frame, into: &scene)
        }
    }

    /// Writes `text` above `place`, or below it with a negative distance; beside it where the axes
    /// are turned. A label that would leave the picture is pushed back into it.
    package func draw(
        _ text: String, beside place: Point, away gap: Double, in frame: Frame,
        into scene: inout Scene
    ) {
        let lettering = frame.theme.valueLabel
        let line = frame.fonts.set(text, in: lettering.font)
        let metrics = frame.fonts.metrics(of: lettering.font)
        var origin: Point
        if frame.isTransposed {
            origin = Point(
                gap >= 0 ? place.x + gap + 3 : place.x + gap - 3 - line.width,
                place.y + metrics.capHeight / 2)
        } else {
            let below = place.y - gap + 3 + metrics.capHeight
            origin = Point(place.x - line.width / 2, gap >= 0 ? place.y - gap - 4 : below)
        }
        origin.x = min(max(origin.x, 1), max(1, scene.size.width - line.width - 1))
        origin.y = min(max(origin.y, metrics.capHeight + 1), scene.size.height - 1)
        scene.set(line, at: origin, with: lettering.color)
    }

    /// Writes `text` above `place`, or where that is taken to its right, its left or below it, clear of
    /// other labels and of `markers`. Where all around is taken nothing is written, and the result is false.
    func draw(
        _ text: String, around place: Point, away gap: Double, clearOf markers: LabelRoom?,
        in frame: Frame, into scene: inout Scene
    ) -> Bool {
        let lettering = frame.theme.valueLabel
        let line = frame.fonts.set(text, in: lettering.font)
        guard !line.glyphs.isEmpty else { return true }
        let metrics = frame.fonts.metrics(of: lettering.font)
        let middle = place.y + metrics.capHeight / 2
        let above = Point(place.x - line.width / 2, place.y - gap - 4)
        let below = Point(above.x, place.y + gap + 4 + metrics.capHeight)
        let right = Point(place.x + gap + 3, middle)
        let left = Point(place.x - gap - 3 - line.width, middle)
        func box(_ origin: Point) -> Rect {
            Rect(
                from: Point(origin.x - 1, origin.y - metrics.capHeight),
                to: Point(origin.x + line.width + 1, origin.y + metrics.descent))
        }
        let size = scene.size
        func isInside(_ origin: Point) -> Bool {
            let box = box(origin)
            return box.minX >= 0 && box.minY >= 0 && box.maxX <= size.width
                && box.maxY <= size.height
        }
        // The usual place is kept by a push back into the picture, the others are not worth one.
        var usual = frame.isTransposed ? right : above
        usual.x = min(max(usual.x, 1), max(1, size.width - line.width - 1))
        usual.y = min(max(usual.y, metrics.capHeight + 1), size.height - 1)
        let others = frame.isTransposed ? [left, above, below] : [right, left, below]
        let free = ([usual] + others.filter(isInside)).first {
            frame.labels.isFree(box($0)) && markers?.isFree(box($0)) != false
        }
        guard let origin = free else { return false }
        frame.labels.take(box(origin))
        scene.set(line, at: origin, with: lettering.color)
        return true
    }
}
