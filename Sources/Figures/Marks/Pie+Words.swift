import Notation

extension Pie {
    package var name: String { title }

    package var kind: ChartKind { hole > 0 ? .donut : .pie }

    /// More slices than these are summed up.
    private static let most = 8

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, title.spoken(upTo: 60), voices)
        let shown = values.indices.filter { values[$0] > 0 }
        let head = title.isEmpty && voices.members == 1 ? "" : voices.subject + ": "
        guard !shown.isEmpty else {
            words.sentences = [
                head.isEmpty ? "No part is above zero." : head + "no part is above zero."
            ]
            return words
        }
        let total = shown.reduce(0) { $0 + values[$1] / 1e10 }
        func part(_ index: Int) -> String {
            let share = Self.percent(values[index] / 1e10 / total)
            let number =
                format.map { $0.format(values[index]).spoken() + " (" + share + ")" } ?? share
            let name = index < names.count ? names[index].spoken(upTo: 48) : ""
            return name.isEmpty ? number : name + " " + number
        }
        guard shown.count > Self.most else {
            words.sentences = [head + English.list(shown.map { part($0) }) + "."]
            return words
        }
        let order = shown.sorted { (-values[$0], $0) < (-values[$1], $1) }
        let (top, rest) = (order.prefix(Self.most - 2), order.dropFirst(Self.most - 2))
        let share = rest.reduce(0) { $0 + values[$1] / 1e10 } / total
        words.sentences = [
            (head.isEmpty ? "The" : head + "the")
                + " largest of \(English.number(shown.count)) parts are "
                + English.list(top.map { part($0) }) + "; the other "
                + English.number(rest.count) + " make up " + Self.percent(share) + "."
        ]
        return words
    }
}

extension ChartKind {
    static let pie = ChartKind("Pie chart", "a pie", "pies", member: "pie", range: .never)
    static let donut = ChartKind("Donut chart", "a donut", "donuts", member: "donut", range: .never)
}
