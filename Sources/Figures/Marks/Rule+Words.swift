extension Rule {
    package var kind: ChartKind { direction == .level ? .levelRule : .uprightRule }

    /// What it marks; how the values of others lie to it is for them to say, who are known only where
    /// all marks are.
    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        let axis = direction == .level ? voices.y : voices.x.tuned(to: values)
        let shown = values.filter { $0.isFinite && !axis.leavesOut($0) }
        if direction == .level { words.ys = shown } else { words.xs = shown }
        guard !shown.isEmpty else { return words }
        let list = English.list(shown.prefix(6).map { axis.text($0) })
        let places = "at " + list + (shown.count > 6 ? " and more" : "")
        let noun = direction == .level ? "level line" : "upright line"
        let article = direction == .level ? "a " : "an "
        if shown.count > 1 {
            let head = name.isEmpty ? "" : words.name + ": "
            words.sentences = [
                head + English.number(shown.count) + " " + noun + "s " + places + "."
            ]
        } else if name.isEmpty {
            words.sentences = ["There is " + article + noun + " " + places + "."]
        } else {
            words.sentences = [words.name + " is " + article + noun + " " + places + "."]
        }
        return words
    }
}

extension ChartKind {
    static let levelRule = ChartKind(
        "Chart of level lines", "a level line", "level lines", member: "line", role: .rule)
    static let uprightRule = ChartKind(
        "Chart of upright lines", "an upright line", "upright lines", member: "line", role: .rule)
}
