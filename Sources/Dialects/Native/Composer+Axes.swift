import Figures
import Notation

/// The axes of a chart, as its keys and its marks ask for them.
extension Composer {
    /// x, y, and the y axis on the right where a mark is drawn by it. On their side, bars turn the
    /// axes: x lies at the left then, its first band on top.
    func axes(for series: [Series]) throws(NativeError) -> [Axis] {
        let isTurned = chart.isHorizontal
        let bottom = chart.xAxis
        let left = chart.yAxis
        var x = Axis(isTurned ? .left : .bottom)
        x.kind = positionKind
        x.isReversed = isTurned
        var y = Axis(isTurned ? .bottom : .left)
        y.roundsEnds = true
        try apply(isTurned ? left : bottom, to: &x, isValues: false)
        try apply(isTurned ? bottom : left, to: &y, isValues: true)
        // A formula along a range is drawn from end to end of it.
        if case .range(let low, let high, _) = along, low > high, x.lower == nil, x.upper == nil {
            x.isReversed.toggle()
        }
        let isCloud = series.contains {
            $0.draft.kind.traits.contains(.cloud)
        }
        x.hasGrid = isCloud && bands == nil
        y.hasGrid = true
        switch chart.grid {
        case .automatic: break
        case .none: (x.hasGrid, y.hasGrid) = (false, false)
        case .both: (x.hasGrid, y.hasGrid) = (true, true)
        case .x: (x.hasGrid, y.hasGrid) = isTurned ? (false, true) : (true, false)
        case .y: (x.hasGrid, y.hasGrid) = isTurned ? (true, false) : (false, true)
        }
        cutPoles(series, &y)
        let isCounted = series.contains { $0.draft.kind.traits.contains(.binned) }
        if case .nothing = along, !hasFormulas, !hasPairs { x.isWhole = !isCounted }
        if !isCounted, hasWholePlaces(series, within: x) { x.hasWholeValues = true }
        if case .time(let zone) = x.kind {
            x.finestUnit = finestUnit(of: series, in: zone)
            x.isClock = areClock(series, in: zone)
        }
        y.isWhole = isCounted
        guard series.contains(where: { $0.settings.isOnRight }) else { return [x, y] }
        var right = Axis(isTurned ? .top : .right)
        right.roundsEnds = true
        try apply(chart.rightAxis, to: &right, isValues: true)
        if !series.contains(where: { !$0.settings.isOnRight }) { y.isVisible = false }
        return [x, y, right]
    }

    /// Whether the numbers that a list or columns give along x are whole, such as years.
    private func hasWholePlaces(_ series: [Series], within axis: Axis) -> Bool {
        guard case .linear = axis.kind else { return false }
        // In so short a part of the axis there may be no whole number.
        if let lower = axis.lower, let upper = axis.upper, upper - lower < 2 { return false }
        var isGiven = false
        if case .numbers(let numbers) = along {
            guard numbers.areWhole else { return false }
            isGiven = true
        }
        for (index, one) in series.enumerated() {
            switch values[index] {
            case .columns(let columns) where !columns.xs.isEmpty:
                guard columns.xs.areWhole else { return false }
                isGiven = true
            case .items(let items) where items.contains { $0.fields.count > 1 }:
                guard one.xs.areWhole else { return false }
                isGiven = true
            case .columns, .items, .numbers, .formula:
                if one.draft.kind.traits.contains(.upright), !one.xs.areWhole { return false }
            }
        }
        return isGiven
    }

    /// Whether all times along x lie on the day that a time such as 12:30 is read on, and not all at its
    /// midnight. What was measured on that day itself is rare enough.
    private func areClock(_ series: [Series], in zone: Zone) -> Bool {
        let start = zone.instant(of: CivilTime(year: 1970, month: 1, day: 1))
        let day = start..<zone.instant(of: CivilTime(year: 1970, month: 1, day: 2))
        var isBare = true
        for one in series {
            for time in one.xs where time.isFinite {
                guard day.contains(time) else { return false }
                if time != day.lowerBound { isBare = false }
            }
        }
        return !isBare
    }

    /// The unit below which no time along x has a part: days where all of them are midnights. Nil where
    /// some are finer, and where times were sampled.
    private func finestUnit(of series: [Series], in zone: Zone) -> CalendarStep.Unit? {
        var unit = CalendarStep.Unit.year
        var (first, last) = (Double.nan, Double.nan)
        var isSingle = true
        for one in series {
            if one.isSampled { return nil }
            for time in one.xs where time.isFinite && time != last {
                while CalendarStep(unit).floor(time, in: zone) != time {
                    switch unit {
                    case .year: unit = .month
                    case .month: unit = .day
                    default: return nil
                    }
                }
                if first.isNaN { first = time }
                if time != first { isSingle = false }
                last = time
            }
        }
        if first.isNaN { return nil }
        // One date alone is named as such, be it the first of a year.
        return isSingle ? .day : unit
    }

