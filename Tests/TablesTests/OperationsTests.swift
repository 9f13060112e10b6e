import Testing
import Trials

@testable import Tables

/// A table of random rows: numbers with repetitions and gaps, times, and words, some missing.
func randomTable(_ random: inout SeededRandom, rows: Int) -> Table {
    var (numbers, times, words): ([Double], [Double], [Int32]) = ([], [], [])
    let texts = ["Rome", "Oslo", "", "été", "oslo", "Łódź"]
    for _ in 0..<rows {
        let isSmall = random.once(in: 2)
        let number =
            isSmall ? Double(random.whole(-3...3)) / 2 : random.number(-1e300...1e300)
        numbers.append(random.once(in: 7) ? .nan : random.once(in: 9) ? -0.0 : number)
        times.append(random.once(in: 7) ? .nan : Double(random.whole(0...5)) * 86_400_000)
        words.append(Int32(random.whole(-1...texts.count - 1)))
    }
    return Table([
        .init("n", .numbers(numbers)), .init("t", .times(times)),
        .init("w", .words(words, texts: texts)),
    ])
}

extension Table.Values {
    /// What a row holds, as text; nil where it is missing.
    func text(_ row: Int) -> String? {
        switch self {
        case .numbers(let numbers), .times(let numbers):
            // The two zeros are one number.
            numbers[row].isNaN ? nil : "\(numbers[row] + 0)"
        case .words(let codes, let texts): codes[row] < 0 ? nil : texts[Int(codes[row])]
        }
    }

    var texts: [String?] { (0..<count).map { text($0) } }

    var numbers: [Double] {
        switch self {
        case .numbers(let numbers), .times(let numbers): numbers
        case .words: []
        }
    }
}

@Suite("Rows in another order")
struct RowOrderTests {
    @Test(
        "Rows are sorted by numbers, times and words; equal ones keep their order, missing ones come last",
        arguments: [0, 1, 2, 50, 199, 200, 201, 3000])
    func sorts(rows: Int) {
        var random = SeededRandom(seed: UInt64(rows) + 5)
        let table = randomTable(&random, rows: rows)
        for column in table.columns {
            for descending in [false, true] {
                let order = column.values.order(descending: descending).map { Int($0) }
                #expect(order == Self.plainOrder(of: column.values, descending: descending))
            }
        }
    }

    private static func plainOrder(of values: Table.Values, descending: Bool) -> [Int] {
        func isBefore(_ a: Int, _ b: Int) -> Bool? {
            guard let first = values.text(a) else { return values.text(b) == nil ? nil : false }
            guard let second = values.text(b) else { return true }
            if first == second { return nil }
            if case .words = values { return (first < second) != descending }
            return (values.numbers[a] < values.numbers[b]) != descending
        }
        return (0..<values.count).sorted { isBefore($0, $1) ?? ($0 < $1) }
    }

    @Test("Infinities and the smallest numbers have their place")
    func sortsExtremes() {
        let numbers = [
            1, -Double.infinity, .nan, .leastNonzeroMagnitude, .infinity, -.leastNonzeroMagnitude,
            0, -1e308, -0.0, .nan, 1e308,
        ]
        let order = Table.Values.numbers(numbers).order()
        #expect(order == [1, 7, 5, 6, 8, 3, 0, 10, 4, 2, 9])
    }

    @Test("Rows are taken by their numbers, kept by a mark, or kept at one end")
    func keeps() {
        var random = SeededRandom(seed: 3)
        let table = randomTable(&random, rows: 40)
        let taken = table.taking([39, 0, 0, 7])
        #expect(taken.columns.map { $0.values.text(0) } == table.columns.map { $0.values.text(39) })
        #expect(
            taken.columns[2].values.texts == [39, 0, 0, 7].map { table.columns[2].values.text($0) })
        var (kept, first, last) = (table, table, table)
        kept.keep((0..<40).map { $0 % 3 == 0 })
        first.keepFirst(4)
        last.keepLast(4)
        for index in table.columns.indices {
            let all = table.columns[index].values.texts
            #expect(
                kept.columns[index].values.texts == stride(from: 0, to: 40, by: 3).map { all[$0] })
            #expect(first.columns[index].values.texts == Array(all[..<4]))
            #expect(last.columns[index].values.texts == Array(all[36...]))
        }
        first.keepFirst(100)
        last.keepLast(100)
        #expect(first.rowCount == 4 && last.rowCount == 4)
    }
}

