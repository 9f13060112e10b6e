import Figures
import Scenes

extension MarkKind {
    private static let lineKeys = [
        "name", "color", "width", "dash", "marker", "size", "opacity", "smooth", "fill", "labels",
        "axis", "stack", "errors", "format",
    ]

    static let line = MarkKind(
        names: ["line"], form: "y or x:y values, or a formula in x",
        summary: "A line through the values, in their order. A gap breaks it.",
        example: "line=3,1,4,1,5,9,2,6", keys: lineKeys, fields: .value,
        traits: [.colored, .stackedByName, .joined],
        layer: { series, theme in
            Layer.lined(series, theme, .straight, defaultFill: .nothing)
        })

    static let area = MarkKind(
        names: ["area"], form: "y or x:y values, or a formula in x",
        summary: "A line with everything down to zero, or to what it is stacked on, filled.",
        example: "area=3,1,4,1,5,9,2,6", keys: lineKeys, fields: .value,
        traits: [.colored, .stacked, .joined],
        layer: { series, theme in
            Layer.lined(series, theme, .straight, defaultFill: .own)
        })

    static let step = MarkKind(
        names: ["step"], form: "y or x:y values, or a formula in x",
        summary: "A line that stays level until the next value.",
        example: "step=3,1,4,1,5,9,2,6", keys: lineKeys.filter { $0 != "smooth" }, fields: .value,
        traits: [.colored, .stackedByName, .joined],
        layer: { series, theme in
            Layer.lined(series, theme, .step, defaultFill: .nothing)
        })

    static let spark = MarkKind(
        names: ["spark"], form: "y values",
        summary: "A line that fills the picture, without axes, for a line of text.",
        example: "spark=1,5,2,8,3&size=120x24",
        keys: ["color", "width", "dash", "opacity", "smooth", "fill", "marker", "size"],
        fields: .value, traits: [.colored, .bare],
        layer: { series, theme in
            Layer.lined(series, theme, .straight, defaultFill: .nothing, endsInDot: true)
        })
}

extension Layer {
    fileprivate static func lined(
        _ series: Series, _ theme: Theme, _ curve: Curve, defaultFill: MarkSettings.Fill,
        endsInDot: Bool = false
    ) -> Layer {
        let settings = series.settings
        let isStacked = !series.bases.isEmpty
        let opacity = settings.opacity ?? 1
        var line = Line(xs: series.xs, ys: series.ys)
        line.name = series.name
        line.color = series.color.opacity(opacity)
        line.curve = settings.isSmooth ? .smooth : curve
        line.bases = series.bases
        line.parts = series.parts
        line.areShares = series.areShares
        line.isSampled = series.isSampled
        line.errors = series.errors
        line.labels = ValueLabels(settings)
        if endsInDot { line.endRadius = (settings.width ?? 1.5) + 0.75 }
        line.stroke = Stroke(
            width: settings.width
                ?? (endsInDot
                    ? 1.5 : series.xs.count > 2000 ? theme.lineWidth * 0.75 : theme.lineWidth),
            cap: settings.dash == nil ? .round : .butt, join: .round, dash: settings.dash ?? [])
        switch settings.fill ?? defaultFill {
        case .own:
            // The opacity of a filled mark is that of its fill; the line on it stays as it is.
            line.color = series.color
            line.fill = series.color.opacity(
                settings.opacity ?? (isStacked ? 1 : theme.areaOpacity))
            if isStacked, settings.width == nil {
                line.stroke.width = 1
                line.color = theme.background.isClear ? series.color : theme.background
                line.nameColor = series.color
            }
        case .color(let color): line.fill = color
        case .nothing: break
        }
        if case .symbol(let symbol)? = settings.marker { line.symbol = symbol }
        if settings.marker == nil, settings.size != nil { line.symbol = .circle }
        line.symbolSize = settings.size ?? theme.markerSize
        return Layer(line)
    }
}

extension ValueLabels {
    init(_ settings: MarkSettings) {
        self.init()
        isShown = settings.showsLabels ?? false
        texts = settings.texts
        format = settings.format
    }
}
