/// The rows of a table parted by equal values: to which group each row belongs.
package struct Groups: Equatable, Sendable {
    /// The number of each row's group; -1 for a row that has none.
    package private(set) var codes: [Int32]
    /// The first row of each group.
    package private(set) var firsts: [Int32]

    package var count: Int { firsts.count }

    /// All of so many rows in one group.
    package init(ofAll rows: Int) {
        codes = Array(repeating: 0, count: rows)
        firsts = rows > 0 ? [0] : []
    }

    /// A group for each value: numbers and times in ascending order, words in that of their first rows.
    /// Rows without a value have no group.
    package init(of values: Table.Values) {
        switch values {
        case .numbers, .times: self.init(ascending: values.sortKeys)
        case .words(let words, let texts): self.init(words, of: texts.count)
        }
    }

    private init(_ words: [Int32], of count: Int) {
        codes = []
        firsts = []
        codes.reserveCapacity(words.count)
        var groups = [Int32](repeating: -1, count: count)
        for (row, word) in words.enumerated() {
            guard word >= 0 else {
                codes.append(-1)
                continue
            }
            if groups[Int(word)] < 0 {
                groups[Int(word)] = Int32(firsts.count)
                firsts.append(Int32(truncatingIfNeeded: row))
            }
            codes.append(groups[Int(word)])
        }
    }

    /// A group for each key, ascending; none for the greatest key there is.
    private init(ascending keys: [UInt64]) {
        codes = Array(repeating: -1, count: keys.count)
        firsts = []
        var last: UInt64?
        for row in RadixSort.order(of: keys) {
            let key = keys[Int(row)]
            if key == .max { break }
            if key != last { firsts.append(row) }
            last = key
            codes[Int(row)] = Int32(firsts.count - 1)
        }
    }

    /// A group for each pair of groups that occurs: in the order of these groups, and within each in that
    /// of the others. A row that has no group in one of them has none in the pair.
    package func crossed(with others: Groups) -> Groups {
        var keys: [UInt64] = []
        keys.reserveCapacity(codes.count)
        for (code, other) in zip(codes, others.codes) {
            let isWhole = code >= 0 && other >= 0
            keys.append(isWhole ? UInt64(code) << 32 | UInt64(other) : .max)
        }
        return Groups(ascending: keys)
    }

    /// The same groups in the order of their first rows.
    package var byAppearance: Groups {
        var groups = self
        let order = firsts.indices.sorted { firsts[$0] < firsts[$1] }
        var numbers = [Int32](repeating: 0, count: order.count)
        for (number, group) in order.enumerated() { numbers[group] = Int32(number) }
        groups.firsts = order.map { firsts[$0] }
        for row in codes.indices where codes[row] >= 0 {
            groups.codes[row] = numbers[Int(codes[row])]
        }
        return groups
    }

    /// The rows that have no group get one of their own, the last one.
    package mutating func gatherRest() {
        let rest = Int32(firsts.count)
        for row in codes.indices where codes[row] < 0 {
            if firsts.count == Int(rest) { firsts.append(Int32(truncatingIfNeeded: row)) }
            codes[row] = rest
        }
    }

    /// The numbers of the rows, group by group, and where in that list each group ends.
    package var members: (rows: [Int32], ends: [Int]) {
        var ends = [Int](repeating: 0, count: count)
        for code in codes where code >= 0 { ends[Int(code)] += 1 }
        var sum = 0
        for group in ends.indices {
            // Where the group begins, until its rows are in place and it is where it ends.
            (ends[group], sum) = (sum, sum + ends[group])
        }
        var rows = [Int32](repeating: 0, count: sum)
        for (row, code) in codes.enumerated() where code >= 0 {
            rows[ends[Int(code)]] = Int32(truncatingIfNeeded: row)
            ends[Int(code)] += 1
        }
        return (rows, ends)
    }
}
