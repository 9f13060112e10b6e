extension Course {
    /// The course of `ys` as a sentence about `voices.subject`.
    ///
    /// `lacks` is what is said of values that are none: `is missing`, or `undefined` for formulas.
    package func sentence(
        of ys: [Double], at xs: [Double], by voices: Voices, isSampled: Bool = false
    ) -> String {
        guard count > 0 else {
            return voices.subject + (leftOut > 0 ? " lies outside the picture." : " has no values.")
        }
        let leaves = isSampled && above + below > 0
        var text =
            voices.subject + " " + (leaves ? leaving(ys, xs, voices) : verb(ys, xs, voices))
        text += lacks(isSampled, voices)
        return text + "."
    }

    /// Of a formula that runs out of the picture, what is said of its values is not where the picture
    /// cuts it.
    private func leaving(_ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        let sides = (above > 0 ? ["at the top"] : []) + (below > 0 ? ["at the bottom"] : [])
        var text = "leaves the picture " + English.list(sides)
        let known = ys.indices.filter { xs[$0].isFinite && ys[$0].isFinite }
        let whole = [known.first, known.last]
        let (start, finish) = (end(first, ys, xs, voices), end(last, ys, xs, voices))
        switch (whole.contains(first), whole.contains(last)) {
        case (true, true) where start == finish: text += ", starting and ending at " + start
        case (true, true): text += ", starting at " + start + " and ending at " + finish
        case (true, false): text += ", starting at " + start
        case (false, true): text += ", ending at " + finish
        case (false, false): break
        }
        return text + (above > 0 ? "" : highest(ys, xs, voices))
            + (below > 0 ? "" : lowest(ys, xs, voices))
    }

    private func verb(_ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        let y = voices.y
        guard count > 1 else {
            let place = isAlone ? "" : " " + voices.x.place(xs[low.index])
            return "has one value, " + y.text(low.value) + place
        }
        let ends = ends(ys, xs, voices)
        let bounds = "between " + y.text(low.value) + " and " + y.text(high.value)
        switch shape {
        case .none:
            let value = low.value == high.value ? "at " + y.text(low.value) : bounds
            return "passes " + English.count(count, "point", "points") + " " + value
        case .constant: return "stays at " + y.text(low.value) + " throughout"
        case .risesThroughout: return "rises throughout," + change(ys, voices) + ends
        case .fallsThroughout: return "falls throughout," + change(ys, voices) + ends
        case .rises, .falls:
            let verb = shape == .rises ? "rises overall," : "falls overall,"
            return verb + change(ys, voices) + ends + extremes(ys, xs, voices)
        case .peak:
            return "rises from " + end(first, ys, xs, voices) + " to a peak of "
                + y.text(high.value) + " " + place(of: high, xs, voices) + ", then falls to "
                + end(last, ys, xs, voices) + lowest(ys, xs, voices)
        case .valley:
            return "falls from " + end(first, ys, xs, voices) + " to a low of "
                + y.text(low.value) + " " + place(of: low, xs, voices) + ", then rises to "
                + end(last, ys, xs, voices) + highest(ys, xs, voices)
        case .aboutLevel: return "stays about level, " + bounds
        case .fluctuates:
            return "fluctuates between " + y.text(low.value) + " " + place(of: low, xs, voices)
                + " and " + y.text(high.value) + " " + place(of: high, xs, voices)
                + starting(ys, xs, voices)
        }
    }

    /// Whether there is only this value, so that its place says nothing.
    private var isAlone: Bool { missing == 0 && leftOut == 0 }

    private func starting(_ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        let told = [low, high].flatMap { $0.times > 2 ? [] : [$0.index, $0.second ?? $0.index] }
        let (isTold, isEndTold) = (told.contains(first), told.contains(last))
        if isTold, isEndTold { return "" }
        let end = "ending at " + end(last, ys, xs, voices)
        if isTold { return ", " + end }
        let start = self.end(first, ys, xs, voices)
        if !isEndTold, start == self.end(last, ys, xs, voices) {
            return ", starting and ending at " + start
        }
        return ", starting at " + start + (isEndTold ? "" : " and " + end)
    }

    /// ` from 3 to 7`.
    private func ends(_ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        " from " + end(first, ys, xs, voices) + " to " + end(last, ys, xs, voices)
    }

    /// The value at one end; with its place where that is not the end of the axis.
    private func end(_ index: Int, _ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        let value = voices.y.text(ys[index])
        let extent = voices.x.extent
        let margin = (extent.high - extent.low) * 0.12
        let isAtEnd = xs[index] <= extent.low + margin || xs[index] >= extent.high - margin
        return isAtEnd || voices.x.isBanded ? value : value + " " + voices.x.place(xs[index])
    }

    /// `, with a high of 9 at 6 and a low of 1 at 2`, less what the ends say already.
    private func extremes(_ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        // Of many series, the way they take is enough.
        guard voices.members <= 3 else { return "" }
        var parts: [String] = []
        if ![ys[first], ys[last]].contains(high.value) {
            parts.append(
                "a high of " + voices.y.text(high.value) + " " + place(of: high, xs, voices))
        }
        if ![ys[first], ys[last]].contains(low.value) {
            parts.append("a low of " + voices.y.text(low.value) + " " + place(of: low, xs, voices))
        }
        return parts.isEmpty ? "" : ", with " + English.list(parts)
    }

    private func lowest(_ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        guard ![ys[first], ys[last]].contains(low.value) else { return "" }
        return "; its low is " + voices.y.text(low.value) + " " + place(of: low, xs, voices)
    }

    private func highest(_ ys: [Double], _ xs: [Double], _ voices: Voices) -> String {
        guard ![ys[first], ys[last]].contains(high.value) else { return "" }
        return "; its high is " + voices.y.text(high.value) + " " + place(of: high, xs, voices)
    }

    private func place(of extreme: Extreme, _ xs: [Double], _ voices: Voices) -> String {
        let first = voices.x.place(xs[extreme.index])
        guard let second = extreme.second else { return first }
        if extreme.times == 2 {
            // Neighbours may have the same digits.
            if voices.x.place(xs[second]) == first { return first }
            return voices.x.place(xs[extreme.index], and: xs[second])
        }
        return "in " + English.number(extreme.times) + " places"
    }

    /// ` by 11%`, where that means something and is easily grasped.
    private func change(_ ys: [Double], _ voices: Voices) -> String {
        let (from, to) = (ys[first], ys[last])
        guard voices.hasRatios, voices.y.hasRatios, !voices.y.isLogarithmic, low.value > 0 else {
            return ""
        }
        let percent = abs((to / from - 1) * 100).rounded()
        guard percent >= 1, percent <= (to > from ? 200 : 99) else { return "" }
        return " by " + SpokenDigits(span: 100, isGrouped: true).text(percent) + "%"
    }

    private func lacks(_ isSampled: Bool, _ voices: Voices) -> String {
        var text = ""
        if missing > 0 {
            text +=
                isSampled
                ? ", undefined in places"
                : "; " + English.count(missing, "value is", "values are") + " missing"
        }
        let unsaid = isSampled ? leftOut - above - below : leftOut
        guard unsaid > 0 else { return text }
        let outside =
            isSampled ? "parts of it lie" : English.count(unsaid, "value lies", "values lie")
        return text + "; " + outside + " outside the picture"
    }
}
