/// Magnitudes that only number formats write.
extension Double {
    /// Rounded to so many significant digits, and never with an exponent.
    func roundedMagnitude(_ digits: Int) -> [UInt8] {
        guard isFinite else { return shortestMagnitude }
        var decimal = DecimalDigits(exact: self)
        decimal.round(toCount: digits)
        return decimal.positional(places: max(0, digits - 1 - decimal.exponent))
    }

    /// Rounded to a whole number, and never with an exponent.
    var wholeMagnitude: [UInt8] {
        guard isFinite else { return shortestMagnitude }
        return DecimalDigits(shortest: roundedHalfUp).positional(places: 0)
    }

    /// The digits of the nearest whole number in base 2, 8 or 16, which have this many bits each.
    func digits(bitsEach size: Int, uppercase: Bool = false) -> [UInt8] {
        guard isFinite else { return shortestMagnitude }
        let rounded = roundedHalfUp
        guard rounded >= 1 else { return [UInt8(ascii: "0")] }
        let mantissa = rounded.significandBitPattern | 1 << 52
        let shift = Int(rounded.exponent) - 52
        let letters = uppercase ? UInt8(ascii: "A") : UInt8(ascii: "a")
        return (0...Int(rounded.exponent) / size).reversed().map { place in
            // Where the place lies below the mantissa's last bit, its lower bits are zero.
            let lowest = place * size - shift
            let window = lowest >= 0 ? mantissa >> UInt64(lowest) : mantissa << UInt64(-lowest)
            let digit = UInt8(truncatingIfNeeded: window & (1 << UInt64(size) - 1))
            return digit < 10 ? UInt8(ascii: "0") + digit : letters + digit - 10
        }
    }

    /// As JavaScript's `Math.round` does for what is not negative.
    private var roundedHalfUp: Double { magnitude.rounded(.toNearestOrAwayFromZero) }
}
