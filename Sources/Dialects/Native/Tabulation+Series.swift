import Figures
import Notation
import Scenes
import Tables

/// One series that was made of rows, before it has a name.
struct Tabulated {
    var draft: Draft
    /// The value of the group that it shows.
    var group: String?
    /// What the columns of its values are called.
    var header = ""
}

/// Places along x, one a row.
private struct Places {
    var xs: [Double]
    var areTimes = false
    var areBands = false
}

/// From rows to the series of the chart.
extension Tabulation {
    /// The drafts of all series; those of one mark stand together, in the order of the groups.
    mutating func assemble(
        _ sheets: [Sheet], _ plans: [SheetPlan]
    ) throws(NativeError) -> [Draft] {
        var series = given.map { [Tabulated(draft: $0)] }
        // Lines across the chart come last: what they name has to lie along x.
        for areRules in [false, true] {
            for (plan, sheet) in zip(plans, sheets) where (plan.role == .rules) == areRules {
                let places = places(of: sheet, plan)
                for mark in plan.marks {
                    series[mark.draft] = try tabulated(mark, plan, sheet, places)
                }
            }
        }
        if let times = headers.times, let words = headers.words {
            throw .mixedPlaces(times, with: words)
        }
        try settleSort(plans)
        entitle(plans)
        // A column that no mark stands on is not the name of a place either.
        let numbersOrTimes = along ?? (x == nil ? nil : .nothing)
        chart.columnAlong = bands.names.isEmpty ? numbersOrTimes : .names(bands.names)
        return named(series)
    }

    /// What is left for the bands to be sorted by, once the rows are.
    private mutating func settleSort(_ plans: [SheetPlan]) throws(NativeError) {
        if plans.contains(where: { leavesSort($0) }) { return }
        let isAsked = chart.sort != nil || chart.data.order != nil
        let isLimited = chart.data.limit != nil
        let hasNames = !bands.names.isEmpty || plans.contains { $0.areParts }
        if isAsked, !isLimited, !hasNames, !sortsGroups { throw .noUse(key: "sort", .names) }
        chart.sort = nil
    }

    // MARK: Places

    /// The places of a sheet's rows along x. What lies there, the axis has to show.
    private mutating func places(of sheet: Sheet, _ plan: SheetPlan) -> Places? {
        guard let x = sheet.x, let expression = plan.expression, !plan.areParts else { return nil }
        let header = expression.header(names)
        if plan.areBoxes {
            for rows in boxes(sheet) { bands.include(rows.name) }
            headers.words = header
            return nil
        }
        switch sheet.values(x) {
        case .numbers(let numbers):
            if !plan.isOwn { along = .numbers(ticked(numbers, plan)) }
            return Places(xs: numbers)
        case .times(let times):
            headers.times = header
            if !plan.isOwn { along = .times(times) }
            return Places(xs: times, areTimes: true)
        case .words(let codes, let texts):
            headers.words = header
            var places = [Double](repeating: .nan, count: texts.count)
            for code in codes where code >= 0 && places[Int(code)].isNaN {
                bands.include(texts[Int(code)])
                places[Int(code)] = Double(bands.place(of: texts[Int(code)]) ?? 0)
            }
            return Places(xs: codes.map { $0 < 0 ? .nan : places[Int($0)] }, areBands: true)
        }
    }

    /// Numbers along x; under bars each once and ascending, since these may become bands.
    private func ticked(_ numbers: [Double], _ plan: SheetPlan) -> [Double] {
        let onBands = plan.marks.contains { given[$0.draft].kind.traits.contains(.onBands) }
        return onBands ? Groups(of: .numbers(numbers)).firsts.map { numbers[Int($0)] } : numbers
    }

    /// The rows of each box: in the order of the values, or in that into which they were sorted.
    private func boxes(_ sheet: Sheet) -> [(name: String, rows: [Int32])] {
        let isSorted = chart.sort != nil || chart.data.order != nil
        return isSorted ? sheet.members.sorted { $0.rows[0] < $1.rows[0] } : sheet.members
    }

    // MARK: Series

    /// The series of one mark: one, or one a group.
    private func tabulated(
        _ mark: SheetPlan.Mark, _ plan: SheetPlan, _ sheet: Sheet, _ places: Places?
    ) throws(NativeError) -> [Tabulated] {
        let draft = given[mark.draft]
        let headers = mark.values.map { $0.expression.header(names) }
        let isInterval = draft.kind.fields == .interval
        let header = isInterval ? headers.joined(separator: " – ") : headers[0]
        if plan.role == .rules {
            var rule = draft
            rule.columns = rules(sheet.values(mark.values[0].column), of: draft)
            return [Tabulated(draft: rule, header: header)]
        }
        var made: [Tabulated] = []
        for (name, rows) in parts(of: sheet, plan, draft) {
            var one = Tabulated(draft: draft, group: name, header: header)
            try fill(&one.draft, from: rows, mark, plan, sheet, places)
            made.append(one)
        }
        return made
    }

    /// The groups that have rows, with their names; all rows where there are no groups.
    private func parts(
        of sheet: Sheet, _ plan: SheetPlan, _ draft: Draft
    ) -> [(name: String?, rows: [Int32]?)] {
        // Words are not told apart by colours.
        if draft.kind.fields == .words { return [(nil, nil)] }
        let parts = plan.areBoxes ? boxes(sheet) : sheet.members
        return parts.isEmpty ? [(nil, nil)] : parts.map { ($0.name, $0.rows) }
    }

