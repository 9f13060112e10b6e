import CLibc

/// Round numbers for an axis that is linear around zero and logarithmic beyond.
package struct SymlogTicks: Sendable, Equatable {
    /// Zero and powers of ten of both signs, ascending, about `count` of them; round numbers where
    /// fewer than two of those lie inside.
    package let values: [Double]

    package init(for scale: Scale, about count: Int) {
        let domain = scale.domain
        let reach = max(abs(domain.lowerBound), abs(domain.upperBound))
        guard reach > 0, reach.isFinite else {
            values = [0]
            return
        }
        let least = Int(log10(scale.linearReach).rounded())
        let most = Int(log10(reach).rounded(.down))
        guard most >= least else {
            values = LinearTicks(in: domain, about: count).values
            return
        }
        let sides = domain.lowerBound < 0 && domain.upperBound > 0 ? 2 : 1
        let wanted = max(1, count / sides)
        let stride = max(1, (most - least + wanted) / wanted)
        var powers: [Double] = []
        // From the largest power down, so that the ends of the axis are named.
        var exponent = most
        while exponent >= least {
            powers.append(pow(10, Double(exponent)))
            exponent -= stride
        }
        let all = powers.map { -$0 } + [0] + powers.reversed()
        let inside = all.filter { domain.contains($0) }
        // Away from zero powers of ten are far apart: equal steps say more.
        values = inside.count > 1 ? inside : LinearTicks(in: domain, about: count).values
    }
}
