import CLibc
import Figures

/// Formulas become values.
extension Composer {
    /// Evaluates each formula at the places that x= gives, or at many over its range.
    func sampleFormulas(_ series: inout [Series]) throws(NativeError) {
        let formulas = drafts.indices.filter { index in
            if case .formula = values[index] { true } else { false }
        }
        guard !formulas.isEmpty else { return }
        let domain = try domain(beside: series)
        for index in formulas {
            guard case .formula(let formula) = values[index] else { continue }
            if let places = bands?.names.indices {
                series[index].xs = places.map(Double.init)
                series[index].ys = formula.values(at: places.map { Double($0 + 1) })
                continue
            }
            switch along {
            // Beside the rows of a data set a formula is a curve of its own.
            case .numbers(let xs) where chart.columnAlong == nil,
                .times(let xs) where chart.columnAlong == nil:
                series[index].xs = xs
                series[index].ys = formula.values(at: xs)
            case .nothing, .names, .range, .numbers, .times:
                let isDiscrete = drafts[index].kind.traits.contains(.discrete)
                let curve = SampledFormula(
                    formula, over: domain, count: isDiscrete ? 41 : samples,
                    byRatio: chart.xAxis.kind == .logarithmic && domain.lowerBound > 0)
                series[index].xs = curve.xs
                series[index].ys = curve.ys
                series[index].isSampled = !isDiscrete
            }
        }
    }

    /// One value a point of the picture is more than the eye follows.
    private var samples: Int { Int(min(max(chart.width ?? 800, 200), 2000)) }

    /// Where formulas are drawn: the range of x, its limits, what other marks cover, or -10 to 10.
    private func domain(beside series: [Series]) throws(NativeError) -> ClosedRange<Double> {
        if case .range(let low, let high, _) = along { return min(low, high)...max(low, high) }
        var others = Extent()
        for one in series { for x in one.xs { others.include(x) } }
        let limits = try chart.xAxis.limits?.range(in: chart.zone)
        let low = limits?.lower ?? (others.low < others.high ? others.low : nil)
        let high = limits?.upper ?? (others.low < others.high ? others.high : nil)
        switch (low, high) {
        case (let low?, let high?): return min(low, high)...max(low, high)
        case (let low?, nil): return low...(low + 20)
        case (nil, let high?): return (high - 20)...high
        case (nil, nil): return -10...10
        }
    }
}

/// A formula as a polyline: evaluated at equal steps, mended where a single place has no value, and
/// cut at poles.
struct SampledFormula {
    private(set) var xs: [Double]
    private(set) var ys: [Double]

    /// The places lie at equal steps or, `byRatio`, at equal ratios, as a logarithmic axis shows them.
    init(_ formula: Formula, over domain: ClosedRange<Double>, count: Int, byRatio: Bool = false) {
        let (low, high) = (domain.lowerBound, domain.upperBound)
        let last = max(count - 1, 1)
        xs = (0...last).map { index in
            let part = Double(index) / Double(last)
            if index == last { return high }
            return byRatio ? pow(low, 1 - part) * pow(high, part) : low + (high - low) * part
        }
        ys = formula.values(at: xs)
        mend(formula)
        cut(formula)
    }

    /// Where the formula has no value at one place but the same one on both sides of it, as sin(x)/x
    /// has at zero, that is its value.
    private mutating func mend(_ formula: Formula) {
        for index in ys.indices where !ys[index].isFinite {
            let neighbour = index > 0 ? index - 1 : min(1, xs.count - 1)
            let step = abs(xs[index] - xs[neighbour])
            let near = step * 1e-5
            let before = formula.value(at: xs[index] - near)
            let after = formula.value(at: xs[index] + near)
            let isSmooth = abs(before - after) <= 1e-3 * max(abs(before), abs(after), 1e-12)
            ys[index] = before.isFinite && after.isFinite && isSmooth ? (before + after) / 2 : .nan
        }
    }

    /// Between two places on different sides of zero the values of a pole grow as it is approached;
    /// those of a crossing shrink. A line through a pole would be a lie.
    private mutating func cut(_ formula: Formula) {
        var cutXs: [Double] = []
        var cutYs: [Double] = []
        for index in ys.indices {
            if index > 0, isPole(formula, index) {
                cutXs.append((xs[index - 1] + xs[index]) / 2)
                cutYs.append(.nan)
            }
            cutXs.append(xs[index])
            cutYs.append(ys[index])
        }
        (xs, ys) = (cutXs, cutYs)
    }

    private func isPole(_ formula: Formula, _ index: Int) -> Bool {
        var (a, b) = (xs[index - 1], xs[index])
        let (start, end) = (ys[index - 1], ys[index])
        guard start * end < 0 else { return false }
        var largest = max(abs(start), abs(end))
        let first = largest
        for _ in 0..<24 {
            let middle = (a + b) / 2
            let value = formula.value(at: middle)
            guard value.isFinite else { return true }
            largest = max(largest, abs(value))
            if value * start > 0 { a = middle } else { b = middle }
        }
        return largest > first * 100
    }
}