    /// Puts the values of these rows into the draft of a series.
    private func fill(
        _ draft: inout Draft, from rows: [Int32]?, _ mark: SheetPlan.Mark, _ plan: SheetPlan,
        _ sheet: Sheet, _ places: Places?
    ) throws(NativeError) {
        var rows = rows
        var columns = Columns()
        if let places {
            columns.areTimes = places.areTimes
            columns.areBands = places.areBands
            columns.xs = rows.map { $0.map { places.xs[Int($0)] } } ?? places.xs
            if runsAlongX(draft, plan), !columns.xs.isAscending {
                // Rows come in any order; a line between them runs along x.
                let order = Table.Values.numbers(columns.xs).order()
                columns.xs = order.map { columns.xs[Int($0)] }
                rows = rows.map { rows in order.map { rows[Int($0)] } } ?? order
            }
            columns.xs = try reachable(columns.xs, draft, plan.expression)
        }
        func numbers(_ shown: SheetPlan.Shown) throws(NativeError) -> [Double] {
            let values = sheet.values(shown.column)
            switch rows.map({ values.taking($0) }) ?? values {
            case .numbers(let numbers), .times(let numbers):
                return try reachable(numbers, draft, shown.expression)
            case .words:
                throw draft.value.wrong(.numberColumn, found: shown.expression.header(names))
            }
        }
        columns.ys = try numbers(mark.values[0])
        if mark.values.count > 1 { columns.others = try numbers(mark.values[1]) }
        if let below = mark.errors.first, let above = mark.errors.last {
            columns.errors = Spread(below: try numbers(below), above: try numbers(above))
        }
        if let column = mark.words?.column ?? (plan.areParts ? sheet.x : nil) {
            let texts = texts(
                of: sheet.values(column), rows, missing: plan.areParts ? Self.missing : "")
            if draft.kind.fields == .words {
                columns.words = texts
            } else {
                draft.settings.texts = texts
            }
        }
        if draft.kind.fields == .words, columns.words.isEmpty {
            columns.words = columns.ys.map { _ in "" }
        }
        let traits = draft.kind.traits
        if traits.contains(.sideBySide) || columns.areBands && traits.contains(.joined) {
            try refuseRepeated(columns, draft, plan)
        }
        draft.columns = columns
    }

    /// Whether the mark is a line along x, which places of its own need not be.
    func runsAlongX(_ draft: Draft, _ plan: SheetPlan) -> Bool {
        guard draft.kind.traits.contains(.joined) || draft.kind.traits.contains(.bare) else {
            return false
        }
        let keepsOrder =
            chart.given.contains("sort") && chart.sort == nil && chart.data.order == nil
        return !plan.isOwn && !keepsOrder
    }

    private func texts(
        of values: Table.Values, _ rows: [Int32]?, missing: String
    ) -> [String] {
        switch rows.map({ values.taking($0) }) ?? values {
        case .words(let codes, let texts): codes.map { $0 < 0 ? missing : texts[Int($0)] }
        case .numbers(let numbers), .times(let numbers):
            numbers.map { $0.isNaN ? missing : $0.decimalText }
        }
    }

    /// Each value of a column once.
    private func rules(_ values: Table.Values, of draft: Draft) -> Columns {
        var columns = Columns()
        let places = Groups(of: values).byAppearance.firsts.map { Int($0) }
        let numbers: [Double]
        switch values {
        case .numbers(let all): numbers = places.map { all[$0] }
        case .times(let all):
            numbers = places.map { all[$0] }
            columns.areTimes = true
        case .words(let codes, let texts):
            columns.areBands = true
            numbers = places.compactMap { row in
                bands.place(of: texts[Int(codes[row])]).map { Double($0) }
            }
        }
        if draft.kind.traits.contains(.upright) {
            columns.xs = numbers
        } else {
            columns.ys = numbers
        }
        return columns
    }

    /// The numbers as charts can reckon with them.
    private func reachable(
        _ numbers: [Double], _ draft: Draft, _ expression: ColumnExpression?
    ) throws(NativeError) -> [Double] {
        let most = KeyValue.reach.upperBound
        let isPlain = !numbers.contains { number in
            number.magnitude > most || number.magnitude < 1e-300 && number != 0
        }
        if isPlain { return numbers }
        var reachable: [Double] = []
        for number in numbers {
            guard let number = number.isNaN ? number : number.withinReach else {
                throw .beyondReach(key: draft.word, column: expression?.header(names) ?? "")
            }
            reachable.append(number)
        }
        return reachable
    }

    /// Bars at one place would hide each other, and a line would go up and down on one name.
    private func refuseRepeated(
        _ columns: Columns, _ draft: Draft, _ plan: SheetPlan
    ) throws(NativeError) {
        guard !columns.xs.isEmpty, let expression = plan.expression else { return }
        let shown = zip(columns.xs, columns.ys).map { x, y in y.isNaN ? .nan : x }
        var isSeen = [Bool](repeating: false, count: shown.count)
        let groups = Groups(of: .numbers(shown))
        for (row, group) in groups.codes.enumerated() where group >= 0 {
            if isSeen[Int(group)] {
                let x = columns.xs[row]
                let name =
                    columns.areBands
                    ? bands.names[x.whole(upTo: bands.names.count - 1)]
                    : text(of: columns.areTimes ? .times([x]) : .numbers([x]), 0)
                throw .repeated(key: draft.word, column: expression.header(names), value: name)
            }
            isSeen[Int(group)] = true
        }
    }
}
