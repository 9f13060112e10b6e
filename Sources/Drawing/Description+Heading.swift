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
        // Rules and notes are told of where there is nothing else.
        let data = layers.filter { $0.kind.role == .data }
        let shown = data.isEmpty ? layers : data
        guard let first = shown.first else { return "Empty chart" }
        let count = count(of: first.kind, in: shown)
        guard count == shown.count, first.kind.role == .data else {
            return "Chart with " + English.list(parts(of: shown))
        }
        let isTurned = layers.allSatisfy { $0.isTransposed }
        let chart = isTurned ? "Horizontal " + first.kind.chart.uncapitalized : first.kind.chart
        guard count > 1 else { return chart }
        if figure.panels.count == count {
            return English.number(count) + " " + chart.uncapitalized + "s"
        }
        return chart + " with " + first.kind.members(count)
    }

    private static func count(of kind: ChartKind, in layers: [Layer]) -> Int {
        layers.count { $0.kind.chart == kind.chart }
    }

    /// `bars` and `2 lines`: each kind once, in the order in which they come.
    private static func parts(of layers: [Layer]) -> [String] {
        var parts: [String] = []
        for (index, layer) in layers.enumerated()
        where count(of: layer.kind, in: Array(layers[..<index])) == 0 {
            let count = count(of: layer.kind, in: layers)
            parts.append(
                count == 1 ? layer.kind.one : English.number(count) + " " + layer.kind.many)
        }
        return parts
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
