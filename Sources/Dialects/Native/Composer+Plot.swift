import Figures
import Notation
import Scenes

/// A chart with axes.
extension Composer {
    mutating func plot() throws(NativeError) -> Panel {
        try chooseBands()
        var series: [Series] = []
        var colors = ColorTurns()
        for (index, draft) in drafts.enumerated() {
            var one = Series(draft: draft)
            let turn = draft.settings.color == nil ? colors.turn(of: draft.kind) : 0
            one.color = draft.settings.color ?? theme.color(ofSeries: turn)
            one.isHorizontal = chart.isHorizontal
            try place(&one, index)
            for rule in series where rule.draft.word == draft.word && draft.kind.fields == .places {
                one.earlier += rule.xs + rule.ys
            }
            series.append(one)
        }
        try sampleFormulas(&series)
        sortBands(&series)
        spreadErrors(&series)
        let boxes = series.indices.filter { series[$0].draft.kind.names.contains("box") }
        for (band, index) in boxes.enumerated() { series[index].band = Double(band) }
        shareBins(&series)
        let most = series.flatMap { $0.others }.filter { $0.isFinite }.max()
        for index in series.indices where series[index].draft.kind.fields == .sized {
            series[index].greatestSize = most
        }
        stack(&series)

        var panel = Panel()
        panel.axes = try axes(for: series)
        for one in series {
            var layer = one.draft.kind.layer(one, theme)
            layer.isTransposed = chart.isHorizontal
            layer.y = one.settings.isOnRight ? 2 : 1
            panel.layers.append(layer)
        }
        return panel
    }

    // MARK: Along x

    /// Decides whether names, times or numbers lie along x.
    private mutating func chooseBands() throws(NativeError) {
        if case .times = along { isTime = true }
        if case .range(_, _, true) = along { isTime = true }
        bands = along.names.map { Bands($0) }
        let words = pairNames
        let hasDates = values.contains { $0.leads { if case .date = $0 { true } else { false } } }
        if !words.isEmpty || bands != nil {
            bands = bands ?? Bands()
            for word in words { bands?.include(word) }
            isTime = false
            return growBands()
        }
        if hasDates { isTime = true }
        if chart.xAxis.kind == .time { isTime = true }
        let wanting = drafts.indices.filter { drafts[$0].kind.wantsBands }
        guard !wanting.isEmpty, !isTime else { return }
        if let boxes = boxNames {
            bands = Bands(boxes)
            return growBands()
        }
        switch along {
        case .nothing:
            // Pairs bring their own places; a bare list of bars stands on numbered bands.
            guard wanting.allSatisfy({ !values[$0].isPaired }) else { return }
            bands = Bands()
            growBands()
        case .numbers(let numbers):
            guard numbers.count <= 60, numbers.areEven, let first = numbers.first, let x = chart.x
            else { return }
            let step = numbers.count > 1 ? numbers[1] - first : 1
            bands = Bands(x.list, first: first, step: step)
            growBands()
        case .times, .names, .range: return
        }
    }

    /// A band a value, numbered where it has no name.
    private mutating func growBands() {
        guard var bands else { return }
        let isNamed = !bands.names.isEmpty
        var longest = 0
        for index in drafts.indices
        where drafts[index].kind.fields == .value || drafts[index].kind.fields == .interval {
            longest = max(longest, values[index].countOfUnplaced)
        }
        for count in bands.names.count..<max(longest, bands.names.count) {
            bands.append(isNamed ? "" : "\(count + 1)")
        }
        self.bands = bands
    }

    /// The names in pairs such as Mon:3, in their order.
    private var pairNames: [String] {
        var names: [String] = []
        for index in drafts.indices where drafts[index].kind.fields != .samples {
            guard case .items(let items) = values[index] else { continue }
            for item in items where item.fields.count > 1 {
                if case .word(let name)? = item.fields.first { names.append(name) }
            }
        }
        return names
    }

    /// A band for each box; nil where there is none.
    private var boxNames: [String]? {
        let boxes = drafts.filter { $0.kind.names.contains("box") }
        guard !boxes.isEmpty else { return nil }
        return boxes.enumerated().map { $1.settings.name ?? "\($0 + 1)" }
    }

