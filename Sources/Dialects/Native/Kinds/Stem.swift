import Figures
import Scenes

extension MarkKind {
    static let stem = MarkKind(
        names: ["stem"], form: "y or x:y values, or a formula in x",
        summary: "A thin line from zero to each value, with a marker on it.",
        example: "stem=3,1,-4,1,5",
        keys: ["name", "color", "width", "marker", "size", "opacity", "labels", "axis", "format"],
        fields: .value,
        traits: [.colored, .discrete],
        layer: { series, theme in
            let settings = series.settings
            var stems = Stems(xs: series.xs, ys: series.ys)
            stems.name = series.name
            stems.color = series.color.opacity(settings.opacity ?? 1)
            stems.width = settings.width ?? theme.lineWidth * 0.75
            stems.symbolSize = settings.size ?? theme.markerSize
            stems.labels = ValueLabels(settings)
            switch settings.marker {
            case .symbol(let symbol): stems.symbol = symbol
            case .nothing: stems.symbol = nil
            case nil: break
            }
            return Layer(stems)
        })
}
