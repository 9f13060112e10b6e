internal import Notation

/// A decimal number of the usual kind, `-12.375`, read in the one loop that looks for its end.
///
/// What is no such number is left to `CellNumber`.
struct PlainDecimal {
    var value: Double
    /// Digits after the point.
    var fraction: Int
    /// Whether there are so few digits, fifteen, that the value written with as many of them after
    /// the point is the text again.
    var isShort: Bool

    /// Moves `place` behind the number that begins there.
    ///
    /// Nil, with `place` where it was, unless there are digits, without needless zeros at the front,
    /// and after a point digits too; nineteen in all.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, at place: inout Int, powersOfTen: Span<Double>) {
        guard place < bytes.count else { return nil }
        let first = bytes[place]
        let isNegative = first == UInt8(ascii: "-")
        let start = isNegative ? place &+ 1 : place
        var next = start
        var mantissa: UInt64 = 0
        Self.addFew(bytes, from: &next, to: &mantissa)
        let whole = next &- start
        guard whole > 0, whole == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
        var fraction = 0
        if next < bytes.count, bytes[next] == UInt8(ascii: ".") {
            next &+= 1
            let point = next
            Self.addMany(bytes, from: &next, to: &mantissa)
            fraction = next &- point
            guard fraction > 0 else { return nil }
        }
        let digits = whole &+ fraction
        let magnitude: Double
        if digits <= 15, fraction < powersOfTen.count {
            // Both are exact, so that the quotient is rounded once (Clinger, 1990).
            magnitude = Double(Int64(truncatingIfNeeded: mantissa)) / powersOfTen[fraction]
        } else {
            guard digits <= 19 else { return nil }
            magnitude = Double(digits: mantissa, fraction: fraction)
        }
        isShort = digits <= 15
        value = isNegative ? -magnitude : magnitude
        self.fraction = fraction
        place = next
    }

    /// The number that these of `bytes` are, all of them.
    init?(_ bytes: Span<UInt8>, in range: Range<Int>) {
        let powers = Self.powersOfTen
        var place = range.lowerBound
        self.init(bytes, at: &place, powersOfTen: powers.span)
        guard place == range.upperBound else { return nil }
    }

    /// Takes digits one by one: the processor guesses right where they end, as whole parts are short
    /// and much the same.
    @inline(__always)
    private static func addFew(
        _ bytes: Span<UInt8>, from next: inout Int, to mantissa: inout UInt64
    ) {
        while next < bytes.count {
            let digit = bytes[next] &- UInt8(ascii: "0")
            guard digit < 10 else { return }
            mantissa = mantissa &* 10 &+ UInt64(truncatingIfNeeded: digit)
            next &+= 1
        }
    }

    /// Takes digits, eight at once where so many bytes follow; too many of them overflow.
    @inline(__always)
    private static func addMany(
        _ bytes: Span<UInt8>, from next: inout Int, to mantissa: inout UInt64
    ) {
        while bytes.count &- next >= 8 {
            let eight = Eight(bytes, at: next)
            mantissa = mantissa &* eight.power &+ eight.value
            next &+= eight.count
            guard eight.count == 8 else { return }
        }
        addFew(bytes, from: &next, to: &mantissa)
    }

    /// What `init` divides by.
    static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// The text that it was read from, if that was short.
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

/// The decimal digits that eight bytes begin with, read at once in a register of eight bytes.
private struct Eight {
    let value: UInt64
    let count: Int

    /// Ten to the count.
    @inline(__always)
    var power: UInt64 { eightPowers[count] }

    /// There are eight bytes at `place`.
    @inline(__always)
    init(_ bytes: Span<UInt8>, at place: Int) {
        let raw = unsafe bytes.bytes.unsafeLoadUnaligned(
            fromByteOffset: place, as: UInt64.self)
        let digits = UInt64(littleEndian: raw) ^ 0x3030_3030_3030_3030
        // A byte is more than 9 if it has one of its upper bits set, or gets one when 6 is added.
        let others = (digits &+ 0x0606_0606_0606_0606 | digits) & 0xF0F0_F0F0_F0F0_F0F0
        count = others.trailingZeroBitCount >> 3
        // Zeros come before the digits, the highest of which is the first byte.
        var sum = count == 0 ? 0 : digits &<< UInt64(truncatingIfNeeded: 64 &- count &* 8)
        sum = sum &* 10 &+ sum &>> 8
        let (high, low) = (sum &>> 16, sum)
        value =
            ((low & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
                &+ (high & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001) &>> 32
    }
}

private let eightPowers: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
]
