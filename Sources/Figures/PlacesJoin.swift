import Notation
import Tables

/// Marks along one axis brought into common rows, in the order of the axis.
struct PlacesJoin {
    private(set) var blocks: [RowBlock] = []

    /// Marks with the very same places.
    private struct Group {
        var xs: [Double]
        var columns: [Table.Column]
        var runs: Bool
    }

    init(of marks: [PlacedMark], along axis: Axis) {
        var groups: [Group] = []
        for mark in marks {
            if let index = groups.firstIndex(where: { $0.xs == mark.xs }) {
                groups[index].columns += mark.columns
                groups[index].runs = groups[index].runs || mark.runs
            } else {
                groups.append(Group(xs: mark.xs, columns: mark.columns, runs: mark.runs))
            }
        }
        // To and fro: sorted, it would be another line.
        let wandering = groups.filter { $0.runs && !$0.xs.areAscending && !$0.xs.areDescending }
        let others = groups.filter { !$0.runs || $0.xs.areAscending || $0.xs.areDescending }
        if !others.isEmpty { blocks.append(Self.joined(others, along: axis)) }
        for group in wandering { blocks.append(Self.plain(group, along: axis)) }
    }

    /// A group as it is.
    private static func plain(_ group: Group, along axis: Axis) -> RowBlock {
        RowBlock(
            count: group.xs.count, keys: [axis.column(of: group.xs)],
            columns: group.columns.map { RowBlock.Column($0) })
    }

    /// A row for each place of any group, as many times as the group has it that has it most often.
    private static func joined(_ groups: [Group], along axis: Axis) -> RowBlock {
        let bands: [Double]? =
            if case .bands(let names) = axis.kind { names.indices.map(Double.init) } else { nil }
        if groups.count == 1, groups[0].xs.areAscending, bands == nil || groups[0].xs == bands {
            return plain(groups[0], along: axis)
        }
        let orders = groups.map { $0.xs.ascendingOrder }
        var lists = zip(groups, orders).map { group, order in order.map { group.xs[$0] } }
        let sorted = lists
        if let bands { lists.append(bands) }
        while lists.count > 1 {
            lists = stride(from: 0, to: lists.count, by: 2).map { index in
                index + 1 < lists.count
                    ? union(lists[index], lists[index + 1]) : lists[index]
            }
        }
        let keys = lists.first ?? []
        var columns: [RowBlock.Column] = []
        for (index, group) in groups.enumerated() {
            let rows = places(of: sorted[index], in: keys)
            // From the order of the values to that of the rows.
            var target = group.xs.map { _ in -1 }
            for (place, value) in orders[index].enumerated() { target[value] = rows[place] }
            columns += group.columns.map { RowBlock.Column($0, rows: target) }
        }
        return RowBlock(count: keys.count, keys: [axis.column(of: keys)], columns: columns)
    }

    /// Two ascending lists in one; what both have is taken once.
    private static func union(_ a: [Double], _ b: [Double]) -> [Double] {
        var result: [Double] = []
        result.reserveCapacity(max(a.count, b.count))
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if j == b.count || (i < a.count && a[i] < b[j]) {
                result.append(a[i])
                i += 1
            } else if i == a.count || b[j] < a[i] {
                result.append(b[j])
                j += 1
            } else {
                result.append(a[i])
                i += 1
                j += 1
            }
        }
        return result
    }

    /// The row of each of `values`, all of which are among `keys`; both are ascending.
    private static func places(of values: [Double], in keys: [Double]) -> [Int] {
        var row = 0
        return values.map { value in
            while row < keys.count - 1, keys[row] < value { row += 1 }
            defer { row += 1 }
            return row
        }
    }
}

extension Axis {
    /// As a data set would have them: `08:00`, all of them as finely as the finest.
    private func clockTexts(of values: [Double], in zone: Zone) -> [String] {
        var grain = TimeGrain.minute
        for value in values { grain.include(value, in: zone) }
        let format = grain.clockFormat
        return values.map { $0.isFinite ? format?.format($0, in: zone) ?? "" : "" }
    }

    /// The column of these of its values.
    fileprivate func column(of values: [Double]) -> Table.Values {
        switch kind {
        case .linear, .logarithmic, .symmetricLogarithmic: .numbers(values)
        case .time(let zone):
            isClock ? .words(of: clockTexts(of: values, in: zone)) : .times(values)
        case .bands(let names):
            .words(
                of: values.map { value in
                    let place = value.rounded()
                    guard place == value, place >= 0, place < Double(names.count) else {
                        // Between two bands, where only a number can lie.
                        return value.isFinite ? (value + 1).decimalText : ""
                    }
                    return names[Int(place)]
                })
        }
    }
}

extension [Double] {
    /// Whether none is less than one before it. What is no number has no place.
    fileprivate var areAscending: Bool {
        var last = -Double.infinity
        for value in self where value.isFinite {
            if value < last { return false }
            last = value
        }
        return true
    }

    fileprivate var areDescending: Bool {
        var last = Double.infinity
        for value in self where value.isFinite {
            if value > last { return false }
            last = value
        }
        return true
    }

    /// The indices of the numbers among the values, from the least to the greatest.
    fileprivate var ascendingOrder: [Int] {
        let finite = indices.filter { self[$0].isFinite }
        return areAscending ? finite : finite.sorted { (self[$0], $0) < (self[$1], $1) }
    }
}
