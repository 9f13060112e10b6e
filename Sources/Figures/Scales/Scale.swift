import CLibc

/// Carries values of `domain` to places of `range`.
///
/// A range may run backwards, as a y axis does. An empty domain lands in the middle, so that a
/// chart of one value is still a chart. What a scale has no place for, zero on a logarithmic one,
/// lands nowhere: its position is not a number.
package struct Scale: Sendable, Equatable {
    package enum Shape: UInt8, Sendable {
        case linear, logarithmic, symmetricLogarithmic
    }

    package let shape: Shape
    package let domain: ClosedRange<Double>
    package let start: Double
    package let end: Double
    /// Number of bands, where the values are their numbers; else 0.
    package let bands: Int
    private let unit: Double
    /// What linear values are multiplied by first: a power of two, so that nothing is lost.
    private let weight: Double
    /// The carried value that lies at `start`. Places count from it: counted from zero, those of a
    /// short domain far from zero would lose their last digits.
    private let origin: Double
    private let factor: Double

    package init(
        _ shape: Shape = .linear, domain: ClosedRange<Double>, from start: Double, to end: Double,
        bands: Int = 0
    ) {
        self.shape = shape
        self.domain = domain
        self.start = start
        self.end = end
        self.bands = bands
        unit = Self.unit(of: domain)
        weight = Self.weight(of: domain)
        origin = Self.carried(domain.lowerBound, shape, unit, weight)
        let span = Self.carried(domain.upperBound, shape, unit, weight) - origin
        factor = span > 0 ? (end - start) / span : 0
    }

    /// Keeps the span of any domain, and a picture's length divided by it, inside what a Double holds.
    private static func weight(of domain: ClosedRange<Double>) -> Double {
        let span = domain.upperBound - domain.lowerBound
        return span.isInfinite ? 0x1p-2 : span < 0x1p-900 ? 0x1p+200 : 1
    }

    /// The distance from zero up to which a symmetric logarithmic scale is linear: a thousandth of
    /// the domain, so that three decades a side are told apart.
    private static func unit(of domain: ClosedRange<Double>) -> Double {
        let reach = max(abs(domain.lowerBound), abs(domain.upperBound))
        guard reach > 0 else { return 1 }
        return reach <= 1000 && reach >= 10 ? 1 : pow(10, (log10(reach) - 3).rounded(.down))
    }

    private static func carried(
        _ value: Double, _ shape: Shape, _ unit: Double, _ weight: Double
    ) -> Double {
        switch shape {
        case .linear: value * weight
        case .logarithmic: value > 0 ? log10(value) : .nan
        case .symmetricLogarithmic:
            // d3's scaleSymlog: a logarithm that passes through zero.
            value < 0 ? -log1p(-value / unit) : log1p(value / unit)
        }
    }

    package func position(of value: Double) -> Double {
        // Without a span all lies in the middle, whatever its value.
        if factor == 0 { return value.isFinite ? (start + end) / 2 : .nan }
        if shape == .linear { return start + (value * weight - origin) * factor }
        return start + (Self.carried(value, shape, unit, weight) - origin) * factor
    }

    /// The value of `domain` nearest to `value`.
    package func nearest(to value: Double) -> Double {
        min(max(value, domain.lowerBound), domain.upperBound)
    }

    package var length: Double { abs(end - start) }
    package var isBanded: Bool { bands > 0 }
    package var bandWidth: Double { length / Double(max(bands, 1)) }
    /// Where symmetric logarithmic turns from linear.
    package var linearReach: Double { unit }
}
