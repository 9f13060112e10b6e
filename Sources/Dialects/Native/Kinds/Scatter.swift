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
        points.opacity =
            settings.opacity ?? (series.others.isEmpty ? series.xs.count > 1000 ? 0.5 : 1 : 0.55)
        points.diameter = settings.size ?? (series.others.isEmpty ? theme.markerSize : 44)
        if case .symbol(let symbol)? = settings.marker { points.symbol = symbol }
        return Layer(points)
    }
}