    private var hasFormulas: Bool {
        values.contains { if case .formula = $0 { true } else { false } }
    }

    /// Whether values bring places of their own along x.
    private var hasPairs: Bool {
        zip(drafts, values).contains { draft, value in
            switch value {
            case .items(let items):
                draft.kind.fields != .interval || items.contains { $0.fields.count > 2 }
            case .columns(let columns): !columns.xs.isEmpty
            case .numbers, .formula: false
            }
        }
    }

    /// What lies along x, as far as its values tell.
    private var positionKind: Axis.Kind {
        if let bands { return .bands(bands.names) }
        return isTime ? .time(chart.zone) : .linear
    }

    private func apply(
        _ settings: ChartSettings.AxisSettings, to axis: inout Axis, isValues: Bool
    ) throws(NativeError) {
        axis.title = settings.title
        axis.valueName = settings.valueName
        switch settings.kind {
        case .logarithmic where bands == nil || isValues: axis.kind = .logarithmic
        case .symmetricLogarithmic where bands == nil || isValues: axis.kind = .symmetricLogarithmic
        case .time where isValues: axis.kind = .time(chart.zone)
        case .linear, .bands, .time, .logarithmic, .symmetricLogarithmic, nil: break
        }
        if let limits = settings.limits {
            var floor: Double?
            if case .logarithmic = axis.kind { floor = 0 }
            let (lower, upper) = try limits.range(in: chart.zone, above: floor)
            if let bands, !isValues {
                // Dates and numbers far from all names would leave nothing to see.
                let reach = -1...Double(bands.names.count)
                for end in [lower, upper] {
                    if let end, !(reach ~= end) { throw limits.wrong(.placeAmongNames) }
                }
            }
            (axis.lower, axis.upper) = (lower, upper)
            if let lower, let upper, lower > upper {
                (axis.lower, axis.upper) = (upper, lower)
                axis.isReversed.toggle()
            } else if lower == upper, lower != nil {
                throw limits.wrong(.range)
            }
        }
        if let ticks = settings.ticks { axis.ticks = try self.ticks(ticks, on: axis) }
        if let format = settings.format { axis.format = try self.format(format, on: axis) }
    }

    private func ticks(_ value: KeyValue, on axis: Axis) throws(NativeError) -> Axis.Ticks {
        let text = value.text.trimmed
        if text == "none" || text == "0" { return .none }
        if let count = Double(decimal: text), count == count.rounded() {
            guard 1...200 ~= count else { throw value.wrong(.within(1, 200)) }
            return .about(Int(count))
        }
        let items = value.items
        try limits.check(ticks: items.count, of: value.key)
        var places: [Double] = []
        for item in items {
            places.append(
                try value.place(item.text, at: item.offset, in: chart.zone, else: .number))
        }
        return .at(places)
    }

    private func format(_ value: KeyValue, on axis: Axis) throws(NativeError) -> Axis.Format {
        if case .time = axis.kind {
            do { return .time(try TimeFormat(value.words)) } catch {
                throw value.wrong(.timeFormat, at: value.character(ofByte: error.offset))
            }
        }
        return .number(try value.numberFormat())
    }

    /// A formula with a pole reaches to infinity; what is worth seeing is the middle of its values.
    private func cutPoles(_ series: [Series], _ axis: inout Axis) {
        // A logarithmic axis shows any growth, and all of it.
        guard case .linear = axis.kind, axis.lower == nil, axis.upper == nil else { return }
        let formulas = drafts.indices.filter { index in
            if case .formula = values[index] {
                series[index].settings.isOnRight == false
            } else {
                false
            }
        }
        // Beside data the axis shows all of it, pole or not; rules and words take what there is.
        let others = drafts.indices.filter { !formulas.contains($0) }
        guard !formulas.isEmpty,
            others.allSatisfy({ [.places, .words].contains(drafts[$0].kind.fields) })
        else { return }
        let sorted = formulas.flatMap { series[$0].ys }.filter { $0.isFinite }.sorted()
        guard let low = sorted.first, let high = sorted.last else { return }
        let (inner, outer) = (Quantiles.of(sorted, at: 0.08), Quantiles.of(sorted, at: 0.92))
        let reach = outer - inner
        guard reach > 0, high - low > 20 * reach else { return }
        let rounded = LinearTicks.widened((inner - reach * 0.25)...(outer + reach * 0.25), about: 5)
        if low < rounded.lowerBound { axis.lower = rounded.lowerBound }
        if high > rounded.upperBound { axis.upper = rounded.upperBound }
    }
}

extension [Double] {
    /// Whether those that are numbers at all are whole ones.
    fileprivate var areWhole: Bool { allSatisfy { $0.isNaN || $0 == $0.rounded() } }
}
