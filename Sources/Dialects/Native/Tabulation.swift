import Figures
import Notation
import Tables

/// Makes of drafts that name columns drafts that hold them, one for each series.
///
/// First every column is found and asked for; then the data set is read, once; then the rows are
/// chosen, put together, sorted, and parted into series.
struct Tabulation {
    var chart: ChartSettings
    let given: [Draft]
    let limits: NativeLimits
    private let reader: ColumnReader
    private var set: DataSet
    /// The columns of each draft; nil where its value is written out.
    let shown: [MarkColumns?]
    /// The column along x.
    let x: ColumnExpression?
    /// How the values of one place become one; those that `*` stands for are counted.
    let aggregate: Aggregate?
    private var plans: [SheetPlan] = []
    /// The names along x.
    var bands: Bands
    /// What lies along x where that is a column.
    var along: Along?
    /// The headers of a column of times along x, and of one of names.
    var headers: (times: String?, words: String?) = (nil, nil)

    var names: ColumnNames { reader.names }

    init(
        _ chart: ChartSettings, _ drafts: [Draft], _ set: DataSet, _ limits: NativeLimits
    ) throws(NativeError) {
        self.chart = chart
        self.set = set
        self.limits = limits
        given = drafts
        reader = ColumnReader(names: set.names, zone: chart.zone)
        var shown: [MarkColumns?] = []
        for draft in drafts { shown.append(try reader.columns(of: draft)) }
        guard shown.contains(where: { $0 != nil }) else { throw .noUse(key: "data", .columns) }
        self.shown = shown
        let column = try reader.columnAlongX(of: chart)
        x = column
        let isCounted = shown.contains { $0?.values.contains(.rows) == true }
        aggregate = chart.data.aggregate ?? (isCounted ? .count : nil)
        bands = Bands(column == nil ? try Along(chart).names ?? [] : [])
    }

    /// The drafts of all series, in the order of the marks.
    mutating func drafts() throws(NativeError) -> [Draft] {
        var group: DataSet.Source?
        if let value = chart.data.group {
            group = set.source(of: try reader.column(value), as: .automatic)
        }
        let order = try readOrder()
        try plan(isGrouped: group != nil)
        try refuseUseless()
        try readRows()
        var groups: Table.Values?
        if let group, let value = chart.data.group {
            groups = try named(values(of: group, for: value), key: value.key)
        }
        var sheets: [Sheet] = []
        for index in plans.indices {
            sheets.append(try fill(index, groups, order))
        }
        set.drop()
        for index in sheets.indices { arrange(&sheets[index], plans[index], order) }
        return try assemble(sheets, plans)
    }

    // MARK: What is asked for

    /// What `sort=` says of rows, and the column it names.
    struct Order {
        var expression: ColumnExpression?
        var source: DataSet.Source?
        var isDescending = false
    }

    /// A minus turns the order around; a plus, which arrives as a space, leaves it.
    private mutating func readOrder() throws(NativeError) -> Order {
        var order = Order()
        guard var value = chart.data.order else {
            order.isDescending = chart.sort == .descending
            return order
        }
        let text = value.text.trimmed
        if reader.names.column(text) == nil, text.utf8.first == UInt8(ascii: "-"),
            reader.names.column(String(text.dropFirst()).trimmed) != nil
        {
            order.isDescending = true
            value = KeyValue(key: value.key, text: String(text.dropFirst()))
        }
        let expression = try reader.column(value)
        order.expression = expression
        order.source = set.source(of: expression, as: .automatic)
        return order
    }

    /// Lays out a sheet for the marks that share their places, and asks for its columns.
    private mutating func plan(isGrouped: Bool) throws(NativeError) {
        for (index, columns) in shown.enumerated() {
            guard let columns else { continue }
            let role = role(of: given[index], columns)
            if case .boxes = role, isGrouped { throw .boxesTwice }
            let place = plans.firstIndex { $0.role == role } ?? plans.count
            if place == plans.count {
                var plan = SheetPlan(role: role)
                plan.x = plan.expression.map { set.source(of: $0, as: kindAlongX(role)) }
                plans.append(plan)
            }
            let kind = kind(of: given[index])
            var mark = SheetPlan.Mark(draft: index)
            mark.values = columns.values.map { ask($0, as: kind) }
            if !plans[place].areParts { mark.words = columns.words.map { ask($0, as: .words) } }
            mark.errors = columns.errors.map { ask($0, as: .number) }
            plans[place].marks.append(mark)
        }
        // Boxes stand on the first bands, in their order.
        let boxes = plans.filter { $0.areBoxes }
        plans = boxes + plans.filter { !$0.areBoxes }
    }

    private mutating func ask(
        _ expression: ColumnExpression, as kind: TableReader.Kind
    ) -> SheetPlan.Shown {
        SheetPlan.Shown(expression: expression, source: set.source(of: expression, as: kind))
    }

