extension Line {
    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        var voices = areShares ? voices.ofShares : voices
        voices.x = voices.x.tuned(to: xs, areSampled: isSampled)
        let own = Stack.told(ys, bases, parts, areShares: areShares)
        let course = Course(of: own, at: xs, by: voices)
        words.sentences = [
            course.sentence(of: own, at: xs, by: voices, isSampled: isSampled)
        ]
        if !errors.isEmpty { words.sentences.append("Its values have error bars.") }
        words.isStacked = !bases.isEmpty
        words.count = isSampled || course.count == 0 ? nil : xs.count
        (words.xs, words.ys, words.course) = (xs, own, course)
        return words
    }

    package var kind: ChartKind {
        if endRadius != nil { return .spark }
        if !bases.isEmpty { return areShares ? .sharedAreas : .stackedAreas }
        if curve == .step { return .steps }
        return fill == nil ? .lines : .areas
    }
}

extension Stack {
    /// The values that are told of something stacked: the shares, or else what is stacked by itself.
    static func told(
        _ tops: [Double], _ bases: [Double], _ parts: [Double], areShares: Bool
    ) -> [Double] {
        guard areShares, !bases.isEmpty else { return values(of: tops, bases, parts) }
        return zip(tops, bases).map { $0 - $1 }
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
        "Stacked area chart in percent of the total", "a stacked area", "stacked areas",
        range: .never,
        compare: Ranking.lines)
}
