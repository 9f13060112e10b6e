import CLibc

/// Round numbers for an axis of equal steps.
package struct LinearTicks: Sendable, Equatable {
    package let step: Double
    package let values: [Double]

    /// Multiples of 1, 2 or 5 times a power of ten inside `domain`, about `count` of them,
    /// ascending. A domain without a span has one tick, its value.
    package init(in domain: ClosedRange<Double>, about count: Int, isWhole: Bool = false) {
        let step = max(Self.step(of: domain, about: count), isWhole ? 1 : 0)
        self.step = step
        guard step > 0 else {
            values = [domain.lowerBound]
            return
        }
        let first = (domain.lowerBound / step - 1e-9).rounded(.up)
        let last = (domain.upperBound / step + 1e-9).rounded(.down)
        var values: [Double] = []
        // A quotient of whole numbers keeps 0.3 from becoming 0.30000000000000004.
        let inverse = (1 / step).rounded()
        var index = first
        while index <= last, values.count < 1000 {
            let value = step < 1 ? index / inverse : index * step
            // Where the step is lost in the value's last digit there is nothing more to tell apart.
            if let previous = values.last, value <= previous { break }
            values.append(value == 0 ? 0 : value)
            index += 1
        }
        self.values = values.isEmpty ? [domain.lowerBound] : values
    }

    /// The distance of round numbers that cut `domain` into about `count` parts; 0 where it has no
    /// span (d3-array, `tickIncrement`).
    package static func step(of domain: ClosedRange<Double>, about count: Int) -> Double {
        let parts = Double(max(count, 1))
        let rough = domain.upperBound / parts - domain.lowerBound / parts
        guard rough > 0, rough.isFinite else { return 0 }
        let power = pow(10, log10(rough).rounded(.down))
        guard power > 0 else { return 0 }
        let rest = rough / power
        // The square roots of 50, 10 and 2: half way, in proportion, between two round numbers.
        return power * (rest >= 7.0710678 ? 10 : rest >= 3.1622777 ? 5 : rest >= 1.4142136 ? 2 : 1)
    }

    /// `domain` widened to round numbers, so that its ends are ticks too.
    package static func widened(
        _ domain: ClosedRange<Double>, about count: Int
    ) -> ClosedRange<Double> {
        var domain = domain
        // In one part, what spans zero would grow tenfold each time.
        let count = max(count, 2)
        // A wider domain may want a larger step; d3 finds it stable after a few rounds.
        for _ in 0..<3 {
            let step = step(of: domain, about: count)
            guard step > 0 else { return domain }
            let low = (domain.lowerBound / step + 1e-9).rounded(.down) * step
            let high = (domain.upperBound / step - 1e-9).rounded(.up) * step
            guard low.isFinite, high.isFinite, low < high else { return domain }
            let next = min(low, domain.lowerBound)...max(high, domain.upperBound)
            if next == domain { break }
            domain = next
        }
        return domain
    }
}
