import Tables

/// How many rows are kept, and at which end.
enum RowLimit {
    case first(Int)
    case last(Int)
}

/// Rows that marks with common places along x are made from.
struct Sheet {
    private(set) var table = Table()
    /// The columns of x, of the group and of what rows are sorted by, where there are such.
    private(set) var x: Int?
    private(set) var group: Int?
    private var order: Int?
    /// How each column is put together where rows become one.
    private var aggregates: [Aggregate] = []

    mutating func add(_ values: Table.Values, _ aggregate: Aggregate) -> Int {
        table.columns.append(Table.Column("", values))
        aggregates.append(aggregate)
        return table.columns.count - 1
    }

    mutating func addX(_ values: Table.Values) { x = add(values, .first) }

    mutating func addGroup(_ values: Table.Values) { group = add(values, .first) }

    mutating func addOrder(_ values: Table.Values, _ aggregate: Aggregate) {
        order = add(values, aggregate)
    }

    var hasOrder: Bool { order != nil }

    /// Lets an earlier column say in which order the rows are.
    mutating func order(by column: Int) { order = column }

    func values(_ column: Int) -> Table.Values { table.columns[column].values }

    /// Makes one row of all that have the same x and the same group. Without a place along x a row has
    /// no part in it, unless `keepsRest`.
    mutating func aggregate(keepsRest: Bool) {
        var groups = x.map { Groups(of: values($0)) } ?? Groups(ofAll: table.rowCount)
        if keepsRest { groups.gatherRest() }
        if let group { groups = groups.crossed(with: Groups(of: values(group))) }
        table = table.aggregated(by: groups, aggregates)
    }

    /// Sorts the rows by the column that was chosen for it.
    mutating func sort(descending: Bool) {
        if let order { sort(by: values(order), descending: descending) }
    }

    mutating func sortByName() {
        if let x { sort(by: values(x), descending: false) }
    }

    /// Sorts the rows by the numbers or times along x; names stay as they come.
    mutating func sortAlongX() {
        guard let x else { return }
        switch values(x) {
        case .numbers(let places), .times(let places):
            if !places.isAscending { sort(by: values(x), descending: false) }
        case .words: break
        }
    }

    /// Sorts the rows by the values of a column. Where there are groups, all rows of one x stay together,
    /// placed by what `total` makes of their values.
    mutating func sort(byValuesOf column: Int, _ total: Aggregate, descending: Bool) {
        guard group != nil, let x else {
            return sort(by: values(column), descending: descending)
        }
        let places = Groups(of: values(x))
        let totals = total.values(of: values(column), in: places)
        guard case .numbers(let totals) = totals else { return }
        sort(
            by: .numbers(places.codes.map { $0 < 0 ? .nan : totals[Int($0)] }),
            descending: descending)
    }

    private mutating func sort(by values: Table.Values, descending: Bool) {
        table = table.taking(values.order(descending: descending))
    }

    /// Keeps the rows at one end. Where there are groups, so many places along x.
    mutating func keep(_ limit: RowLimit) {
        guard let group else {
            switch limit {
            case .first(let count): table.keepFirst(count)
            case .last(let count): table.keepLast(count)
            }
            return
        }
        let (ranks, count) = ranks(group)
        let kept =
            switch limit {
            case .first(let most): 0..<min(most, count)
            case .last(let most): max(count - most, 0)..<count
            }
        table.keep(ranks.map { kept ~= Int($0) })
    }

    /// The number of each row's place along x, in the order of their first rows, or else of the row
    /// within its group.
    private func ranks(_ group: Int) -> (ranks: [Int32], count: Int) {
        if let x {
            let places = Groups(of: values(x)).byAppearance
            return (places.codes, places.count)
        }
        guard case .words(let codes, let texts) = values(group) else { return ([], 0) }
        var counts = [Int32](repeating: 0, count: texts.count)
        let ranks = codes.map { code in
            defer { counts[Int(code)] += 1 }
            return counts[Int(code)]
        }
        return (ranks, Int(counts.max() ?? 0))
    }

    /// Turns the numbers or times along x into words, in the order in which the rows have them.
    mutating func nameX(_ text: (Table.Values, Int) -> String) {
        guard let x else { return }
        if case .words = values(x) { return }
        let places = Groups(of: values(x)).byAppearance
        let texts = places.firsts.map { text(values(x), Int($0)) }
        table.columns[x].values = .words(places.codes, texts: texts)
    }

    /// The groups that have rows: what each is called, and the numbers of its rows.
    var members: [(name: String, rows: [Int32])] {
        guard let group, case .words(let codes, let texts) = values(group) else { return [] }
        var members = texts.map { (name: $0, rows: [Int32]()) }
        for (row, code) in codes.enumerated() where code >= 0 {
            members[Int(code)].rows.append(Int32(truncatingIfNeeded: row))
        }
        return members.filter { !$0.rows.isEmpty }
    }
}

extension [Double] {
    /// Whether no number is less than the one before it, and none is missing.
    var isAscending: Bool {
        var last = -Double.infinity
        for number in self {
            if number < last || number.isNaN { return false }
            last = number
        }
        return true
    }
}
