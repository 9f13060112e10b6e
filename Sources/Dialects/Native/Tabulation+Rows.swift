import Figures
import Notation
import Tables

/// From the columns of a data set to rows that are as the query wants them.
extension Tabulation {
    /// Reads the data set, and of its rows keeps those that fulfil all conditions.
    mutating func readRows() throws(NativeError) {
        var written: [(condition: WrittenCondition, place: Int)] = []
        for value in chart.data.conditions {
            let condition = try WrittenCondition(value, reader.names)
            written.append((condition, set.want(condition.column, as: .automatic)))
        }
        try WrittenCondition.check(written.map { $0.condition }, most: limits.comparisons)
        try set.read(in: chart.zone, leavesOutRows: !written.isEmpty)
        // A row's number has to fit into 31 bits; no memory holds so many rows.
        guard set.table.rowCount < Int(Int32.max) else {
            throw .limit(
                key: "data", count: set.table.rowCount, most: Int(Int32.max), setting: "")
        }
        var conditions: [Condition] = []
        for (condition, place) in written {
            conditions.append(try read(condition, on: place))
        }
        let isKept = set.table.rows(where: conditions)
        if !isKept.isEmpty, !isKept.contains(true) {
            throw noRow(written.map { $0.condition }, conditions)
        }
        if !conditions.isEmpty { try set.keep(isKept, in: chart.zone) }
    }

    /// A condition on a column. A few words in a column of numbers that is drawn leave its order that of
    /// numbers.
    private func read(
        _ condition: WrittenCondition, on place: Int
    ) throws(NativeError) -> Condition {
        if condition.asksForOrder, let numbers = set.placeOfNumbers(besideWordsAt: place),
            let ordered = try? condition.condition(on: numbers, of: set.table, in: chart.zone)
        {
            return ordered
        }
        return try condition.condition(on: place, of: set.table, in: chart.zone)
    }

    /// Why no row is left: a condition that none fulfils, or all of them together.
    private func noRow(
        _ written: [WrittenCondition], _ conditions: [Condition]
    ) -> NativeError {
        for (text, condition) in zip(written, conditions)
        where !set.table.rows(where: [condition]).contains(true) {
            var texts: [String] = []
            if case .words(_, let all) = set.table.columns[condition.column].values { texts = all }
            return .noRow(
                condition: text.text, column: names.names[text.column],
                near: text.operandLike(texts), only: texts.count <= 12 ? texts : [])
        }
        return .noCommonRow(conditions: written.map { $0.text })
    }

    func values(
        of source: DataSet.Source, for value: KeyValue
    ) throws(NativeError) -> Table.Values {
        try set.values(of: source, for: value) { () throws(NativeError) in
            if let x = plans.first(where: { !$0.isOwn && $0.x != nil })?.x,
                case .column(let place) = x
            {
                switch set.table.columns[place].values {
                case .numbers(let numbers), .times(let numbers): return numbers
                case .words: break
                }
            }
            return (0..<set.table.rowCount).map { Double($0 + 1) }
        }
    }

    /// A group for each value, called by it. Rows without a value make the last one.
    func named(_ values: Table.Values, key: String) throws(NativeError) -> Table.Values {
        var groups = Groups(of: values)
        groups.gatherRest()
        let parted = plans.filter { $0.role != .rules }.reduce(0) { $0 + $1.marks.count }
        let count = groups.count * parted
        guard count <= limits.marks else {
            throw .limit(
                key: key, count: count, most: limits.marks, setting: "PLOT_MAX_MARKS")
        }
        let names = groups.firsts.map { text(of: values, Int($0)) }
        return .words(groups.codes, texts: names)
    }

    /// What stands for the name of rows that have none.
    static let missing = "(missing)"

