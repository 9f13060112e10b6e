import Notation
import Tables

/// The data set of a chart: it is asked for columns, and then read once.
struct DataSet {
    let names: ColumnNames
    /// Where a value of each row comes from, once the table is read.
    enum Source: Equatable {
        case column(Int)
        /// A formula, and where its columns are.
        case formula(Formula, [Int])
        case rows
    }

    private var reader: TableReader
    private var wanted: [TableReader.Wanted] = []
    private(set) var table = Table()

    /// Opens what `data=` names or what was posted; nil where there is neither.
    init?(
        _ chart: ChartSettings, _ sources: DataSources, _ limits: NativeLimits
    ) throws(NativeError) {
        let source: ByteSource
        switch (chart.data.name, sources.posted) {
        case (nil, nil): return nil
        case (_?, _?): throw .twoDataSets
        case (nil, let posted?): source = posted
        case (let name?, nil):
            do { source = try sources.open(name.text) } catch { throw .data(error) }
        }
        do { reader = try TableReader(source, limits: limits.tables) } catch { throw .data(error) }
        names = ColumnNames(names: reader.names)
    }

    /// Asks for a column; the result is its place in the table that will be read.
    mutating func want(_ column: Int, as kind: TableReader.Kind) -> Int {
        let wish = TableReader.Wanted(column: column, kind: kind)
        if let known = wanted.firstIndex(of: wish) { return known }
        wanted.append(wish)
        return wanted.count - 1
    }

    /// Where the column that became words at this place is as the numbers or times that a mark needs.
    func placeOfNumbers(besideWordsAt place: Int) -> Int? {
        guard case .words = table.columns[place].values else { return nil }
        return wanted.firstIndex {
            $0.column == wanted[place].column && ($0.kind == .number || $0.kind == .time)
        }
    }

    /// Asks for what an expression is made of.
    mutating func source(of expression: ColumnExpression, as kind: TableReader.Kind) -> Source {
        switch expression {
        case .column(let column): return .column(want(column, as: kind))
        case .formula(let formula, _):
            var places: [Int] = []
            for column in formula.columns { places.append(want(column, as: .automatic)) }
            return .formula(formula, places)
        case .rows: return .rows
        }
    }

    /// Reads the columns that were asked for. Where rows will be left out, a bad cell in one of them is
    /// no error: `keep` looks for those in the others.
    mutating func read(in zone: Zone, leavesOutRows: Bool) throws(NativeError) {
        do {
            table = try reader.read(wanted, zone: zone, keepsBadCells: leavesOutRows)
        } catch {
            throw .data(error)
        }
    }

    /// Leaves out all rows but these: the columns become what they would be had there been no others.
    mutating func keep(_ isKept: [Bool], in zone: Zone) throws(NativeError) {
        if let error = reader.badCell(in: isKept) { throw .data(error) }
        table.keep(isKept)
        for (index, wish) in wanted.enumerated() where wish.kind == .automatic {
            table.columns[index].values = reader.reread(table.columns[index].values, zone: zone)
        }
    }

    /// The values of an expression, one a row. `x` gives what a formula calls so.
    func values(
        of source: Source, for value: KeyValue, x: () throws(NativeError) -> [Double]
    ) throws(NativeError) -> Table.Values {
        switch source {
        case .column(let place): return table.columns[place].values
        case .rows: return .numbers(Array(repeating: 1, count: table.rowCount))
        case .formula(let formula, let places):
            var columns: [[Double]] = []
            for place in places {
                switch table.columns[place].values {
                case .numbers(let numbers), .times(let numbers): columns.append(numbers)
                case .words:
                    throw value.wrong(.numberColumn, found: table.columns[place].name)
                }
            }
            return .numbers(formula.values(at: try x(), rows: columns))
        }
    }

    /// Lets go of what no mark needs any more.
    mutating func drop() { table = Table() }
}
