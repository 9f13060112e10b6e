import CLibc
import Figures
import Notation

/// From what an axis has to show to where it begins and ends.
struct Domain {
    let axis: Axis
    let extent: Extent
    /// How long the axis is drawn, in points: padding is given in these.
    let length: Double
    /// About how many ticks it will have: what its ends are rounded to.
    let count: Int

    var range: ClosedRange<Double> {
        let (low, high) =
            switch axis.kind {
            case .linear: linear
            case .logarithmic: logarithmic
            case .symmetricLogarithmic: symmetric
            case .time: time
            case .bands(let names): (-0.5, Double(max(names.count, 1)) - 0.5)
            }
        let lower = axis.lower ?? low
        let upper = axis.upper ?? high
        if lower < upper { return lower...upper }
        // One end is fixed, and beyond all values.
        if axis.lower != nil, axis.upper == nil { return lower...(lower + max(abs(lower), 1)) }
        if axis.upper != nil, axis.lower == nil {
            return axis.isLogarithmic ? upper / 10...upper : (upper - max(abs(upper), 1))...upper
        }
        return min(lower, upper)...max(lower, upper)
    }

    private var linear: (Double, Double) {
        guard !extent.isEmpty else { return (0, 1) }
        var (low, high) = (extent.low, extent.high)
        if extent.standsOnZero || (axis.roundsEnds && !extent.isTight) {
            // An axis that nearly reaches zero shows it; what stands on zero must.
            if low > 0, extent.standsOnZero || low <= high * 0.25 { low = 0 }
            if high < 0, extent.standsOnZero || high >= low * 0.25 { high = 0 }
        }
        if low == high { return single(low) }
        (low, high) = padded(low, high)
        guard axis.roundsEnds, !extent.isTight else { return (low, high) }
        let rounded = LinearTicks.widened(low...high, about: count)
        return trimmed(rounded, to: low...high)
    }

    /// `rounded`, less what it leaves empty beyond `values`: where the next round number lies far off,
    /// the axis ends a little beyond the last value instead, and the last tick lies within.
    private func trimmed(
        _ rounded: ClosedRange<Double>, to values: ClosedRange<Double>
    ) -> (Double, Double) {
        let span = values.upperBound - values.lowerBound
        guard span.isFinite else { return (rounded.lowerBound, rounded.upperBound) }
        let (far, near) = (span * 0.08, span * 0.04)
        let isLow = values.lowerBound != 0 && values.lowerBound - rounded.lowerBound > far
        let isHigh = values.upperBound != 0 && rounded.upperBound - values.upperBound > far
        return (
            isLow ? values.lowerBound - near : rounded.lowerBound,
            isHigh ? values.upperBound + near : rounded.upperBound
        )
    }

    /// Room around one value: from zero to its double where values are rounded, else a little on
    /// both sides.
    private func single(_ value: Double) -> (Double, Double) {
        guard axis.roundsEnds else {
            let reach = max(0.5, abs(value) * 1e-3)
            return (value - reach, value + reach)
        }
        if value == 0 { return (0, 1) }
        let range = LinearTicks.widened(min(0, 2 * value)...max(0, 2 * value), about: count)
        return (range.lowerBound, range.upperBound)
    }

    /// Room for markers on the edge; not beyond zero, where what stands on it begins.
    private func padded(_ low: Double, _ high: Double) -> (Double, Double) {
        // In a small picture the values keep at least half of the axis.
        let padding = min(extent.padding, length / 4)
        guard padding > 0 else { return (low, high) }
        let room = (high / 2 - low / 2) * (2 * padding / (length - 2 * padding))
        guard (high + room).isFinite, (low - room).isFinite else { return (low, high) }
        // An axis that begins at zero goes on doing so, unless a large marker would lie over its labels.
        let beneath = low == 0 && extent.low > 0 ? room - extent.low : room
        let isLarge = beneath / (high - low) * length > 10
        let holdsLow =
            axis.roundsEnds && low >= 0 && (extent.standsOnZero || (low == 0 && !isLarge))
        let holdsHigh = high <= 0 && extent.standsOnZero
        return (holdsLow ? low : low - room, holdsHigh ? high : high + room)
    }

    private var logarithmic: (Double, Double) {
        // No value has a place on such an axis: it is shown empty, not refused.
        guard extent.leastPositive <= extent.high, extent.high > 0 else { return (1, 10) }
        var (low, high) = (extent.leastPositive, extent.high)
        if low == high { (low, high) = (low / 10, high * 10) }
        let padding = min(extent.padding, length / 4)
        if padding > 0 {
            // Padding is room in points, so on this axis it is a ratio.
            let ratio = pow(high / low, padding / (length - 2 * padding))
            (low, high) = (max(low / ratio, 1e-307), min(high * ratio, 1e307))
        }
        // What grows from the end of the axis must have something to grow by.
        if extent.standsOnZero { low = max(low / 2, 1e-307) }
        let rounded = axis.roundsEnds ? LogTicks.widened(low...high) : low...high
        return (rounded.lowerBound, rounded.upperBound)
    }

    private var symmetric: (Double, Double) {
        guard !extent.isEmpty else { return (-1, 1) }
        var (low, high) = (min(extent.low, 0), max(extent.high, 0))
        if low == high { return (-1, 1) }
        if axis.roundsEnds {
            if high > 0 { high = LogTicks.widened(high / 10...high).upperBound }
            if low < 0 { low = -LogTicks.widened(-low / 10 ... -low).upperBound }
        }
        return (low, high)
    }

    private var time: (Double, Double) {
        guard !extent.isEmpty else { return (0, 86_400_000) }
        if extent.low == extent.high {
            return (extent.low - 43_200_000, extent.high + 43_200_000)
        }
        return padded(extent.low, extent.high)
    }
}

extension Axis {
    var isLogarithmic: Bool {
        if case .logarithmic = kind { true } else { false }
    }

    var bandNames: [String]? {
        if case .bands(let names) = kind { names } else { nil }
    }

    var zone: Zone? {
        if case .time(let zone) = kind { zone } else { nil }
    }

    var shape: Scale.Shape {
        switch kind {
        case .logarithmic: .logarithmic
        case .symmetricLogarithmic: .symmetricLogarithmic
        case .linear, .time, .bands: .linear
        }
    }
}