    /// The place along x of value number `index` of a mark that has no pairs.
    private func place(ofValue index: Int, of count: Int, for key: String) throws(NativeError)
        -> Double
    {
        if bands != nil { return Double(index) }
        switch along {
        case .numbers(let xs), .times(let xs):
            guard index < xs.count else {
                throw .tooMany(key: key, count: count, most: xs.count, of: "x")
            }
            return xs[index]
        case .range(let low, let high, _):
            return count > 1 ? low + (high - low) * Double(index) / Double(count - 1) : low
        case .nothing, .names: return Double(index + 1)
        }
    }

    /// The place of the first field of a pair.
    private func place(of field: ValueItem.Field) -> Double? {
        switch field {
        case .number(let number): bands?.place(of: number) ?? number
        case .date(let date): isTime ? date : nil
        case .word(let word): bands?.place(of: word).map(Double.init)
        case .gap: .nan
        case .excess: nil
        }
    }

    // MARK: Values

    private func place(_ series: inout Series, _ index: Int) throws(NativeError) {
        let draft = drafts[index]
        switch (draft.kind.fields, values[index]) {
        case (_, .formula): return
        case (.samples, _): series.ys = try plainNumbers(of: index)
        case (.places, _): try placeRules(&series, index)
        case (.value, .numbers(let numbers)):
            series.ys = numbers
            series.xs = []
            series.xs.reserveCapacity(numbers.count)
            for place in numbers.indices {
                series.xs.append(try self.place(ofValue: place, of: numbers.count, for: draft.word))
            }
        case (_, .numbers(let numbers)):
            try placeItems(
                &series, index,
                numbers.map { number in
                    ValueItem(fields: [number.isNaN ? .gap : .number(number)], offset: 0)
                })
        case (_, .items(let items)): try placeItems(&series, index, items)
        }
    }

    private func placeItems(
        _ series: inout Series, _ index: Int, _ items: [ValueItem]
    ) throws(NativeError) {
        let fields = drafts[index].kind.fields
        let own = fields.count
        for (place, item) in items.enumerated() {
            if item.fields == [.gap] {
                series.xs.append(
                    try self.place(ofValue: place, of: items.count, for: drafts[index].word))
                series.ys.append(.nan)
                if own > 1 { series.others.append(.nan) }
                series.words.append("")
                continue
            }
            var parts = item.fields[...]
            let hasPlace =
                parts.count > own || (fields == .sized && parts.count == 2 && !hasPlaces)
                || fields == .words
            var x = Double.nan
            if hasPlace {
                guard let first = parts.popFirst(), let found = self.place(of: first) else {
                    throw wrong(item, place, index)
                }
                x = found
            } else {
                x = try self.place(ofValue: place, of: items.count, for: drafts[index].word)
            }
            try take(parts, at: x, from: item, place, index, &series)
        }
    }

    /// Whether x= already says where values lie, so that a pair of a bubble is y:size.
    private var hasPlaces: Bool {
        if case .nothing = along { bands != nil } else { true }
    }

    private func take(
        _ parts: ArraySlice<ValueItem.Field>, at x: Double, from item: ValueItem, _ place: Int,
        _ index: Int, _ series: inout Series
    ) throws(NativeError) {
        var parts = parts
        func number(_ field: ValueItem.Field?) throws(NativeError) -> Double {
            switch field {
            case .number(let number): return number
            case .gap: return .nan
            default: throw wrong(item, place, index)
            }
        }
        series.xs.append(x)
        series.ys.append(try number(parts.popFirst()))
        switch drafts[index].kind.fields {
        case .sized:
            series.others.append(parts.isEmpty ? 1 : try number(parts.popFirst()))
        case .interval: series.others.append(try number(parts.popFirst()))
        case .words:
            if case .word(let words)? = parts.popFirst() {
                series.words.append(words)
            } else {
                series.words.append("")
            }
        case .value, .samples, .places, .parts: break
        }
        guard parts.isEmpty else { throw wrong(item, place, index) }
    }

    private func wrong(_ item: ValueItem, _ place: Int, _ index: Int) -> NativeError {
        let value = drafts[index].value
        let texts = value.items
        let (found, offset) = place < texts.count ? texts[place] : (value.text, 0)
        let wanted: NativeError.Wanted =
            switch drafts[index].kind.fields {
            case .interval: .fields("low:high or x:low:high")
            case .sized: .fields("x:y:size")
            case .words: .fields("x:y or x:y:text")
            case .value, .samples, .places, .parts: .data
            }
        return value.wrong(wanted, at: offset, found: found.trimmed)
    }

