internal import Notation

/// Rows on their way into the columns.
struct ColumnBlock {
    /// The values of the first reader's rows, then those of the next.
    var values: [Double]
    var decimals: [UInt8]
    /// Whole rows.
    var rows = 0

    init(for columns: ColumnSet) {
        values = [Double](repeating: 0, count: columns.blockSize)
        decimals = [UInt8](repeating: 0, count: columns.blockSize)
    }
}

/// The columns that are wanted, while rows are added to them.
struct ColumnSet {
    /// Each column of the data that is wanted as something, once.
    private(set) var readers: [ColumnReader] = []
    /// For each reader, its column in the data.
    private(set) var columns: [Int] = []
    /// For each column of the data, where in a block its rows begin if a plain number needs no more
    /// than to be put there, else one of the constants below.
    private(set) var plan: [Int]
    /// Nobody wants the column.
    static let isSkipped = -1
    /// Its cells are for `take`.
    static let isTaken = -2
    /// For each reader, how many rows of the block it has already.
    private var taken: [Int] = []
    /// For each reader, the next one of the same column, or -1.
    private(set) var next: [Int] = []
    /// For each column of the data, the first of its readers, or -1.
    private(set) var first: [Int]
    /// For each column that is wanted, its reader.
    private var order: [Int] = []
    private(set) var rows = 0
    private let limits: TableLimits
    private let names: [String]
    /// For each reader, the bad cells that were kept.
    private(set) var flaws: [ColumnFlaws] = []
    private let keepsFlaws: Bool

    /// Rows of a block: all of its columns together are to stay in the processor's first caches.
    let blockRows: Int

    init(
        _ wanted: [TableReader.Wanted], of names: [String], zone: Zone, habit: NumberHabit,
        counting: ColumnFlaws.Counting = .lines, keepsFlaws: Bool = false, limits: TableLimits
    ) {
        first = [Int](repeating: -1, count: names.count)
        plan = [Int](repeating: Self.isSkipped, count: names.count)
        self.names = names
        self.limits = limits
        self.keepsFlaws = keepsFlaws
        blockRows = max(16, 8192 / max(wanted.count, 1))
        for wish in wanted {
            if let known = columns.indices.first(where: {
                columns[$0] == wish.column && readers[$0].kind == wish.kind
            }) {
                order.append(known)
                continue
            }
            order.append(readers.count)
            next.append(first[wish.column])
            first[wish.column] = readers.count
            columns.append(wish.column)
            readers.append(ColumnReader(wish.kind, zone: zone, habit: habit))
        }
        flaws = columns.map {
            ColumnFlaws(column: $0, name: names[$0], counting: counting)
        }
        taken = [Int](repeating: 0, count: readers.count)
        for reader in readers.indices { noteForm(of: reader) }
    }

    /// Makes room for the rows of a text of which so many bytes were read. What is not used of it costs
    /// nothing, whereas growing again and again means copying each time.
    mutating func reserve(afterBytes bytes: Int) {
        guard rows > 0 else { return }
        let expected = min(limits.rows, limits.bytes / max(bytes / rows, 1) + blockRows)
        // An operator may allow more than there are addresses to be had at once.
        let most = (256 << 20) / 8 / max(readers.count, 1)
        for reader in readers.indices { readers[reader].reserve(rows: min(expected, most)) }
    }

    private mutating func noteForm(of reader: Int) {
        // A column that is read as several things is never taken in passing.
        let isAlone = next[reader] < 0 && first[columns[reader]] == reader
        let offset =
            isAlone && readers[reader].takesPlainNumbers ? reader * blockRows : Self.isTaken
        if plan[columns[reader]] != offset { plan[columns[reader]] = offset }
    }

    /// Whether the value is enough even where it does not tell what was written.
    func takesLongNumbers(_ column: Int) -> Bool { readers[first[column]].takesLongNumbers }

    /// Where a cell stands.
    func place(ofColumn column: Int, line: Int) -> DataPlace {
        DataPlace(
            line: line, column: column + 1, name: column < names.count ? names[column] : "")
    }

    /// Puts a cell into row `row` of the block, for all readers of its column; whether the plan for
    /// the columns is another one now.
    mutating func take(
        _ cell: Span<UInt8>, isQuoted: Bool, column: Int, row: Int, line: Int,
        into values: inout MutableSpan<Double>, _ decimals: inout MutableSpan<UInt8>
    ) throws(DataError) -> Bool {
        let before = plan[column]
        var reader = first[column]
        while reader >= 0 {
            try take(
                cell, isQuoted: isQuoted, reader: reader, row: row, line: line, into: &values,
                &decimals)
            reader = next[reader]
        }
        return plan[column] != before
    }

    private mutating func take(
        _ cell: Span<UInt8>, isQuoted: Bool, reader: Int, row: Int, line: Int,
        into values: inout MutableSpan<Double>, _ decimals: inout MutableSpan<UInt8>
    ) throws(DataError) {
        let form = readers[reader].form
        // A change makes times of numbers, puts the day of dates first, and makes words of times.
        for _ in 0..<4 {
            let result = readers[reader].take(
                cell, isQuoted: isQuoted, row: rows + row, line: line)
            switch result {
            case .value(let value, let count):
                values[reader * blockRows + row] = value
                decimals[reader * blockRows + row] = count
                if readers[reader].form != form { noteForm(of: reader) }
                return
            case .refused(let wish):
                try refuse(cell, reader: reader, row: rows + row, line: line, wanted: wish)
                values[reader * blockRows + row] = .nan
                decimals[reader * blockRows + row] = ColumnReader.Decimals.missing
                return
            case .changes:
                append(reader, upTo: row, of: values.span, decimals.span)
                readers[reader].change(for: cell)
            }
        }
    }

