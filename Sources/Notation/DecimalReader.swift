internal import CLibc

/// A decimal number found at the start of some bytes, taken apart but not yet computed.
struct DecimalReader {
    private(set) var length = 0
    private var isNegative = false
    /// The first significant digits, as many as surely fit; the number is about `mantissa * 10 ^ exponent`.
    private var mantissa: UInt64 = 0
    private var keptDigits = 0
    private var exponent = 0
    private var isTruncated = false

    /// Nil where the bytes do not begin with a number.
    init?(_ bytes: Span<UInt8>) {
        var place = 0
        if bytes.count > 0, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
            isNegative = bytes[0] == UInt8(ascii: "-")
            place = 1
        }
        var hasDigits = false
        var hasPoint = false
        while place < bytes.count {
            if let digit = bytes[place].decimalDigit {
                add(digit, isFraction: hasPoint)
                hasDigits = true
            } else if bytes[place] == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            place += 1
        }
        guard hasDigits else { return nil }
        length = place
        readExponent(bytes)
    }

    private mutating func add(_ digit: UInt8, isFraction: Bool) {
        if keptDigits == 19 {
            isTruncated = isTruncated || digit != 0
            exponent += isFraction ? 0 : 1
            return
        }
        mantissa = mantissa * 10 + UInt64(digit)
        keptDigits += mantissa == 0 ? 0 : 1
        exponent -= isFraction ? 1 : 0
    }

    /// Takes the exponent after the digits; an `e` without digits after it is not part of the number.
    private mutating func readExponent(_ bytes: Span<UInt8>) {
        guard length < bytes.count, bytes[length] | 0x20 == UInt8(ascii: "e") else { return }
        var place = length + 1
        var isDown = false
        if place < bytes.count,
            bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+")
        {
            isDown = bytes[place] == UInt8(ascii: "-")
            place += 1
        }
        var written = 0
        while place < bytes.count, let digit = bytes[place].decimalDigit {
            // Past any exponent that matters, even after as many digits as memory holds.
            written = min(written * 10 + Int(digit), 1 << 50)
            place += 1
            length = place
        }
        exponent += isDown ? -written : written
    }

    /// The nearest `Double`, nil where it would be infinite; `bytes` are those it was read from.
    func value(in bytes: Span<UInt8>) -> Double? {
        let magnitude = exactValue ?? wideValue ?? roundedValue(of: bytes)
        guard magnitude.isFinite else { return nil }
        return isNegative ? -magnitude : magnitude
    }

    /// Clinger's fast path: both factors are exact, so that their product is rounded once.
    private var exactValue: Double? {
        if mantissa == 0 { return 0 }
        guard !isTruncated, mantissa <= 1 << 53, -22...22 ~= exponent else { return nil }
        let power = powersOfTen[abs(exponent)]
        return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    }

    /// A quotient or product of more than 64 bits, rounded by hand: the numbers with sixteen and more
    /// digits that programs write.
    private var wideValue: Double? {
        guard !isTruncated, mantissa != 0, -19...19 ~= exponent else { return nil }
        let power = wholePowersOfTen[abs(exponent)]
        return exponent < 0
            ? Self.quotient(of: mantissa, by: power) : Self.product(of: mantissa, power)
    }

    /// Both with their highest bit set, one division gives the quotient's first 64 bits.
    static func quotient(of dividend: UInt64, by divisor: UInt64) -> Double {
        let high = dividend << dividend.leadingZeroBitCount
        let low = divisor << divisor.leadingZeroBitCount
        let isHalved = high >= low
        let (quotient, remainder) = low.dividingFullWidth(
            isHalved ? (high >> 1, high << 63) : (high, 0))
        let power =
            divisor.leadingZeroBitCount - dividend.leadingZeroBitCount - (isHalved ? 63 : 64)
        return rounded(quotient, hasMore: remainder != 0, power: power)
    }

    private static func product(of factor: UInt64, _ other: UInt64) -> Double {
        let (high, low) = factor.multipliedFullWidth(by: other)
        guard high != 0 else { return Double(low) }
        let shift = high.leadingZeroBitCount
        let top = high << shift | (shift == 0 ? 0 : low >> (64 - shift))
        return rounded(top, hasMore: low << shift != 0, power: 64 - shift)
    }

    /// The `Double` nearest to `bits * 2 ^ power`, or to a little more than that. The highest bit is set.
    private static func rounded(_ bits: UInt64, hasMore: Bool, power: Int) -> Double {
        let (kept, rest, half) = (bits >> 11, bits & 0x7FF, UInt64(0x400))
        let goesUp = rest > half || rest == half && (hasMore || kept & 1 == 1)
        return Double(goesUp ? kept + 1 : kept)
            * Double(sign: .plus, exponent: power + 11, significand: 1)
    }

    /// The C library rounds correctly but reads to the end; so it gets a bounded copy, in which one
    /// last digit stands for all that were left out. 768 digits decide every case.
    private func roundedValue(of bytes: Span<UInt8>) -> Double {
        var copy: [CChar] = []
        copy.reserveCapacity(800)
        var leftOut = false
        for place in 0..<length {
            guard bytes[place] | 0x20 != UInt8(ascii: "e") else { break }
            guard let digit = bytes[place].decimalDigit, digit != 0 || !copy.isEmpty else {
                continue
            }
            if copy.count < 770 {
                copy.append(CChar(digit + UInt8(ascii: "0")))
            } else {
                leftOut = leftOut || digit != 0
            }
        }
        var power = exponent - (copy.count - keptDigits)
        if leftOut {
            copy.append(CChar(UInt8(ascii: "1")))
            power -= 1
        }
        copy.append(CChar(UInt8(ascii: "e")))
        copy.append(contentsOf: String(min(max(power, -9999), 9999)).utf8.map { CChar($0) })
        copy.append(0)
        return unsafe strtod(copy, nil)
    }
}

private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]

let wholePowersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]

extension UInt8 {
    /// The value of an ASCII digit.
    var decimalDigit: UInt8? {
        let value = self &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }
}