@Suite("Rows in groups")
struct GroupsTests {
    @Test("Rows of equal value make a group, and a row without a value has none", arguments: 1...5)
    func groups(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let table = randomTable(&random, rows: seed * 80)
        for column in table.columns {
            let (groups, texts) = (Groups(of: column.values), column.values.texts)
            var rest: [String?: Int32] = [:]
            for (row, text) in texts.enumerated() {
                guard text != nil else {
                    #expect(groups.codes[row] == -1)
                    continue
                }
                let group = rest[text] ?? groups.codes[row]
                #expect(groups.codes[row] == group)
                rest[text] = group
            }
            #expect(Set(rest.values) == Set((0..<Int32(groups.count))))
            for (group, row) in groups.firsts.enumerated() {
                #expect(groups.codes.firstIndex(of: Int32(group)) == Int(row))
            }
        }
    }

    @Test("Groups of numbers ascend, those of words stand as they first come")
    func orders() {
        let numbers = Groups(of: .numbers([3, 1, 3, .nan, 2]))
        #expect(numbers.codes == [2, 0, 2, -1, 1])
        #expect(numbers.firsts == [1, 4, 0])
        #expect(numbers.byAppearance.codes == [0, 1, 0, -1, 2])
        let words = Groups(of: .words([2, 0, 2, -1, 1], texts: ["a", "b", "c"]))
        #expect(words.codes == [0, 1, 0, -1, 2])
        #expect(words.firsts == [0, 1, 4])
    }

    @Test("Pairs of groups are groups, and rows without one can be gathered")
    func crosses() {
        var outer = Groups(of: .numbers([2, 1, 2, 1, .nan]))
        let inner = Groups(of: .words([0, 1, 0, 0, 1], texts: ["a", "b"]))
        #expect(outer.crossed(with: inner).codes == [2, 1, 2, 0, -1])
        outer.gatherRest()
        #expect(outer.codes == [1, 0, 1, 0, 2])
        #expect(outer.firsts == [1, 0, 4])
        #expect(outer.members.rows == [1, 3, 0, 2, 4])
        #expect(outer.members.ends == [2, 4, 5])
    }

    @Test("No rows make no groups")
    func none() {
        #expect(Groups(ofAll: 0).count == 0)
        #expect(Groups(of: .numbers([])).count == 0)
        #expect(Groups(of: .words([], texts: [])).crossed(with: Groups(ofAll: 0)).count == 0)
    }
}

@Suite("Several values made one")
struct AggregateTests {
    @Test("Sums, means, medians, extremes and counts are those of each group", arguments: 1...6)
    func combines(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let rows = 1 + seed * 37
        let numbers = (0..<rows).map { _ in
            random.once(in: 5) ? Double.nan : random.number(-100...100)
        }
        let keys = (0..<rows).map { _ in Double(random.whole(0...seed * 2)) }
        let groups = Groups(of: .numbers(keys))
        let members = Set(keys).sorted().map { key in
            zip(keys, numbers).filter { $0.0 == key && !$0.1.isNaN }.map { $0.1 }
        }
        for aggregate in Aggregate.allCases where aggregate != .first {
            let found = aggregate.values(of: .numbers(numbers), in: groups).numbers
            let plain = members.map { Self.plain(aggregate, $0) }
            #expect(found.count == plain.count)
            for (a, b) in zip(found, plain) {
                #expect(a.isNaN == b.isNaN)
                if !a.isNaN { #expect(abs(a - b) <= 1e-11) }
            }
        }
    }

    private static func plain(_ aggregate: Aggregate, _ values: [Double]) -> Double {
        if aggregate == .count { return Double(values.count) }
        if values.isEmpty { return .nan }
        let sorted = values.sorted()
        let sum = values.reduce(0, +)
        switch aggregate {
        case .sum: return sum
        case .mean: return sum / Double(values.count)
        case .median:
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        case .min: return sorted[0]
        case .max: return sorted[sorted.count - 1]
        case .count, .first: return .nan
        }
    }

    @Test(
        "A sum of decimals is the decimal that it is on paper",
        arguments: [
            (Array(repeating: 0.1, count: 10), 1.0), ([0.1, 0.2], 0.3), ([1e16, 1, -1e16], 1),
            ([95.5, 0.1], 95.6), ([1.005, 2.005], 3.01), ([1e300, 1e300], 2e300),
            ([-0.7, -0.1], -0.8),
        ] as [([Double], Double)])
    func sums(values: [Double], sum: Double) {
        let groups = Groups(ofAll: values.count)
        #expect(Aggregate.sum.values(of: .numbers(values), in: groups) == .numbers([sum]))
    }

    @Test("Times stay times, words are counted, and of words the first is taken")
    func kinds() {
        let groups = Groups(of: .numbers([1, 1, 2]))
        let times = Table.Values.times([10, 30, .nan])
        #expect(Aggregate.max.values(of: times, in: groups).texts == ["30.0", nil])
        #expect(Aggregate.median.values(of: .times([10, 30, 7]), in: groups) == .times([20, 7]))
        let words = Table.Values.words([0, -1, 1], texts: ["a", "b"])
        #expect(Aggregate.count.values(of: words, in: groups) == .numbers([1, 1]))
        #expect(Aggregate.sum.values(of: words, in: groups) == .words([0, 1], texts: ["a", "b"]))
    }

    @Test("Each column of a table is put together in its own way")
    func tables() {
        let table = Table([
            .init("x", .numbers([2, 1, 2])), .init("y", .numbers([5, 6, 7])),
            .init("z", .numbers([5, 6, 7])),
        ])
        let made = table.aggregated(
            by: Groups(of: table.columns[0].values), [.first, .sum, .count])
        #expect(
            made.columns.map { $0.values } == [
                .numbers([1, 2]), .numbers([6, 12]), .numbers([1, 2]),
            ])
        #expect(made.columns.map { $0.name } == ["x", "y", "z"])
    }
}

