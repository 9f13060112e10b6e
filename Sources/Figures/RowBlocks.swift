import Tables

/// Rows that belong together: what they are told apart by, and the columns of marks, which need not have
/// a value in each.
struct RowBlock {
    struct Column {
        let name: String
        let values: Table.Values
        /// The row of each value, -1 for none; nil where they are the rows from the first on.
        let rows: [Int]?

        init(_ column: Table.Column, rows: [Int]? = nil) {
            name = column.name
            values = column.values
            self.rows = rows
        }
    }

    let count: Int
    let keys: [Table.Values]
    let columns: [Column]
}

/// Blocks of rows, one below the other, with the columns of all of them.
struct RowBlocks {
    /// A piece of a column: the values that one block has for it.
    private struct Piece {
        var start: Int
        var values: Table.Values
        var rows: [Int]?

        /// The places of values in the list, and the rows they go to.
        var places: [(index: Int, row: Int)] {
            var places: [(index: Int, row: Int)] = []
            places.reserveCapacity(values.count)
            for index in 0..<values.count {
                guard let rows else {
                    places.append((index, start + index))
                    continue
                }
                if rows[index] >= 0 { places.append((index, start + rows[index])) }
            }
            return places
        }
    }

    private var rowCount = 0
    private var valueCount = 0
    /// In their order: names, and what blocks share them by.
    private var columns: [(name: String, key: String?, pieces: [Piece])] = []

    var isEmpty: Bool { columns.isEmpty }

    /// A table may be larger than its values by this; beyond, most of it would be empty.
    private static let freeCells = 2_000_000
    private static let cellsPerValue = 4

    /// Puts `block` below the others. Its key columns are those of other blocks with the same `keys`.
    mutating func add(_ block: RowBlock, keys: [String], called names: [String]) {
        for (index, values) in block.keys.enumerated() {
            let piece = Piece(start: rowCount, values: values, rows: nil)
            if let known = columns.firstIndex(where: { $0.key == keys[index] }) {
                columns[known].pieces.append(piece)
            } else {
                columns.append((names[index], keys[index], [piece]))
            }
        }
        for column in block.columns {
            valueCount += column.values.count
            columns.append(
                (
                    column.name, nil,
                    [Piece(start: rowCount, values: column.values, rows: column.rows)]
                ))
        }
        rowCount += block.count
    }

    /// A column for each mark, or, where that would be empty for the most part and large, a row for each
    /// value, with the name of its series beside it.
    var table: Table {
        let most = max(Self.freeCells, valueCount * Self.cellsPerValue)
        let isWide = rowCount <= most / max(columns.count, 1)
        return isWide ? wide : long
    }

    private var wide: Table {
        var names = ColumnNames()
        return Table(
            columns.map { column in
                Table.Column(names.unique(column.name), Self.filled(column.pieces, to: rowCount))
            })
    }

    private static func filled(_ pieces: [Piece], to count: Int) -> Table.Values {
        if pieces.count == 1, pieces[0].rows == nil, pieces[0].values.count == count {
            return pieces[0].values
        }
        switch pieces.first?.values {
        case .words:
            var texts: [String] = Array(repeating: "", count: count)
            for piece in pieces {
                for (index, row) in piece.places { texts[row] = piece.values.text(at: index) }
            }
            return .words(of: texts)
        case .times, .numbers, nil:
            var numbers = [Double](repeating: .nan, count: count)
            for piece in pieces {
                let own = piece.values.doubles
                for (index, row) in piece.places { numbers[row] = own[index] }
            }
            return pieces.first?.values.isTimes == true ? .times(numbers) : .numbers(numbers)
        }
    }

    private var long: Table {
        var names = ColumnNames()
        var keys: [(name: String, pieces: [Piece])] = []
        for column in columns where column.key != nil { keys.append((column.name, column.pieces)) }
        // The rows of the wide table that the values lie in, and their series.
        var (rows, codes, values, isTime) = ([Int](), [Int32](), [Double](), true)
        var series: [String] = []
        for column in columns where column.key == nil {
            guard let piece = column.pieces.first, !piece.values.isWords else { continue }
            isTime = isTime && piece.values.isTimes
            let own = piece.values.doubles
            for (index, row) in piece.places where own[index].isFinite {
                rows.append(row)
                codes.append(Int32(truncatingIfNeeded: series.count))
                values.append(own[index])
            }
            series.append(names.unique(column.name))
        }
        var used = ColumnNames()
        var result: [Table.Column] = []
        for key in keys {
            let all = Self.filled(key.pieces, to: rowCount)
            result.append(Table.Column(used.unique(key.name), all.picked(rows)))
        }
        result.append(Table.Column(used.unique("series"), .words(codes, texts: series)))
        result.append(
            Table.Column(used.unique("value"), isTime ? .times(values) : .numbers(values)))
        return Table(result)
    }
}

extension Table.Values {
    fileprivate var isTimes: Bool { if case .times = self { true } else { false } }

    fileprivate var isWords: Bool { if case .words = self { true } else { false } }

    fileprivate var doubles: [Double] {
        switch self {
        case .numbers(let numbers), .times(let numbers): numbers
        case .words: []
        }
    }

    fileprivate func text(at index: Int) -> String {
        guard case .words(let codes, let texts) = self, codes[index] >= 0 else { return "" }
        return texts[Int(codes[index])]
    }

    /// The values of these rows, in this order.
    fileprivate func picked(_ rows: [Int]) -> Table.Values {
        switch self {
        case .numbers(let numbers): .numbers(rows.map { numbers[$0] })
        case .times(let times): .times(rows.map { times[$0] })
        case .words(let codes, let texts): .words(rows.map { codes[$0] }, texts: texts)
        }
    }
}
