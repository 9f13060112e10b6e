import Notation

/// Sorts the pairs of a query: to the chart, to a new mark, or to the mark before them.
struct NativeReader {
    private(set) var chart = ChartSettings()
    private(set) var drafts: [Draft] = []

    mutating func read(_ pair: Pair) throws(NativeError) {
        if pair.key.utf8.first == UInt8(ascii: "_") { return }
        if pair.key.isEmpty, pair.value.isEmpty { return }
        let value = KeyValue(key: pair.key, text: pair.value)
        if let kind = MarkKind.named(pair.key) {
            drafts.append(Draft(kind: kind, value: value))
        } else if let key = Key<MarkSettings>.ofMarks.first(where: { $0.name == pair.key }),
            belongsToMark(value)
        {
            try describe(key, value)
        } else if let key = Key<ChartSettings>.ofCharts.first(where: { $0.name == pair.key }) {
            try key.apply(&chart, value)
            chart.given.append(key.name)
        } else {
            throw .unknownKey(
                pair.key, nearest: Spelling.nearest(to: pair.key, among: Native.words))
        }
    }

    private mutating func describe(
        _ key: Key<MarkSettings>, _ value: KeyValue
    ) throws(NativeError) {
        guard let last = drafts.indices.last else { throw .beforeMarks(key: key.name) }
        let kind = drafts[last].kind
        guard kind.keys.contains(key.name) else {
            throw .misplaced(key: key.name, mark: drafts[last].word, takes: kind.keys)
        }
        try key.apply(&drafts[last].settings, value)
    }

    /// Three keys mean one thing for the chart and another for a mark: their value tells which.
    private func belongsToMark(_ value: KeyValue) -> Bool {
        switch value.key {
        case "labels":
            guard let kind = drafts.last?.kind else { return false }
            return value.isFlag || kind.traits.contains(.ownLabels)
        case "stack":
            return !value.isFlag && value.text != "percent"
        case "size":
            return !drafts.isEmpty && Double(decimal: value.text.trimmed) != nil
        default: return true
        }
    }
}
