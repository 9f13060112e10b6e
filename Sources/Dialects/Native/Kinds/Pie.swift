import Figures
import Scenes

extension MarkKind {
    private static let pieKeys = ["name", "labels", "opacity", "format"]

    static let pie = MarkKind(
        names: ["pie"], form: "the sizes of the parts",
        summary: "Parts of a whole as slices, clockwise from the top.",
        example: "pie=60,25,15&labels=Chrome,Safari,Firefox", keys: pieKeys, fields: .parts,
        traits: [.bare, .ownLabels],
        layer: { series, _ in Layer.sliced(series, hole: 0) })

    static let donut = MarkKind(
        names: ["donut", "doughnut"], form: "the sizes of the parts",
        summary: "A pie with a hole; its name stands in the middle.",
        example: "donut=60,25,15&labels=Chrome,Safari,Firefox&name=Visits", keys: pieKeys,
        fields: .parts, traits: [.bare, .ownLabels],
        layer: { series, _ in Layer.sliced(series, hole: 0.62) })
}

extension Layer {
    fileprivate static func sliced(_ series: Series, hole: Double) -> Layer {
        let settings = series.settings
        let colors = series.colors.map { $0.opacity(settings.opacity ?? 1) }
        var pie = Pie(values: series.ys, names: series.words, colors: colors)
        pie.hole = hole
        pie.format = settings.format
        pie.isLabelled = settings.showsLabels ?? true
        pie.title = series.name
        return Layer(pie)
    }
}
