/// A whole number of any size, held ready for writing in decimal.
struct LargeInteger {
    /// Nine decimal digits each, the lowest first.
    private var limbs: [UInt64] = []

    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        var rest = value
        while rest > 0 {
            limbs.append(rest % Self.base)
            rest /= Self.base
        }
    }

    /// Multiplies by `factor ^ power`, for a small factor.
    mutating func multiply(by factor: UInt64, power: Int) {
        var product: UInt64 = 1
        for _ in 0..<power {
            product *= factor
            // A limb is less than 2^30, so its product with less than 2^31 cannot overflow.
            guard product >= 1 << 28 else { continue }
            multiply(by: product)
            product = 1
        }
        multiply(by: product)
    }

    private mutating func multiply(by factor: UInt64) {
        guard factor != 1 else { return }
        var carry: UInt64 = 0
        for i in limbs.indices {
            let (quotient, remainder) = (limbs[i] * factor + carry).quotientAndRemainder(
                dividingBy: Self.base)
            limbs[i] = remainder
            carry = quotient
        }
        while carry > 0 {
            limbs.append(carry % Self.base)
            carry /= Self.base
        }
    }

    /// The digits as values 0...9, the highest first; leading zeros are possible.
    var decimalDigits: [UInt8] {
        var digits = [UInt8](repeating: 0, count: limbs.count * 9)
        var place = digits.count
        for limb in limbs {
            var rest = limb
            for _ in 0..<9 {
                place -= 1
                digits[place] = UInt8(rest % 10)
                rest /= 10
            }
        }
        return digits
    }
}
