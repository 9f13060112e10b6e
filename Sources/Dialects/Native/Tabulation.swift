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
    let reader: ColumnReader
    var set: DataSet
    /// The columns of each draft; nil where its value is written out.
    let shown: [MarkColumns?]
    /// The column along x.
    let x: ColumnExpression?
    /// How the values of one place become one; those that `*` stands for are counted.
    let aggregate: Aggregate?
    var plans: [SheetPlan] = []
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
        reader = ColumnReader(
            names: set.names, zone: chart.zone, formulas: limits.formulas)
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
            let found = try values(of: group, for: value)
            groups = try named(found, key: value.key)
            // Numbers and times are in their own order.
            if chart.sort == .name, case .words = found {
                groups = groups?.listedByName(last: Self.missing)
            }
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
}
