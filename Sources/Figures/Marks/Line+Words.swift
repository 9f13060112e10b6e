extension Line {
    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60))
        var voices = isShare ? voices.ofShares : voices
        voices.x = voices.x.tuned(to: xs, areSampled: isSampled)
        let own = bases.isEmpty ? ys : isShare ? shares : parts
        let course = Course(of: own, at: xs, by: voices)
        words.sentences = [
            course.sentence(of: own, at: xs, by: voices, isSampled: isSampled)
        ]
        if !errors.isEmpty { words.sentences.append("Its values have error bars.") }
        words.isStacked = !bases.isEmpty
        words.count = isSampled || course.count == 0 ? nil : xs.count
        (words.xs, words.ys, words.course) = (xs, bases.isEmpty ? ys : own, course)
        return words
    }

    package var kind: ChartKind {
        if endRadius != nil { return .spark }
        if !bases.isEmpty { return isShare ? .sharedAreas : .stackedAreas }
        if curve == .step { return .steps }
        return fill == nil ? .lines : .areas
    }

    /// Whether what is piled up are parts of a hundred.
    var isShare: Bool { Stack.isShare(parts, from: bases, to: ys) }

    private var shares: [Double] { zip(ys, bases).map { $0 - $1 } }
}

extension Stack {
    /// Whether the pieces between `bases` and `tops` are not the values themselves, but their shares.
    static func isShare(_ values: [Double], from bases: [Double], to tops: [Double]) -> Bool {
        for index in 0..<min(values.count, bases.count, tops.count) {
            let piece = tops[index] - bases[index]
            guard piece.isFinite, values[index] != 0 else { continue }
            return abs(piece - values[index]) > 1e-6 * max(abs(tops[index]), abs(bases[index]))
        }
        return false
    }
}

extension ChartKind {
    static let lines = ChartKind(
        "Line chart", "a line", "lines", member: "line", compare: Ranking.lines)
    static let areas = ChartKind(
        "Area chart", "an area", "areas", member: "area", compare: Ranking.lines)
    static let steps = ChartKind(
        "Step chart", "a stepped line", "stepped lines", member: "line", compare: Ranking.lines)
    static let spark = ChartKind(
        "Sparkline", "a sparkline", "sparklines", member: "line", compare: Ranking.lines)
    static let stackedAreas = ChartKind(
        "Stacked area chart", "a stacked area", "stacked areas", range: .never,
        compare: Totals.compare)
    static let sharedAreas = ChartKind(
        "Stacked area chart in percent of the total", "a stacked area", "stacked areas", range: .never,
        compare: Ranking.lines)
}
