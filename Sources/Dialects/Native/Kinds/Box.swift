import Figures

extension MarkKind {
    static let box = MarkKind(
        names: ["box"], form: "the values of a group, in any order",
        summary: "Median, quartiles and range of a group; one mark a group, called by its name.",
        example: "box=1,3,4,5,9&name=North&box=2,4,4,6,7&name=South",
        keys: ["name", "color", "width", "opacity", "axis"], fields: .samples,
        traits: [.colored, .onBands, .ownBand],
        layer: { series, theme in
            let settings = series.settings
            var box = Boxes(of: series.ys, at: series.band, name: series.name)
            box.color = series.color
            box.width = settings.width ?? theme.lineWidth * 0.5
            box.fillOpacity = settings.opacity ?? 0.25
            return Layer(box)
        })
}
