extension Band {
    package var kind: ChartKind { .band }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        words.count = xs.count
        words.xs = xs
        let intervals = Intervals(xs, lows, highs, by: voices)
        words.sentences = [intervals.sentence]
        return words
    }
}

extension ErrorBars {
    package var kind: ChartKind { .intervals }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        words.isDiscrete = true
        words.xs = xs
        let intervals = Intervals(xs, lows, highs, by: voices)
        words.sentences = [intervals.list ?? intervals.sentence]
        return words
    }
}

extension ChartKind {
    static let band = ChartKind("Band chart", "a band", "bands", member: "band")
    static let intervals = ChartKind(
        "Chart of intervals", "intervals", "intervals", member: "interval")
}

/// What lies between two values, along an axis.
private struct Intervals {
    private let shown: [(x: Double, low: Double, high: Double)]
    private let missing: Int
    private let voices: Voices

    init(_ xs: [Double], _ lows: [Double], _ highs: [Double], by voices: Voices) {
        var shown: [(x: Double, low: Double, high: Double)] = []
        let count = min(xs.count, lows.count, highs.count)
        for index in 0..<count {
            let (x, low, high) = (xs[index], lows[index], highs[index])
            guard x.isFinite, low.isFinite, high.isFinite else { continue }
            shown.append((x, min(low, high), max(low, high)))
        }
        self.shown = shown
        missing = count - shown.count
        var voices = voices
        voices.x = voices.x.tuned(to: xs)
        self.voices = voices
    }

    private func between(_ index: Int) -> String {
        "between " + voices.y.text(shown[index].low) + " and " + voices.y.text(shown[index].high)
    }

    private var lack: String {
        missing > 0 ? "; \(English.count(missing, "interval is", "intervals are")) missing" : ""
    }

    /// The first and the last, and which way it goes from one to the other.
    var sentence: String {
        guard let first = shown.first, let last = shown.last else {
            return voices.subject + " has no values."
        }
        guard shown.count > 1 else { return voices.subject + " lies " + between(0) + "." }
        let (start, end) = (first.high - first.low, last.high - last.low)
        let change = end > start * 1.1 ? ", widening" : end < start * 0.9 ? ", narrowing" : ""
        let (before, after) = first.x <= last.x ? (0, shown.count - 1) : (shown.count - 1, 0)
        return voices.subject + " lies " + between(before) + " at the start and "
            + between(after) + " at the end" + change + lack + "."
    }

    /// Each of them, where they are few.
    var list: String? {
        guard 1...6 ~= shown.count, voices.members == 1 else { return nil }
        let items = shown.map { item in
            voices.y.text(item.low) + " to " + voices.y.text(item.high) + " "
                + voices.x.place(item.x)
        }
        return voices.subject + ": " + English.list(items) + lack + "."
    }
}
