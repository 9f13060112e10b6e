import Figures
import Notation

/// The values that an axis names, and what it writes beside each.
struct TickSet {
    struct Tick {
        var value: Double
        var label: String
        /// Written under the label where it changes: the year under a month, the day under an hour.
        var context = ""
    }

    let ticks: [Tick]
    /// Values with a line and no label.
    let minor: [Double]

    init(ticks: [Tick], minor: [Double] = []) {
        self.ticks = ticks
        self.minor = minor
    }

    /// About `count` ticks for `axis` over the domain of `scale`.
    init(of axis: Axis, over scale: Scale, about count: Int) {
        switch axis.ticks {
        case .none: self.init(ticks: [])
        case .at(let values):
            let shown = values.filter { scale.domain.contains($0) }.sorted()
            self.init(labelling: shown, of: axis, step: Self.leastStep(of: shown))
        case .about(let wanted): self.init(automatic: axis, scale, wanted)
        case .automatic: self.init(automatic: axis, scale, count)
        }
    }

    private init(automatic axis: Axis, _ scale: Scale, _ count: Int) {
        switch axis.kind {
        case .linear:
            let ticks = LinearTicks(
                in: scale.domain, about: count, isWhole: axis.isWhole || axis.hasWholeValues)
            self.init(labelling: ticks.values, of: axis, step: ticks.step)
        case .logarithmic:
            let ticks = LogTicks(in: scale.domain, about: count)
            self.init(labelling: ticks.values, of: axis, step: nil, minor: ticks.minor)
        case .symmetricLogarithmic:
            let ticks = SymlogTicks(for: scale, about: count)
            self.init(labelling: ticks.values, of: axis, step: nil)
        case .time(let zone):
            let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
            var step = CalendarStep.fitting(about: count, from: low, through: high)
            var values = step.ticks(from: low, through: high, in: zone, limit: 500)
            if let finest = axis.finestUnit, step.unit < finest {
                let coarse = CalendarStep(finest)
                let coarser = coarse.ticks(from: low, through: high, in: zone, limit: 500)
                // The author may have fixed ends between which no such unit begins.
                if !coarser.isEmpty { (step, values) = (coarse, coarser) }
            }
            if step.unit == .week, values.count > count + count / 2 {
                // Between a week and a month there is nothing rounder than two weeks.
                step = CalendarStep(.week, 2)
                values = step.ticks(from: low, through: high, in: zone, limit: 500)
            }
            self.init(times: values, step, of: axis, in: zone)
        case .bands(let names):
            self.init(ticks: names.enumerated().map { Tick(value: Double($0), label: $1) })
        }
    }

    /// Writes `values` as numbers. Without a common step each number is written for itself.
    private init(labelling values: [Double], of axis: Axis, step: Double?, minor: [Double] = []) {
        let most = values.reduce(0) { max($0, abs($1)) }
        let ticks = values.map { value in
            let label =
                switch axis.format {
                case .number(let format): format.format(value)
                case .time(let format): format.format(value, in: axis.zone ?? .utc)
                case .automatic:
                    step.map {
                        NumberLabels(step: $0, most: most, areGrouped: axis.roundsEnds).text(value)
                    } ?? NumberLabels.short(value, most: most)
                }
            return Tick(value: value, label: label)
        }
        self.init(ticks: ticks, minor: minor)
    }

    private init(times values: [Double], _ step: CalendarStep, of axis: Axis, in zone: Zone) {
        switch axis.format {
        case .time(let format):
            self.init(ticks: values.map { Tick(value: $0, label: format.format($0, in: zone)) })
        case .number(let format):
            self.init(ticks: values.map { Tick(value: $0, label: format.format($0)) })
        case .automatic:
            let labels = TimeLabels(step: step, zone: zone, isClock: axis.isClock)
            var last = ""
            self.init(
                ticks: values.map { value in
                    let context = labels.context(of: value)
                    defer { last = context }
                    return Tick(
                        value: value, label: labels.label(of: value),
                        context: context == last ? "" : context)
                })
        }
    }

    private static func leastStep(of sorted: [Double]) -> Double {
        var least = Double.infinity
        for (a, b) in zip(sorted, sorted.dropFirst()) where b > a { least = min(least, b - a) }
        return least.isFinite ? least : 0
    }
}
