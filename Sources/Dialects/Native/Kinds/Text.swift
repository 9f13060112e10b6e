import Figures

extension MarkKind {
    static let text = MarkKind(
        names: ["text"], form: "x:y or x:y:text",
        summary: "Words at a place of the chart; they stand in the pair, in labels, or in name.",
        example: "line=3,1,4,1,5,9&text=6:9:Peak",
        keys: ["name", "color", "size", "labels", "axis"],
        fields: .words, traits: .ownLabels,
        layer: { series, _ in
            let settings = series.settings
            let words = series.words.enumerated().map { index, word in
                if !word.isEmpty { return word }
                return index < settings.texts.count ? settings.texts[index] : series.name
            }
            var texts = Texts(xs: series.xs, ys: series.ys, texts: words)
            texts.color = settings.color
            texts.size = settings.size
            return Layer(texts)
        })
}
