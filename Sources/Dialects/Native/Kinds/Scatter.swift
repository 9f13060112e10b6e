import CLibc
import Figures

extension MarkKind {
    private static let pointKeys = [
        "name", "color", "marker", "size", "opacity", "labels", "axis", "errors", "format",
    ]

    static let scatter = MarkKind(
        names: ["scatter", "points"], form: "x:y or y values, or a formula in x",
        summary: "A marker at each pair of values.", example: "scatter=1:2,2:3,3:5,4:4",
        keys: pointKeys, fields: .value,
        traits: [.colored, .cloud, .discrete, .ownLabels],
        layer: { series, theme in Layer.dotted(series, theme) })

    static let bubble = MarkKind(
        names: ["bubble"], form: "x:y:size values",
        summary: "A disc at each pair of values; its area stands for a third one.",
        example: "bubble=1:2:10,2:3:40,3:1:25", keys: pointKeys, fields: .sized,
        traits: [.colored, .cloud, .discrete, .ownLabels],
        layer: { series, theme in Layer.dotted(series, theme) })
}

extension Layer {
    fileprivate static func dotted(_ series: Series, _ theme: Theme) -> Layer {
        let settings = series.settings
        var points = Points(xs: series.xs, ys: series.ys)
        points.name = series.name
        points.color = series.color
        points.sizes = series.others
        points.greatestSize = series.greatestSize
        points.errors = series.errors
        points.labels = ValueLabels(settings)
        let crowd = Crowd(of: series.others.isEmpty ? series.xs.count : 0)
        points.opacity = settings.opacity ?? (series.others.isEmpty ? crowd.opacity : 0.55)
        points.diameter =
            settings.size
            ?? (series.others.isEmpty ? theme.markerSize * crowd.scale : 44)
        if case .symbol(let symbol)? = settings.marker { points.symbol = symbol }
        return Layer(points)
    }
}

/// How the markers of a crowd look: beyond a thousand, smaller and fainter the more there are, so that
/// one still sees where they lie close.
private struct Crowd {
    let opacity: Double
    let scale: Double

    init(of count: Int) {
        let excess = 1000 / Double(max(count, 1))
        opacity = excess >= 1 ? 1 : max(0.5 * cbrt(excess), 0.02)
        scale = excess >= 1 ? 1 : pow(excess, 0.1)
    }
}