    private func role(of draft: Draft, _ columns: MarkColumns) -> SheetPlan.Role {
        switch draft.kind.fields {
        case .places: return .rules
        case .parts: return .parts(columns.words ?? x)
        case .samples:
            guard let x, draft.kind.traits.contains(.ownBand) else { return .samples }
            return .boxes(x)
        case .value, .sized, .interval, .words:
            if let own = columns.x { return .placed(own, isOwn: true) }
            return x.map { .placed($0, isOwn: false) } ?? .numbered
        }
    }

    private func kindAlongX(_ role: SheetPlan.Role) -> TableReader.Kind {
        if case .parts = role { return .words }
        if case .placed(_, true) = role, chart.xAxis.kind == .bands { return .words }
        if chart.labels != nil, role != .rules { return .words }
        switch chart.xAxis.kind {
        case .bands: return .words
        case .time: return .time
        case .linear, .logarithmic, .symmetricLogarithmic: return .number
        case nil: return .automatic
        }
    }

    /// What the values of a mark have to be.
    private func kind(of draft: Draft) -> TableReader.Kind {
        let traits = draft.kind.traits
        if traits.contains(.upright) { return kindAlongX(.rules) }
        if aggregate == .count, draft.kind.fields == .value || draft.kind.fields == .parts {
            return .automatic
        }
        let axis = draft.settings.isOnRight ? chart.rightAxis : chart.yAxis
        return axis.kind == .time && !traits.contains(.binned) ? .time : .number
    }

    private func refuseUseless() throws(NativeError) {
        if chart.data.aggregate != nil, !plans.contains(where: { $0.areSummable }) {
            throw .noUse(key: "agg", .summable)
        }
        let areRules = plans.allSatisfy { $0.role == .rules }
        for key in ["group", "limit", "last"] where areRules && chart.given.contains(key) {
            throw .noUse(key: key, .columns)
        }
    }

    // MARK: Rows

    /// Reads the data set, and of its rows keeps those that fulfil all conditions.
    private mutating func readRows() throws(NativeError) {
        var written: [(condition: WrittenCondition, place: Int)] = []
        for value in chart.data.conditions {
            let condition = try WrittenCondition(value, reader.names)
            written.append((condition, set.want(condition.column, as: .automatic)))
        }
        try WrittenCondition.check(written.map { $0.condition })
        try set.read(in: chart.zone)
        // A row's number has to fit into 31 bits; no memory holds so many rows.
        guard set.table.rowCount < Int(Int32.max) else {
            throw .limit(
                key: "data", count: set.table.rowCount, most: Int(Int32.max), setting: "")
        }
        var conditions: [Condition] = []
        for (condition, place) in written {
            conditions.append(
                try condition.condition(on: place, of: set.table, in: chart.zone))
        }
        set.keep(where: conditions)
    }

    private func values(
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
    private func named(_ values: Table.Values, key: String) throws(NativeError) -> Table.Values {
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

    /// A value as the name of a band or of a series.
    func text(of values: Table.Values, _ row: Int) -> String {
        switch values {
        case .words(let codes, let texts):
            return codes[row] < 0 ? "(missing)" : texts[Int(codes[row])]
        case .numbers(let numbers):
            return numbers[row].isNaN ? "(missing)" : numbers[row].decimalText
        case .times(let times):
            if times[row].isNaN { return "(missing)" }
            let isMidnight = chart.zone.civilTime(at: times[row]).map {
                $0.hour == 0 && $0.minute == 0 && $0.second == 0
            }
            let format = try? TimeFormat(isMidnight == true ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S")
            return format?.format(times[row], in: chart.zone) ?? ""
        }
    }

    /// Puts the columns of a plan into a sheet.
    private mutating func fill(
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
    private func arrange(_ sheet: inout Sheet, _ plan: SheetPlan, _ order: Order) {
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
        case (nil, nil): break
        }
        sheet.limit(first: chart.data.first, last: chart.data.last)
        let isSorted = order.source != nil || chart.sort != nil
        let onBands = plan.marks.contains { given[$0.draft].kind.traits.contains(.onBands) }
        let hasBoxes = plans.contains { $0.areBoxes } && !plan.isOwn
        if isSorted && onBands && !plan.areBoxes || hasBoxes || plan.areParts {
            sheet.nameX { text(of: $0, $1) }
        }
    }

    /// Whether the names that the query itself gives are sorted together with the bars on them: then
    /// the rows stay in their order.
    func leavesSort(_ plan: SheetPlan) -> Bool {
        guard plan.role == .numbered, chart.sort != nil else { return false }
        let isLimited = chart.data.first != nil || chart.data.last != nil
        return !isLimited || chart.labels != nil || chart.x != nil
    }
}
