import Figures

/// The chart in words.
extension Figure {
    /// Kind, title, axes and the names of the series, as one sentence each.
    var description: String {
        var kinds: [String] = []
        var names: [String] = []
        for layer in panels.flatMap({ $0.layers }) {
            if !kinds.contains(layer.summary) { kinds.append(layer.summary) }
            for entry in layer.legend { names.append(entry.name) }
        }
        var text = kinds.isEmpty ? "Empty chart" : "Chart with " + kinds.joined(separator: ", ")
        if !title.isEmpty { text += " titled " + title }
        text += "."
        if !names.isEmpty { text += " Series: " + names.joined(separator: ", ") + "." }
        for axis in panels.flatMap({ $0.axes }) where !axis.title.isEmpty {
            text += (axis.side.isHorizontal ? " Horizontal axis: " : " Vertical axis: ")
            text += axis.title + "."
        }
        return text
    }
}
