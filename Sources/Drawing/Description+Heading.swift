import Figures

/// What the chart is and what it is called.
struct Heading {
    let sentences: [String]

    init(of figure: Figure) {
        let title = figure.title.spoken()
        let kind = Self.kind(of: figure)
        let subtitle = figure.subtitle.spoken(upTo: 150)
        sentences = [
            English.sentence(title.isEmpty ? kind : kind + ": " + title),
            English.sentence(subtitle),
        ]
    }

    /// `Line chart with 2 lines`, `Chart with bars and a line`.
    private static func kind(of figure: Figure) -> String {
        let layers = figure.panels.flatMap { $0.layers }
        var kinds: [(kind: ChartKind, count: Int)] = []
        for layer in layers {
            if let index = kinds.firstIndex(where: { $0.kind.chart == layer.kind.chart }) {
                kinds[index].count += 1
            } else {
                kinds.append((layer.kind, 1))
            }
        }
        let shown = kinds.contains { $0.kind.role == .data } ? kinds.filter { $0.kind.role == .data } : kinds
        guard let first = shown.first else { return "Empty chart" }
        guard shown.count == 1, first.kind.role == .data else {
            let parts = shown.map {
                $0.count == 1 ? $0.kind.one : English.number($0.count) + " " + $0.kind.many
            }
            return "Chart with " + English.list(parts)
        }
        let isTurned = layers.allSatisfy { $0.isTransposed }
        let chart = isTurned ? "Horizontal " + first.kind.chart.uncapitalized : first.kind.chart
        guard first.count > 1 else { return chart }
        if figure.panels.count == first.count {
            return English.number(first.count) + " " + chart.uncapitalized + "s"
        }
        return chart + " with " + first.kind.members(first.count)
    }
}

extension String {
    /// With a small letter, where it begins with a letter of ASCII.
    var uncapitalized: String {
        var bytes = Array(utf8)
        if let first = bytes.first, 65...90 ~= first { bytes[0] = first + 32 }
        return String(decoding: bytes, as: UTF8.self)
    }
}
