import CLibc
import Scenes

/// Round numbers for an axis of equal ratios.
package struct LogTicks: Sendable, Equatable {
    /// What gets a label: powers of ten, every second or third of them where there are many, and
    /// 2 and 5 between them where there are few.
    package let values: [Double]
    /// 1 to 9 in each decade, for lines without labels; none where decades are crowded.
    package let minor: [Double]

    /// `domain` has to lie above zero.
    package init(in domain: ClosedRange<Double>, about count: Int) {
        let low = log10(domain.lowerBound)
        let high = log10(domain.upperBound)
        let decades = high - low
        guard decades > 0, decades.isFinite, count > 0 else {
            values = [domain.lowerBound]
            minor = []
            return
        }
        let exponents = Int(low.rounded(.down))...Int(high.rounded(.up))
        if decades < 1 {
            // Less than a decade: equal steps say more than powers.
            values = LinearTicks(in: domain, about: count).values
            minor = []
            return
        }
        let stride = max(1, (decades / Double(count)).rounded(.up).whole(upTo: 1000))
        let digits: [Double] =
            decades * 3 <= Double(count) ? [1, 2, 5] : decades * 2 <= Double(count) ? [1, 3] : [1]
        var values: [Double] = []
        var minor: [Double] = []
        for exponent in exponents {
            let power = pow(10, Double(exponent))
            for digit in 1...9 {
                let value = power * Double(digit)
                guard value.isFinite, Self.holds(domain, value) else { continue }
                if digits.contains(Double(digit)), exponent % stride == 0 {
                    values.append(value)
                } else if stride == 1, decades <= 4 {
                    minor.append(value)
                }
            }
        }
        if values.isEmpty {
            // Every second power or fewer may all lie outside; of all powers one lies inside.
            values = [pow(10, (low - 1e-9).rounded(.up))]
        }
        self.values = values
        self.minor = minor
    }

    private static func holds(_ domain: ClosedRange<Double>, _ value: Double) -> Bool {
        value >= domain.lowerBound * (1 - 1e-12) && value <= domain.upperBound * (1 + 1e-12)
    }

    /// `domain` widened to 1, 2 or 5 times a power of ten; to any digit times one where it is short.
    package static func widened(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
        // Judged by what it would become: judged by itself, it could be short before and not after.
        let short = widened(domain, to: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        let isShort = short.upperBound / short.lowerBound < 20.5
        return isShort ? short : widened(domain, to: [1, 2, 5, 10])
    }

    private static func widened(
        _ domain: ClosedRange<Double>, to steps: [Double]
    ) -> ClosedRange<Double> {
        let lower = rounded(domain.lowerBound, to: steps, up: false)
        let upper = rounded(domain.upperBound, to: steps, up: true)
        return min(lower, domain.lowerBound)...max(upper, domain.upperBound)
    }

    private static func rounded(_ value: Double, to steps: [Double], up: Bool) -> Double {
        let power = pow(10, log10(value).rounded(.down))
        guard power > 0, power.isFinite else { return value }
        let rest = value / power
        let step = up ? steps.first { $0 >= rest - 1e-9 } : steps.last { $0 <= rest + 1e-9 }
        let result = (step ?? rest) * power
        return result > 0 && result.isFinite ? result : value
    }
}
