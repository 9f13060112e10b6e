import Figures
import Scenes

extension MarkKind {
    static let bar = MarkKind(
        names: ["bar", "bars"], form: "y or x:y values, or name:y pairs",
        summary: "A bar from zero to each value. Several bar marks stand side by side, or stacked.",
        example: "bar=12,19,3,5&labels=Mon,Tue,Wed,Thu",
        keys: [
            "name", "color", "width", "opacity", "labels", "axis", "stack", "errors", "format",
        ], fields: .value, traits: [.colored, .onBands, .sideBySide, .stacked, .discrete],
        layer: { series, theme in
            let settings = series.settings
            var bars = Bars(xs: series.xs, ys: series.ys)
            bars.name = series.name
            let colors = series.colors.isEmpty ? [series.color] : series.colors
            bars.colors = colors.map { $0.opacity(settings.opacity ?? 1) }
            bars.bases = series.bases
            bars.parts = series.parts
            bars.areShares = series.areShares
            bars.column = series.column
            bars.errors = series.errors
            bars.labels = ValueLabels(settings)
            bars.labels.isBeside = series.isHorizontal
            bars.share = settings.width.map { min(max($0, 0.05), 1) }
            return Layer(bars)
        })
}
