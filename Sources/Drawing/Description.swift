import Figures

extension Figure {
    /// What stands for the picture where it cannot be seen: what the author wrote, or else the chart
    /// described.
    package var words: String { alternative.isEmpty ? description : alternative }

    /// The chart in words, for somebody who cannot see it: what it is, what its axes show, how each series
    /// goes on, and how they compare. A few sentences, never more than about a thousand characters.
    var description: String {
        var text = DescriptionText()
        text.add(Heading(of: self).sentences)
        let hasRatios = !title.utf8.contains(UInt8(ascii: "%"))
        let layers = panels.count == 1 ? panels[0].layers : panels.flatMap { $0.layers }
        var before = 0
        for panel in panels {
            text.add(
                PanelDescription(of: panel, among: layers, before: before, hasRatios: hasRatios)
                    .sentences)
            before += panel.layers.count
        }
        let caption = caption.spoken(upTo: 150)
        if !caption.isEmpty { text.add([English.sentence(caption)]) }
        return text.text
    }
}

/// Sentences in a row, as many as a person would listen to.
private struct DescriptionText {
    /// Characters. Readers on screens cannot stop and go back in a text alternative.
    private static let most = 1000
    private static let rest = "There is more than is told here."

    private(set) var text = ""
    private var length = 0
    private var isFull = false

    mutating func add(_ sentences: [String]) {
        for sentence in sentences where !sentence.isEmpty && !isFull {
            let needed = sentence.unicodeScalars.count + 1
            if length + needed + Self.rest.utf8.count > Self.most {
                isFull = true
                append(Self.rest)
            } else {
                append(sentence)
                length += needed
            }
        }
    }

    private mutating func append(_ sentence: String) {
        if !text.isEmpty { text += " " }
        text += sentence
    }
}