    /// The values of level and upright lines: numbers, and dates or names along x.
    private func placeRules(_ series: inout Series, _ index: Int) throws(NativeError) {
        let isUpright = drafts[index].word == "vline"
        let items: [ValueItem]
        switch values[index] {
        case .numbers(let numbers):
            if isUpright {
                series.xs = numbers.map { bands?.place(of: $0) ?? $0 }
            } else {
                series.ys = numbers
            }
            return
        case .items(let found): items = found
        case .formula: return
        }
        for (place, item) in items.enumerated() {
            guard let field = item.fields.first, item.fields.count == 1 else {
                throw wrong(item, place, index)
            }
            if isUpright {
                guard let x = self.place(of: field) else { throw wrong(item, place, index) }
                series.xs.append(x)
            } else {
                guard case .number(let y) = field else { throw wrong(item, place, index) }
                series.ys.append(y)
            }
        }
    }

    /// Histograms on one axis share their intervals, so that they can be compared.
    private func shareBins(_ series: inout [Series]) {
        let indices = series.indices.filter { series[$0].draft.kind.names.contains("hist") }
        guard !indices.isEmpty else { return }
        let all = indices.flatMap { series[$0].ys }
        let bins = indices.compactMap { series[$0].settings.bins }.last
        let edges: [Double]
        switch bins {
        case .edges(let given): edges = given
        case .count(let count): edges = Bins.edges(for: all, about: count)
        case nil: edges = Bins.edges(for: all, about: nil)
        }
        for index in indices {
            series[index].edges = edges
            series[index].column.of = indices.count
        }
    }

    private func spreadErrors(_ series: inout [Series]) {
        for index in series.indices {
            switch series[index].settings.errors {
            case .distances(let spread): series[index].errors = spread
            case .share(let share):
                let distances = series[index].ys.map { abs($0) * share }
                series[index].errors = Spread(below: distances, above: distances)
            case nil: break
            }
        }
    }

    /// Moves bands, and what stands on them, into the order that `sort=` asks for: that of the first
    /// mark with a value for each.
    private mutating func sortBands(_ series: inout [Series]) {
        guard let names = bands?.names, let leading = series.first(where: { $0.draft.kind.stacks })
        else {
            return
        }
        var values = names.map { _ in Double.nan }
        for (x, y) in zip(leading.xs, leading.ys) where x >= 0 && x < Double(values.count) {
            values[x.whole(upTo: values.count - 1)] = y
        }
        guard let order = order(of: values, names: names) else { return }
        bands = Bands(order.map { names[$0] })
        var places = order.map { _ in 0.0 }
        for (place, index) in order.enumerated() { places[index] = Double(place) }
        for index in series.indices {
            series[index].xs = series[index].xs.map { x in
                x >= 0 && x < Double(places.count) ? places[x.whole(upTo: places.count - 1)] : x
            }
        }
    }
}

extension MarkKind.Fields {
    /// How many numbers an item holds besides its place.
    fileprivate var count: Int {
        switch self {
        case .value, .samples, .places, .parts, .words: 1
        case .sized, .interval: 2
        }
    }
}

extension Values {
    /// How many places along x it takes to hold the values that bring none of their own.
    fileprivate var countOfUnplaced: Int {
        switch self {
        case .numbers(let numbers): numbers.count
        case .items(let items):
            isPaired
                ? items.lastIndex { $0.fields.count == 1 && $0.fields != [.gap] }.map { $0 + 1 }
                    ?? 0
                : items.count
        case .formula: 0
        }
    }

    /// Whether the items bring their own places along x.
    fileprivate var isPaired: Bool {
        if case .items(let items) = self { items.contains { $0.fields.count > 1 } } else { false }
    }

    /// Whether any pair begins with such a field.
    fileprivate func leads(with test: (ValueItem.Field) -> Bool) -> Bool {
        guard case .items(let items) = self else { return false }
        return items.contains { item in item.fields.count > 1 && item.fields.first.map(test) == true
        }
    }
}

extension [Double] {
    /// Whether the values rise by the same step.
    fileprivate var areEven: Bool {
        guard count > 1, let first, let last, last > first else { return count == 1 }
        let step = (last - first) / Double(count - 1)
        return enumerated().allSatisfy { abs($1 - first - step * Double($0)) <= step * 1e-6 }
    }
}
