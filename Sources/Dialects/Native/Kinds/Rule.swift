import Figures
import Scenes

extension MarkKind {
    private static let ruleKeys = ["name", "color", "width", "dash", "opacity", "axis"]

    static let hline = MarkKind(
        names: ["hline"], form: "values of y",
        summary: "A level line across the chart, with its name at it.",
        example: "line=3,1,4,1,5&hline=3.5&name=Limit", keys: ruleKeys, fields: .places,
        traits: [],
        layer: { series, theme in Layer.ruled(series, theme, .level) })

    static let vline = MarkKind(
        names: ["vline"], form: "values, dates or names of x",
        summary: "An upright line across the chart, with its name at it.",
        example: "x=1,2,3,4,5&line=3,1,4,1,5&vline=3&name=Release",
        keys: ruleKeys.filter { $0 != "axis" }, fields: .places, traits: .upright,
        layer: { series, theme in Layer.ruled(series, theme, .upright) })
}

extension Layer {
    fileprivate static func ruled(
        _ series: Series, _ theme: Theme, _ direction: Rule.Direction
    ) -> Layer {
        let settings = series.settings
        var rule = Rule(direction == .level ? series.ys : series.xs, direction)
        rule.name = series.name
        rule.earlier = series.earlier
        rule.color = (settings.color ?? theme.tickLabel.color).opacity(settings.opacity ?? 1)
        rule.stroke = Stroke(
            width: settings.width ?? theme.lineWidth * 0.6, dash: settings.dash ?? [5, 4])
        return Layer(rule)
    }
}
