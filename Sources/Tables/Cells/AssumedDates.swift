/// Cells with dates that were read with the month first before their column told which comes first.
struct AssumedDates {
    private var rows: [Int] = []
    private var texts = KeptTexts()

    var isEmpty: Bool { rows.isEmpty }

    /// A row that is read once more takes the place of what it was.
    mutating func append(_ text: Span<UInt8>, row: Int) {
        if rows.last != row { rows.append(row) }
        texts.append(text, row: row)
    }

    /// Puts what `read` makes of the cells into their rows, as far as there are such.
    func reread(into values: inout [Double], _ read: (Span<UInt8>) -> Double?) {
        var place = 0
        for row in rows {
            let text = texts.text(texts.next(at: &place))
            if row < values.count, let value = read(text.span) { values[row] = value }
        }
    }
}
