extension Table {
    /// The rows of these numbers, in their order.
    package func taking(_ rows: [Int32]) -> Table {
        Table(columns.map { Column($0.name, $0.values.taking(rows)) })
    }

    /// Drops every row that is not marked.
    package mutating func keep(_ isKept: [Bool]) {
        for index in columns.indices { columns[index].values.keep(isKept) }
    }

    /// Drops all rows but the first `count`.
    package mutating func keepFirst(_ count: Int) {
        for index in columns.indices { columns[index].values.keep(0..<min(count, rowCount)) }
    }

    /// Drops all rows but the last `count`.
    package mutating func keepLast(_ count: Int) {
        let rows = max(rowCount - count, 0)..<rowCount
        for index in columns.indices { columns[index].values.keep(rows) }
    }
}

extension Table.Values {
    /// The values of the rows of these numbers, in their order.
    package func taking(_ rows: [Int32]) -> Table.Values {
        switch self {
        case .numbers(let numbers): .numbers(rows.map { numbers[Int($0)] })
        case .times(let times): .times(rows.map { times[Int($0)] })
        case .words(let codes, let texts): .words(rows.map { codes[Int($0)] }, texts: texts)
        }
    }

    fileprivate mutating func keep(_ isKept: [Bool]) {
        change {
            $0.keep(isKept)
        } _: {
            $0.keep(isKept)
        }
    }

    fileprivate mutating func keep(_ rows: Range<Int>) {
        if rows == 0..<count { return }
        change {
            $0 = Array($0[rows])
        } _: {
            $0 = Array($0[rows])
        }
    }

    /// Changes the values where they lie: the table lets go of them meanwhile, or they would be copied.
    private mutating func change(
        _ numbers: (inout [Double]) -> Void, _ codes: (inout [Int32]) -> Void
    ) {
        let values = self
        self = .numbers([])
        switch consume values {
        case .numbers(var values):
            numbers(&values)
            self = .numbers(values)
        case .times(var values):
            numbers(&values)
            self = .times(values)
        case .words(var values, let texts):
            codes(&values)
            self = .words(values, texts: texts)
        }
    }
}

extension Array {
    fileprivate mutating func keep(_ isKept: [Bool]) {
        var next = 0
        for row in indices where isKept[row] {
            self[next] = self[row]
            next += 1
        }
        removeLast(count - next)
    }
}
