import Figures
import Scenes

extension MarkKind {
    static let hist = MarkKind(
        names: ["hist", "histogram"], form: "values in any order",
        summary: "How many of the values lie in each of a row of equal intervals.",
        example: "hist=1,2,2,3,3,3,4,4,5&bins=5",
        keys: ["name", "color", "opacity", "labels", "axis", "format", "bins"], fields: .samples,
        traits: [.colored, .binned],
        layer: { series, _ in
            let settings = series.settings
            var bins = Bins(counting: series.ys, between: series.edges)
            bins.name = series.name
            // Several histograms lie over each other and have to be seen through.
            let opacity = settings.opacity ?? (series.column.of > 1 ? 0.55 : 1)
            bins.color = series.color.opacity(opacity)
            bins.labels = ValueLabels(settings)
            bins.labels.isBeside = series.isHorizontal
            return Layer(bins)
        })
}
