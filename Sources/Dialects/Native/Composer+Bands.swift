import Figures
import Notation
import Scenes

/// What lies along x: names, times or numbers.
extension Composer {
    /// Decides whether names, times or numbers lie along x.
    mutating func chooseBands() throws(NativeError) {
        if case .times = along { isTime = true }
        if case .range(_, _, true) = along { isTime = true }
        bands = along.names.map { Bands($0) }
        let words = pairNames
        let hasDates = values.contains {
            if case .columns(let columns) = $0 { return columns.areTimes }
            return $0.leads { if case .date = $0 { true } else { false } }
        }
        if !words.isEmpty || bands != nil {
            bands = bands ?? Bands()
            for word in words { bands?.include(word) }
            isTime = false
            return growBands()
        }
        if hasDates { isTime = true }
        if chart.xAxis.kind == .time { isTime = true }
        let wanting = drafts.indices.filter { drafts[$0].kind.traits.contains(.onBands) }
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
            guard numbers.count <= 60, numbers.areEven, let first = numbers.first else { return }
            let step = numbers.count > 1 ? numbers[1] - first : 1
            let written = chart.columnAlong == nil ? chart.x?.list : nil
            bands = Bands(written ?? numbers.map { $0.decimalText }, first: first, step: step)
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
        let boxes = drafts.filter { $0.kind.traits.contains(.ownBand) }
        guard !boxes.isEmpty else { return nil }
        return boxes.enumerated().map { $1.settings.name ?? "\($0 + 1)" }
    }

    /// Moves bands, and what stands on them, into the order that `sort=` asks for: that of the first
    /// mark with a value for each.
    mutating func sortBands(_ series: inout [Series]) throws(NativeError) {
        guard let names = bands?.names,
            let leading = series.first(where: {
                !$0.draft.kind.traits.isDisjoint(with: [.stacked, .stackedByName])
            })
        else {
            if chart.sort != nil { throw .noUse(key: "sort", .names) }
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
        case .columns(let columns): columns.xs.isEmpty ? columns.ys.count : 0
        case .formula: 0
        }
    }

    /// Whether the items bring their own places along x.
    fileprivate var isPaired: Bool {
        switch self {
        case .items(let items): items.contains { $0.fields.count > 1 }
        case .columns(let columns): !columns.xs.isEmpty
        case .numbers, .formula: false
        }
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
