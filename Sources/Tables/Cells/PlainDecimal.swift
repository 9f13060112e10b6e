/// A decimal number of the usual kind, `-12.375`, read in the one loop that looks for its end.
///
/// What is no such number is left to `CellNumber`.
struct PlainDecimal {
    var value: Double
    /// Digits after the point.
    var fraction: Int

    /// Moves `place` behind the number that begins there.
    ///
    /// Nil, with `place` where it was, unless there are digits, without needless zeros at the front,
    /// and after a point digits too; fifteen in all, so that the value written with so many digits
    /// after the point is the text again.
    @inline(__always)
    init?(
        _ bytes: Span<UInt8>, at place: inout Int, powersOfTen: Span<Double>
    ) {
        var next = place
        let isNegative = next < bytes.count && bytes[next] == 0x2D
        if isNegative { next += 1 }
        let start = next
        var mantissa: UInt64 = 0
        Self.add(bytes, from: &next, to: &mantissa)
        let whole = next - start
        guard whole > 0, whole == 1 || bytes[start] != 0x30 else { return nil }
        var fraction = 0
        if next < bytes.count, bytes[next] == 0x2E {
            next += 1
            let point = next
            Self.add(bytes, from: &next, to: &mantissa)
            fraction = next - point
            guard fraction > 0 else { return nil }
        }
        guard whole + fraction <= 15 else { return nil }
        // Both are exact, so that the quotient is rounded once (Clinger, 1990).
        let magnitude = Double(Int64(truncatingIfNeeded: mantissa)) / powersOfTen[fraction]
        value = isNegative ? -magnitude : magnitude
        self.fraction = fraction
        place = next
    }

    /// The number that the whole of `bytes` is.
    init?(_ bytes: Span<UInt8>) {
        let powers = Self.powersOfTen
        var place = 0
        self.init(bytes, at: &place, powersOfTen: powers.span)
        guard place == bytes.count else { return nil }
    }

    /// Takes digits; what overflows has more of them than are allowed.
    @inline(__always)
    static func add(_ bytes: Span<UInt8>, from next: inout Int, to mantissa: inout UInt64) {
        while next < bytes.count {
            let digit = bytes[next] &- 0x30
            guard digit < 10 else { return }
            mantissa = mantissa &* 10 &+ UInt64(truncatingIfNeeded: digit)
            next += 1
        }
    }

    /// What `init` divides by.
    static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// The text that it was read from.
    static func text(of value: Double, fraction: Int) -> [UInt8] {
        // The error of the quotient and of this product is a quarter at most, in fifteen digits.
        var rest = Int((value.magnitude * powersOfTen[fraction]).rounded())
        var reversed: [UInt8] = []
        repeat {
            reversed.append(UInt8(rest % 10) + UInt8(ascii: "0"))
            rest /= 10
            if reversed.count == fraction { reversed.append(UInt8(ascii: ".")) }
        } while rest > 0 || reversed.count < (fraction > 0 ? fraction + 2 : 1)
        if value.sign == .minus { reversed.append(UInt8(ascii: "-")) }
        return reversed.reversed()
    }
}
