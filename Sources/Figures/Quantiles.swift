import Scenes

/// Quantiles by linear interpolation between the values (Hyndman and Fan, 1996, type 7).
package enum Quantiles {
    /// The value below which the part `fraction` (0...1) of `sorted` lies; not a number for none.
    package static func of(_ sorted: [Double], at fraction: Double) -> Double {
        guard let last = sorted.indices.last else { return .nan }
        let place = fraction * Double(last)
        let below = place.whole(upTo: last)
        let above = min(below + 1, last)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
}
