/// How the values of several rows become one.
package enum Aggregate: String, CaseIterable, Sendable {
    case sum, mean, median, min, max, count
    /// That of the first row.
    case first

    /// A value for each of `groups`. What is missing does not count; where all is missing, so is the
    /// result, but for a count.
    ///
    /// Words can be counted and nothing else: of them the first one is taken.
    package func values(of values: Table.Values, in groups: Groups) -> Table.Values {
        switch (self, values) {
        case (.count, _): .numbers(Self.counts(of: values, in: groups))
        case (.first, _), (_, .words): values.taking(groups.firsts)
        case (.sum, .numbers(let numbers)), (.sum, .times(let numbers)):
            .numbers(Self.sums(of: numbers, in: groups).sums)
        case (_, .numbers(let numbers)): .numbers(combine(numbers, in: groups))
        case (_, .times(let times)): .times(combine(times, in: groups))
        }
    }

    private func combine(_ numbers: [Double], in groups: Groups) -> [Double] {
        switch self {
        case .min: Self.extremes(of: numbers, in: groups) { $0 < $1 }
        case .max: Self.extremes(of: numbers, in: groups) { $0 > $1 }
        case .median: Self.medians(of: numbers, in: groups)
        case .mean:
            {
                let (sums, counts) = Self.sums(of: numbers, in: groups)
                return zip(sums, counts).map { $0 / $1 }
            }()
        case .sum, .count, .first: []
        }
    }

    private static func counts(of values: Table.Values, in groups: Groups) -> [Double] {
        var counts = [Double](repeating: 0, count: groups.count)
        switch values {
        case .numbers(let numbers), .times(let numbers):
            for (row, group) in groups.codes.enumerated() where group >= 0 {
                if !numbers[row].isNaN { counts[Int(group)] += 1 }
            }
        case .words(let codes, _):
            for (row, group) in groups.codes.enumerated() where group >= 0 {
                if codes[row] >= 0 { counts[Int(group)] += 1 }
            }
        }
        return counts
    }

    /// The sums, and how many values each has. What rounding takes from a sum is carried along beside
    /// it (Neumaier, 1974), so that ten times 0.1 is 1.
    private static func sums(
        of numbers: [Double], in groups: Groups
    ) -> (sums: [Double], counts: [Double]) {
        var sums = [Double](repeating: 0, count: groups.count)
        var (lost, counts) = (sums, sums)
        for (row, group) in groups.codes.enumerated() where group >= 0 {
            let (number, group) = (numbers[row], Int(group))
            guard !number.isNaN else { continue }
            let sum = sums[group] + number
            lost[group] +=
                abs(sums[group]) >= abs(number)
                ? sums[group] - sum + number : number - sum + sums[group]
            sums[group] = sum
            counts[group] += 1
        }
        for group in sums.indices {
            sums[group] = counts[group] > 0 ? (sums[group] + lost[group]).asDecimal : .nan
        }
        return (sums, counts)
    }

    private static func extremes(
        of numbers: [Double], in groups: Groups, isBeyond: (Double, Double) -> Bool
    ) -> [Double] {
        var extremes = [Double](repeating: .nan, count: groups.count)
        for (row, group) in groups.codes.enumerated() where group >= 0 {
            let number = numbers[row]
            let extreme = extremes[Int(group)]
            if extreme.isNaN || isBeyond(number, extreme) { extremes[Int(group)] = number }
        }
        return extremes
    }

    /// The middle value, or half way between the two in the middle.
    private static func medians(of numbers: [Double], in groups: Groups) -> [Double] {
        let (rows, ends) = groups.members
        var medians: [Double] = []
        var start = 0
        for end in ends {
            let sorted = rows[start..<end].map { numbers[Int($0)] }.filter { !$0.isNaN }.sorted()
            start = end
            guard !sorted.isEmpty else {
                medians.append(.nan)
                continue
            }
            let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
            medians.append(low + (high - low) / 2)
        }
        return medians
    }
}

extension Double {
    /// The number of few decimals that is all but equal to this one, if there is such: what decimals are
    /// in binary adds up, and nobody expects 95.60000000000001 of them.
    fileprivate var asDecimal: Double {
        var scale = 1.0
        for _ in 0...9 {
            let decimal = (self * scale).rounded() / scale
            if abs(decimal - self) <= 2 * ulp { return decimal }
            scale *= 10
        }
        return self
    }
}

extension Table {
    /// A row for each group; the values of column number `i` are put together by `how[i]`.
    package func aggregated(by groups: Groups, _ how: [Aggregate]) -> Table {
        var table = Table()
        for (column, aggregate) in zip(columns, how) {
            let values = aggregate.values(of: column.values, in: groups)
            table.columns.append(Column(column.name, values))
        }
        return table
    }
}
