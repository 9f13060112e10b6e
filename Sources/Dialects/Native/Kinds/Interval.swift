import Figures
import Scenes

extension MarkKind {
    static let error = MarkKind(
        names: ["error"], form: "low:high or x:low:high values",
        summary: "An interval at each place, as a line with caps.",
        example: "error=2:4,3:6,1:5", keys: ["name", "color", "width", "opacity", "axis"],
        fields: .interval,
        traits: .colored,
        layer: { series, theme in
            let settings = series.settings
            var bars = ErrorBars(xs: series.xs, lows: series.ys, highs: series.others)
            bars.name = series.name
            bars.color = series.color.opacity(settings.opacity ?? 1)
            bars.width = settings.width ?? theme.lineWidth * 0.5
            return Layer(bars)
        })

    static let band = MarkKind(
        names: ["band"], form: "low:high or x:low:high values",
        summary: "The room between two lines, such as an interval of confidence.",
        example: "band=2:4,3:6,2:5&line=3,4.5,3.5",
        keys: ["name", "color", "opacity", "smooth", "axis"], fields: .interval,
        traits: [.colored, .joined],
        layer: { series, _ in
            let settings = series.settings
            var band = Band(xs: series.xs, lows: series.ys, highs: series.others)
            band.name = series.name
            band.color = series.color
            band.opacity = settings.opacity ?? band.opacity
            band.curve = settings.isSmooth ? .smooth : .straight
            return Layer(band)
        })
}