    /// Says that a cell is not what is wanted, now or where its row turns out to be needed.
    private mutating func refuse(
        _ cell: Span<UInt8>, reader: Int, row: Int, line: Int, wanted wish: DataError.CellWish
    ) throws(DataError) {
        guard keepsFlaws else {
            throw flaws[reader].error(cell, row: row, line: line, wanted: wish)
        }
        flaws[reader].append(cell, row: row, line: line, wanted: wish)
    }

    /// Cells of a block, reader by reader.
    var blockSize: Int { readers.count * blockRows }

    /// Says that the columns from `column` on have no cell in this row.
    func leaveOut(
        columnsFrom column: Int, row: Int, of values: inout MutableSpan<Double>,
        _ decimals: inout MutableSpan<UInt8>
    ) {
        for reader in readers.indices where columns[reader] >= column {
            values[reader * blockRows + row] = .nan
            decimals[reader * blockRows + row] = ColumnReader.Decimals.missing
        }
    }

    private mutating func append(
        _ reader: Int, upTo row: Int, of values: Span<Double>, _ decimals: Span<UInt8>
    ) {
        let range = reader * blockRows + taken[reader]..<reader * blockRows + row
        readers[reader].append(
            values.extracting(range), decimals: decimals.extracting(range))
        taken[reader] = row
    }

    /// Adds the first `count` rows of the block to the columns.
    mutating func finishBlock(
        rows count: Int, of values: Span<Double>, _ decimals: Span<UInt8>
    ) throws(DataError) {
        for reader in readers.indices {
            append(reader, upTo: count, of: values, decimals)
            taken[reader] = 0
        }
        rows += count
        guard rows <= limits.rows else {
            throw .limit(.rows, most: limits.rows, setting: "PLOT_MAX_ROWS")
        }
    }

    /// The columns in the order in which they are wanted.
    mutating func table() throws(DataError) -> Table {
        var read: [Table.Values] = []
        for reader in readers.indices {
            guard let values = readers[reader].finish() else {
                let comma = readers[reader].firstComma
                throw flaws[reader].error(
                    (comma?.text ?? "").utf8.span, row: comma?.row ?? 0, line: comma?.line ?? 1,
                    wanted: .decimalPoint)
            }
            read.append(values)
        }
        return Table(order.map { Table.Column(names[columns[$0]], read[$0]) })
    }

    /// Takes a number into the row that is open; false where it is not plain, or needs more.
    mutating func takePlain(
        _ bytes: Span<UInt8>, in range: Range<Int>, column: Int, into block: inout ColumnBlock
    ) -> Bool {
        let offset = plan[column]
        guard offset >= 0, let number = PlainDecimal(bytes, in: range),
            number.isShort || takesLongNumbers(column)
        else { return false }
        block.values[offset + block.rows] = number.value
        block.decimals[offset + block.rows] = UInt8(truncatingIfNeeded: number.fraction)
        return true
    }

    /// Takes a cell into the row that is open.
    mutating func take(
        _ cell: Span<UInt8>, isQuoted: Bool, column: Int, line: Int,
        into block: inout ColumnBlock
    ) throws(DataError) {
        guard cell.count <= limits.cell else {
            throw .limit(.cell, most: limits.cell, setting: "PLOT_MAX_CELL")
        }
        try take(
            cell, isQuoted: isQuoted, column: column, row: block.rows, line: line,
            into: &block.values, &block.decimals)
    }

    /// Says that what stands in the row that is open is no single value.
    mutating func refuse(
        _ cell: Span<UInt8>, column: Int, line: Int, into block: inout ColumnBlock
    ) throws(DataError) {
        var reader = first[column]
        while reader >= 0 {
            try refuse(cell, reader: reader, row: rows + block.rows, line: line, wanted: .value)
            block.values[reader * blockRows + block.rows] = .nan
            block.decimals[reader * blockRows + block.rows] = ColumnReader.Decimals.missing
            reader = next[reader]
        }
    }

    private mutating func take(
        _ cell: Span<UInt8>, isQuoted: Bool, column: Int, row: Int, line: Int,
        into values: inout [Double], _ decimals: inout [UInt8]
    ) throws(DataError) {
        var values = values.mutableSpan
        var decimals = decimals.mutableSpan
        _ = try take(
            cell, isQuoted: isQuoted, column: column, row: row, line: line, into: &values,
            &decimals)
    }

    /// Says that the columns from `column` on have no cell in the row that is open.
    func leaveOut(columnsFrom column: Int, of block: inout ColumnBlock) {
        for reader in readers.indices where columns[reader] >= column {
            block.values[reader * blockRows + block.rows] = .nan
            block.decimals[reader * blockRows + block.rows] = ColumnReader.Decimals.missing
        }
    }

    /// Goes on to the next row.
    mutating func endRow(of block: inout ColumnBlock) throws(DataError) {
        block.rows += 1
        if block.rows == blockRows { try finishBlock(&block) }
    }

    /// Adds the rows of the block to the columns.
    mutating func finishBlock(_ block: inout ColumnBlock) throws(DataError) {
        try finishBlock(rows: block.rows, of: block.values.span, block.decimals.span)
        block.rows = 0
    }
}
