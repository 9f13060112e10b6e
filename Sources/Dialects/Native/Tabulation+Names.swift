import Figures
import Tables

/// What the series and the axes of a chart of columns are called.
extension Tabulation {
    /// Names each series that has no name of its own: by its group, or by its column where there are
    /// several.
    func named(_ series: [[Tabulated]]) -> [Draft] {
        let all = series.flatMap { $0 }
        let explained = all.filter { $0.draft.isExplained }.count
        let grouped = series.filter { $0.contains { $0.group != nil } }.count
        return all.map { one in
            var draft = one.draft
            guard draft.columns != nil else { return draft }
            let own = draft.settings.name
            if let group = one.group {
                let isOneOfMany = grouped > 1 || own != nil
                draft.settings.name = isOneOfMany ? "\(own ?? one.header) – \(group)" : group
            } else if own == nil, draft.isExplained, explained > 1 || draft.isOnOwnBand {
                draft.settings.name = one.header
            }
            return draft
        }
    }

    /// Titles the axes by the columns along them, where the query does not. In a table their values are
    /// called so whatever the title.
    mutating func entitle(_ plans: [SheetPlan]) {
        if names.areNumbers || given.contains(where: { $0.kind.traits.contains(.bare) }) { return }
        let (places, values): (ChartSettings.AxisName, ChartSettings.AxisName) =
            chart.isHorizontal ? (.y, .x) : (.x, .y)
        let headers = placeHeaders(plans)
        name(places, by: headers)
        // Dates along an axis speak for themselves.
        if self.headers.times == nil { entitle(places, by: headers) }
        for (axis, isOnRight) in [(values, false), (.right, true)]
        where !hasWrittenValues(onRight: isOnRight) {
            name(axis, by: valueHeaders(plans, onRight: isOnRight))
        }
        entitle(values, by: valueHeaders(plans, onRight: false))
        entitle(.right, by: valueHeaders(plans, onRight: true))
    }

    /// Whether an unnamed series may be one whose values stand in the query.
    private func hasWrittenValues(onRight: Bool) -> Bool {
        zip(given, shown).contains { draft, columns in
            columns == nil && draft.settings.isOnRight == onRight
                && ![.places, .words].contains(draft.kind.fields)
        }
    }

    private mutating func name(_ axis: ChartSettings.AxisName, by headers: [String]) {
        guard let header = headers.first, headers.allSatisfy({ $0 == header }) else { return }
        chart[axis].valueName = header
    }

    /// A title that stands for all columns, or none.
    private mutating func entitle(_ axis: ChartSettings.AxisName, by headers: [String]) {
        let key =
            switch axis {
            case .x: "xlabel"
            case .y: "ylabel"
            case .right: "y2label"
            }
        guard let header = headers.first, headers.allSatisfy({ $0 == header }),
            !chart.given.contains(key)
        else { return }
        chart[axis].title = header
    }

    private func placeHeaders(_ plans: [SheetPlan]) -> [String] {
        var found: [String] = []
        for plan in plans {
            switch plan.role {
            case .placed(let x, _), .boxes(let x): found.append(x.header(names))
            case .samples:
                for mark in plan.marks {
                    let draft = given[mark.draft]
                    if draft.kind.traits.contains(.binned) {
                        found += mark.values.map { $0.expression.header(names) }
                    } else if let group = chart.data.group?.text.trimmed {
                        found.append(names.column(group).map { names.names[$0] } ?? group)
                    }
                }
            case .numbered, .parts, .rules: break
            }
        }
        return found
    }

    /// What the values are called; the interval around a line counts only where there is no line.
    private func valueHeaders(_ plans: [SheetPlan], onRight: Bool) -> [String] {
        var (values, intervals): ([String], [String]) = ([], [])
        for plan in plans where plan.role != .rules {
            for mark in plan.marks {
                let draft = given[mark.draft]
                guard draft.settings.isOnRight == onRight, draft.kind.fields != .words,
                    !draft.kind.traits.contains(.binned)
                else { continue }
                let headers = mark.values.map { header(of: $0.expression, plan) }
                if draft.kind.fields == .interval {
                    intervals.append(headers.joined(separator: " – "))
                } else {
                    values.append(headers[0])
                }
            }
        }
        return values.isEmpty ? intervals : values
    }

    private func header(of expression: ColumnExpression, _ plan: SheetPlan) -> String {
        let header = expression.header(names)
        guard plan.areSummable, let aggregate else {
            return header
        }
        if expression == .rows { return "Count" }
        switch aggregate {
        case .sum: return "Sum of \(header)"
        case .mean: return "Mean of \(header)"
        case .median: return "Median of \(header)"
        case .min: return "Least \(header)"
        case .max: return "Greatest \(header)"
        case .count: return "Count of \(header)"
        case .first: return header
        }
    }
}

extension Draft {
    /// Whether a legend, an axis or a title calls the series by its name.
    fileprivate var isExplained: Bool {
        kind.fields == .parts || kind.traits.contains(.colored)
    }

    fileprivate var isOnOwnBand: Bool { kind.traits.contains(.ownBand) }
}
