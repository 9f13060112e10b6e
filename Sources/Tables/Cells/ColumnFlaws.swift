/// Cells of a column that it could not take, in the order of their rows. In its values they are gaps.
struct ColumnFlaws {
    /// Counts from 0.
    private let column: Int
    private let name: String
    private let counting: Counting
    private var cells: [(row: Int, line: Int, wish: DataError.CellWish)] = []
    private var texts = KeptTexts()

    /// What tells of the row of a cell: its line alone, or the number of its record too.
    enum Counting { case lines, records }

    /// As much of a cell as is needed to say later that it goes on.
    private static let longest = 200

    init(column: Int, name: String, counting: Counting) {
        self.column = column
        self.name = name
        self.counting = counting
    }

    /// A row that is read once more takes the place of what it was.
    mutating func append(
        _ cell: Span<UInt8>, row: Int, line: Int, wanted wish: DataError.CellWish
    ) {
        if cells.last?.row == row { cells.removeLast() }
        cells.append((row, line, wish))
        texts.append(cell.extracting(first: min(cell.count, Self.longest)), row: row)
    }

    /// What is wrong with a cell.
    func error(
        _ cell: Span<UInt8>, row: Int, line: Int, wanted wish: DataError.CellWish
    ) -> DataError {
        let place = DataPlace(
            line: line, column: column + 1, name: name,
            record: counting == .records ? row + 1 : nil)
        return .badCell(place, found: CellText.excerpt(cell), wanted: wish)
    }

    /// What is wrong with the first of them in a row that is kept.
    fileprivate func first(in isKept: [Bool]) -> (row: Int, error: DataError)? {
        var place = 0
        for (row, line, wish) in cells {
            let text = texts.next(at: &place)
            guard isKept[row] else { continue }
            return (row, error(texts.text(text).span, row: row, line: line, wanted: wish))
        }
        return nil
    }
}

extension [ColumnFlaws] {
    /// What is wrong with the first bad cell of the rows that are kept.
    func badCell(in isKept: [Bool]) -> DataError? {
        var first: (row: Int, error: DataError)?
        for flaws in self {
            guard let flaw = flaws.first(in: isKept), flaw.row < first?.row ?? .max else {
                continue
            }
            first = flaw
        }
        return first?.error
    }
}
