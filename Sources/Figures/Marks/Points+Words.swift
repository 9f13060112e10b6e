extension Points {
    package var kind: ChartKind { sizes.isEmpty ? .points : .bubbles }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        words.isDiscrete = true
        (words.xs, words.ys) = (xs, ys)
        var voices = voices
        voices.x = voices.x.tuned(to: xs)
        var cloud = Correlation()
        var shown: [Int] = []
        for index in 0..<min(xs.count, ys.count) where isShown(index, voices) {
            // More than a few are not told one by one.
            if shown.count <= Self.few { shown.append(index) }
            cloud.add(
                voices.x.isLogarithmic ? xs[index].logarithm : xs[index],
                voices.y.isLogarithmic ? ys[index].logarithm : ys[index])
        }
        let count = Int(cloud.count)
        let noun = English.count(
            count, sizes.isEmpty ? "point" : "bubble", sizes.isEmpty ? "points" : "bubbles")
        let isAlone = name.isEmpty && voices.members == 1
        var text = isAlone ? noun : voices.subject + " has " + noun
        if count > 0, count <= Self.few {
            text += ": " + English.list(shown.map { pair($0, voices) })
        } else if count > 0, let link = link(cloud, voices) {
            text += link
        }
        words.sentences = [text + "."]
        if count > Self.few, !sizes.isEmpty { words.sentences.append(largest(voices)) }
        if !errors.isEmpty { words.sentences.append("The points have error bars.") }
        let missing = min(xs.count, ys.count) - count
        if missing > 0 {
            words.sentences.append(
                English.count(missing, "point is", "points are") + " missing or outside.")
        }
        return words
    }

    private static let few = 5

    private func isShown(_ index: Int, _ voices: Voices) -> Bool {
        let (x, y) = (xs[index], ys[index])
        guard x.isFinite, y.isFinite, !voices.x.leavesOut(x), !voices.y.leavesOut(y) else {
            return false
        }
        return (x > 0 || !voices.x.isLogarithmic) && (y > 0 || !voices.y.isLogarithmic)
            && (sizes.isEmpty || (index < sizes.count && sizes[index] > 0))
    }

    /// `small at 1 and 2, size 10`.
    private func pair(_ index: Int, _ voices: Voices) -> String {
        var text = "(" + voices.x.text(xs[index]) + ", " + voices.y.text(ys[index]) + ")"
        if index < labels.texts.count, !labels.texts[index].isEmpty {
            text = labels.texts[index].spoken(upTo: 48) + " " + text
        }
        guard index < sizes.count else { return text }
        return text + " of size " + size(sizes[index])
    }

    private func size(_ value: Double) -> String {
        SpokenDigits(span: 0, isGrouped: true).text(value)
    }

    /// What the cloud tells: whether one value goes with the other.
    private func link(_ cloud: Correlation, _ voices: Voices) -> String? {
        // Of fewer points, a link is as likely as not by chance.
        guard cloud.count >= 6, let strength = cloud.coefficient else { return nil }
        // About two standard errors of a correlation that is none.
        let isLinked = abs(strength) >= max(0.3, 2 / (cloud.count - 1).squareRoot())
        let isClear = abs(strength) >= 0.8
        guard voices.members == 1 else {
            guard isLinked else { return ", without a clear trend" }
            let way = strength > 0 ? "rise" : "fall"
            return isClear
                ? ", clearly \(strength > 0 ? "rising" : "falling") to the right"
                : ", tending to \(way) to the right"
        }
        let x = voices.x.axis.title.isEmpty ? "x" : voices.x.axis.title.spoken(upTo: 60)
        let y = voices.y.axis.title.isEmpty ? "y" : voices.y.axis.title.spoken(upTo: 60)
        guard isLinked else { return "; " + y + " shows no clear link with " + x }
        let way = strength > 0 ? "rise" : "fall"
        return "; " + y + (isClear ? " clearly \(way)s" : " tends to \(way)") + " with " + x
    }

    private func largest(_ voices: Voices) -> String {
        var most = -1
        var least = Double.infinity
        for index in 0..<min(xs.count, ys.count) where isShown(index, voices) {
            least = min(least, sizes[index])
            if most < 0 || sizes[index] > sizes[most] { most = index }
        }
        guard most >= 0, least < sizes[most] else { return "All are of the same size." }
        return "Sizes range from " + size(least) + " to " + size(sizes[most])
            + ", the largest at (" + voices.x.text(xs[most]) + ", " + voices.y.text(ys[most]) + ")."
    }
}

extension ChartKind {
    static let points = ChartKind(
        "Scatter plot", "points", "points", range: .always, compare: Points.compare)
    static let bubbles = ChartKind(
        "Bubble chart", "bubbles", "bubbles", range: .always, compare: Points.compare)
}

extension Points {
    /// Which of the clouds lies highest on average, where they do not tell for themselves.
    fileprivate static func compare(_ words: [Words], _ voices: Voices, isAll: Bool) -> [String] {
        var means: [(subject: String, value: Double)] = []
        for (index, one) in words.enumerated() {
            var (sum, count) = (0.0, 0.0)
            for y in one.ys where y.isFinite {
                count += 1
                sum += (y - sum) / count
            }
            if count > 0 { means.append((Ranking.subject(one, index + 1, voices), sum)) }
        }
        let order = means.indices.sorted { (means[$0].value, $1) > (means[$1].value, $0) }
        guard let top = order.first, let bottom = order.last, means.count > 1,
            means[top].value > means[bottom].value
        else { return [] }
        return [
            "On average " + means[top].subject + " lies highest with "
                + voices.y.text(means[top].value) + ", " + means[bottom].subject
                + " lowest with " + voices.y.text(means[bottom].value) + "."
        ]
    }
}