    /// A value as the name of a band or of a series.
    func text(of values: Table.Values, _ row: Int) -> String {
        switch values {
        case .words(let codes, let texts):
            return codes[row] < 0 ? Self.missing : texts[Int(codes[row])]
        case .numbers(let numbers):
            return numbers[row].isNaN ? Self.missing : numbers[row].decimalText
        case .times(let times):
            if times[row].isNaN { return Self.missing }
            let isMidnight = chart.zone.civilTime(at: times[row]).map {
                $0.hour == 0 && $0.minute == 0 && $0.second == 0
            }
            let format = try? TimeFormat(isMidnight == true ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S")
            return format?.format(times[row], in: chart.zone) ?? ""
        }
    }

    /// Puts the columns of a plan into a sheet.
    mutating func fill(
        _ plan: Int, _ groups: Table.Values?, _ order: Order
    ) throws(NativeError) -> Sheet {
        var sheet = Sheet()
        let role = plans[plan].role
        let value = chart.labels ?? chart.x ?? given[plans[plan].marks[0].draft].value
        if let x = plans[plan].x { sheet.addX(try values(of: x, for: value)) }
        if case .boxes = role, let x = sheet.x {
            sheet.addGroup(try named(sheet.values(x), key: value.key))
        } else if let groups, role != .rules {
            sheet.addGroup(groups)
        }
        let aggregate = self.aggregate ?? .first
        for mark in plans[plan].marks.indices {
            plans[plan].marks[mark] = try filled(plans[plan].marks[mark], into: &sheet, order)
        }
        if let source = order.source, let value = chart.data.order, !sheet.hasOrder {
            // Mostly all rows of one place have one value here, which no sum shall multiply.
            sheet.addOrder(
                try values(of: source, for: value), aggregate == .sum ? .mean : aggregate)
        }
        return sheet
    }

    /// The mark with the places of its columns in the sheet.
    private func filled(
        _ mark: SheetPlan.Mark, into sheet: inout Sheet, _ order: Order
    ) throws(NativeError) -> SheetPlan.Mark {
        var mark = mark
        let value = given[mark.draft].value
        let aggregate = self.aggregate ?? .first
        for (index, shown) in mark.values.enumerated() {
            mark.values[index].column = sheet.add(
                try values(of: shown.source, for: value),
                shown.expression == .rows ? .count : aggregate)
            if shown.expression == order.expression {
                sheet.order(by: mark.values[index].column)
            }
        }
        if let words = mark.words {
            mark.words?.column = sheet.add(try values(of: words.source, for: value), .first)
        }
        for (index, error) in mark.errors.enumerated() {
            mark.errors[index].column = sheet.add(
                try values(of: error.source, for: value), aggregate)
        }
        return mark
    }

    /// Puts rows together, sorts them, and keeps as many as are wanted.
    func arrange(_ sheet: inout Sheet, _ plan: SheetPlan, _ order: Order) {
        if plan.role == .rules { return }
        if aggregate != nil, plan.areSummable { sheet.aggregate(keepsRest: plan.areParts) }
        switch (order.source, chart.sort) {
        case (_?, _): sheet.sort(descending: order.isDescending)
        case (nil, .some) where leavesSort(plan): break
        case (nil, .name): sheet.sortByName()
        case (nil, .ascending), (nil, .descending):
            sheet.sort(
                byValuesOf: plan.marks[0].values[0].column, plan.areBoxes ? .median : .sum,
                descending: order.isDescending)
        case (nil, nil):
            // The last rows of a line are those at its end, in whatever order a file has them.
            if plan.marks.contains(where: { runsAlongX(given[$0.draft], plan) }) {
                sheet.sortAlongX()
            }
        }
        if let limit = chart.data.limit { sheet.keep(limit) }
        let isSorted = order.source != nil || chart.sort != nil
        let onBands = plan.marks.contains { given[$0.draft].kind.traits.contains(.onBands) }
        let hasBoxes = plans.contains { $0.areBoxes } && !plan.isOwn
        if isSorted && onBands && !plan.areBoxes || hasBoxes || plan.areParts {
            sheet.nameX { text(of: $0, $1) }
        }
    }

    /// Whether it is the groups that are sorted, by their names.
    var sortsGroups: Bool { chart.sort == .name && chart.data.group != nil }

    /// Whether the names that the query itself gives are sorted together with the bars on them: then
    /// the rows stay in their order.
    func leavesSort(_ plan: SheetPlan) -> Bool {
        guard plan.role == .numbered, chart.sort != nil else { return false }
        if sortsGroups, chart.labels == nil, chart.x == nil { return false }
        let isLimited = chart.data.limit != nil
        return !isLimited || chart.labels != nil || chart.x != nil
    }
}

extension Table.Values {
    /// The same words, their list in alphabetical order, except for the one that stands for none.
    func listedByName(last missing: String) -> Table.Values {
        guard case .words(let codes, let texts) = self else { return self }
        let order = texts.indices.sorted { a, b in
            (texts[a] == missing ? 1 : 0, texts[a], a) < (texts[b] == missing ? 1 : 0, texts[b], b)
        }
        var places = [Int32](repeating: 0, count: texts.count)
        for (place, text) in order.enumerated() {
            places[text] = Int32(truncatingIfNeeded: place)
        }
        return .words(
            codes.map { $0 < 0 ? $0 : places[Int($0)] }, texts: order.map { texts[$0] })
    }
}