@Suite("Conditions")
struct ConditionTests {
    private static let table = Table([
        .init("n", .numbers([1, 2, .nan, 3])),
        .init("w", .words([0, 1, -1, 2], texts: ["Oslo", "Rome", "oslo harbour"])),
    ])

    private static let cases: [(Int, Condition.Comparison, [Condition.Operand], [Bool])] = [
        (0, .equal, [.number(2)], [false, true, false, false]),
        (0, .equal, [.number(1), .number(3)], [true, false, false, true]),
        (0, .unequal, [.number(1), .number(3)], [false, true, true, false]),
        (0, .less, [.number(2)], [true, false, false, false]),
        (0, .lessOrEqual, [.number(2)], [true, true, false, false]),
        (0, .greater, [.number(2)], [false, false, false, true]),
        (0, .greaterOrEqual, [.number(2)], [false, true, false, true]),
        (0, .equal, [.missing], [false, false, true, false]),
        (0, .unequal, [.missing], [true, true, false, true]),
        (1, .equal, [.text("Oslo")], [true, false, false, false]),
        (1, .unequal, [.text("Oslo")], [false, true, true, true]),
        (1, .equal, [.missing, .text("Rome")], [false, true, true, false]),
        (1, .less, [.text("Rome")], [true, false, false, false]),
        (1, .greaterOrEqual, [.text("Rome")], [false, true, false, true]),
        (1, .holds, [.text("OSLO")], [true, false, false, true]),
        (1, .lacks, [.text("OSLO")], [false, true, true, false]),
        (1, .holds, [.text("o ha"), .text("om")], [false, true, false, true]),
        (1, .holds, [.text("")], [true, true, false, true]),
    ]

    @Test("A condition holds for some rows", arguments: Array(0..<18))
    func holds(index: Int) {
        let (column, comparison, operands, expected) = Self.cases[index]
        let condition = Condition(column: column, comparison, operands)
        #expect(Self.table.rows(where: [condition]) == expected)
    }

    @Test("Of several conditions all have to hold; none hold for all rows")
    func several() {
        let conditions = [
            Condition(column: 0, .greater, [.number(1)]),
            Condition(column: 1, .unequal, [.text("Rome")]),
        ]
        #expect(Self.table.rows(where: conditions) == [false, false, false, true])
        #expect(Self.table.rows(where: []) == [true, true, true, true])
    }

    @Test("A text is found in another wherever it stands", arguments: 1...3)
    func finds(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<300 {
            let (text, part) = (random.text(of: "abA", upTo: 12), random.text(of: "abB", upTo: 4))
            let table = Table([.init("w", .words([0], texts: [text]))])
            let found = table.rows(where: [Condition(column: 0, .holds, [.text(part)])])
            let (whole, wanted) = (Array(text.lowercased()), Array(part.lowercased()))
            let isThere = (0...whole.count).contains { whole[$0...].starts(with: wanted) }
            #expect(found == [isThere], "\(part) in \(text)")
        }
    }
}
