import Tables

/// The values behind the marks of a figure, on their way into one table.
///
/// Marks along one axis share its column and have a row for each of its values. Where one of them has a
/// value of x several times, as scatters do, there are as many rows. A line that runs to and fro, whose
/// order is its shape, keeps rows of its own below the others, and so do the intervals of a histogram,
/// the parts of pies and the samples of boxes. What a column has nothing for is missing.
package struct Sheet {
    /// A column of a mark; its name is what is added to that of the mark.
    package struct Field {
        let suffix: String
        let values: Table.Values

        package init(_ suffix: String, _ values: [Double]) {
            self.suffix = suffix
            self.values = .numbers(values)
        }

        package init(_ suffix: String, _ texts: [String]) {
            self.suffix = suffix
            values = .words(of: texts)
        }
    }

    private var names = ColumnNames()
    /// What the marks that are added next are placed by.
    private var axis = Axis(.bottom)
    private var axisNumber = 0
    private var valuesAreTimes = false
    private var valueName = ""
    private var placed: [(axis: Axis, number: Int, marks: [PlacedMark])] = []
    private var binned: [(edges: [Double], isTime: Bool, columns: [Table.Column])] = []
    private var parts = PartsJoin()
    private var samples: [Table.Column] = []

    init() {}

    /// Says by which axes the next marks are placed; `number` tells the first apart from those of other
    /// panels.
    mutating func turn(to axis: Axis, number: Int, valueAxis: Axis) {
        self.axis = axis
        axisNumber = number
        valueName = valueAxis.valueName
        valuesAreTimes = if case .time = valueAxis.kind { true } else { false }
        if !placed.contains(where: { $0.number == number }) { placed.append((axis, number, [])) }
    }

    // MARK: What marks add

    /// Adds columns of values at places along x, for a mark that is called `name` or, without a name, by
    /// what lies along its values, or its `kind`. `runs` tells whether the order of the values is a part of what is shown.
    package mutating func add(
        _ fields: [Field], at xs: [Double], of name: String, kind: String, runs: Bool = false
    ) {
        let base = names.base(name, valueName.isEmpty ? kind : valueName)
        let columns = fields.map { field in
            Table.Column(base + field.suffix, valuesAreTimes ? field.values.asTimes : field.values)
        }
        for index in placed.indices where placed[index].number == axisNumber {
            placed[index].marks.append(PlacedMark(xs: xs, columns: columns, runs: runs))
        }
    }

    /// Adds how many values lie in each interval.
    package mutating func add(counts: [Double], between edges: [Double], of name: String) {
        let column = Table.Column(names.base(name, "count"), .numbers(counts))
        if let index = binned.firstIndex(where: { $0.edges == edges }) {
            binned[index].columns.append(column)
        } else {
            let isTime = if case .time = axis.kind { true } else { false }
            binned.append((edges, isTime, [column]))
        }
    }

    /// Adds parts of a whole by their names.
    package mutating func add(parts values: [Double], called texts: [String], of name: String) {
        parts.add(values, called: texts, of: names.base(name, "value"))
    }

    /// Adds the values of a group, which have no place but in it.
    package mutating func add(samples values: [Double], of name: String, kind: String) {
        samples.append(Table.Column(names.base(name, kind), .numbers(values)))
    }

    // MARK: The table

    var table: Table {
        var rows = RowBlocks()
        for (axis, number, marks) in placed where !marks.isEmpty {
            for block in PlacesJoin(of: marks, along: axis).blocks {
                let name = axis.columnName(of: block.keys.first)
                rows.add(block, keys: ["places \(number)"], called: [name])
            }
        }
        for (edges, isTime, columns) in binned {
            let starts = Array(edges.dropLast())
            let ends = Array(edges.dropFirst())
            let block = RowBlock(
                count: starts.count,
                keys: isTime
                    ? [.times(starts), .times(ends)] : [.numbers(starts), .numbers(ends)],
                columns: columns.map { RowBlock.Column($0) })
            rows.add(block, keys: ["bin start", "bin end"], called: ["bin start", "bin end"])
        }
        if let block = parts.block { rows.add(block, keys: ["label"], called: ["label"]) }
        if !samples.isEmpty {
            let most = samples.reduce(0) { max($0, $1.values.count) }
            let block = RowBlock(
                count: most, keys: [], columns: samples.map { RowBlock.Column($0) })
            rows.add(block, keys: [], called: [])
        }
        if rows.isEmpty, let axis = placed.first?.axis {
            return Table([Table.Column(axis.columnName(of: nil), .numbers([]))])
        }
        return rows.table
    }
}

/// The values of a mark along an axis.
struct PlacedMark {
    var xs: [Double]
    var columns: [Table.Column]
    var runs: Bool
}

extension Axis {
    /// What a column of `values` of its is called.
    fileprivate func columnName(of values: Table.Values?) -> String {
        if !valueName.isEmpty { return valueName.spoken() }
        let title = title.spoken()
        if !title.isEmpty { return title }
        return switch kind {
        case .bands: "label"
        case .time(let zone): values.map { $0.areDates(in: zone) } ?? false ? "date" : "time"
        case .linear, .logarithmic, .symmetricLogarithmic: "x"
        }
    }
}

/// Names of columns, each of which is given out once.
struct ColumnNames {
    private var taken: [String] = []

    /// The name of a mark's columns: its own, or else that of its kind.
    mutating func base(_ name: String, _ kind: String) -> String {
        let name = name.spoken()
        return unique(name.isEmpty ? kind : name)
    }

    /// `name`, or `name 2` and so on where that is taken.
    mutating func unique(_ name: String) -> String {
        var candidate = name
        var number = 2
        while taken.contains(candidate) {
            candidate = name + " \(number)"
            number += 1
        }
        taken.append(candidate)
        return candidate
    }
}

extension Table.Values {
    /// A text a row; what is empty is missing.
    static func words(of texts: [String]) -> Table.Values {
        var known: [String: Int32] = [:]
        var list: [String] = []
        let codes = texts.map { text -> Int32 in
            if text.isEmpty { return -1 }
            if let code = known[text] { return code }
            let code = Int32(truncatingIfNeeded: list.count)
            known[text] = code
            list.append(text)
            return code
        }
        return .words(codes, texts: list)
    }

    /// Numbers that are milliseconds since 1970.
    fileprivate var asTimes: Table.Values {
        if case .numbers(let numbers) = self { .times(numbers) } else { self }
    }
}
