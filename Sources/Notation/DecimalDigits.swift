/// A number's magnitude in decimal digits: `digits[0]` counts `10 ^ exponent`, what follows the last is zero.
///
/// Zero has no digits at all.
struct DecimalDigits: Equatable {
    private(set) var digits: [UInt8]
    private(set) var exponent: Int

    /// The fewest digits that read back as the same number. `value` is finite.
    init(shortest value: Double) {
        // Swift's own description has exactly these digits, in a shape of its own.
        digits = []
        exponent = 0
        var point: Int?
        var place = 0
        let text = value.magnitude.description.utf8
        let bytes = text.span
        while place < bytes.count, bytes[place] != UInt8(ascii: "e") {
            if let digit = bytes[place].decimalDigit {
                digits.append(digit)
            } else {
                point = digits.count
            }
            place += 1
        }
        let written =
            place < bytes.count ? bytes.extracting((place + 1)...) : bytes.extracting(0..<0)
        exponent = (point ?? digits.count) - 1 + Int(Double(decimal: written) ?? 0)
        dropZeros()
    }

    /// All the digits of the binary fraction that `value` is, up to 767 of them. `value` is finite.
    init(exact value: Double) {
        let bits = value.magnitude.bitPattern
        let fraction = bits & ((1 << 52) - 1)
        let isNormal = bits >> 52 != 0
        var mantissa = isNormal ? fraction | 1 << 52 : fraction
        var power = (isNormal ? Int(bits >> 52) : 1) - 1075
        guard mantissa != 0 else {
            (digits, exponent) = ([], 0)
            return
        }
        power += mantissa.trailingZeroBitCount
        mantissa >>= mantissa.trailingZeroBitCount
        // m / 2^k is m * 5^k / 10^k, so that whole numbers are enough.
        var whole = LargeInteger(mantissa)
        if power < 0 { whole.multiply(by: 5, power: -power) }
        if power > 0 { whole.multiply(by: 2, power: power) }
        digits = whole.decimalDigits
        exponent = digits.count - 1 + min(power, 0)
        dropZeros()
    }

    private mutating func dropZeros() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { exponent = 0 }
    }

    /// Keeps the first `count` digits, or none where it is negative; a half goes up, as in JavaScript.
    mutating func round(toCount count: Int) {
        guard count < digits.count else { return }
        let goesUp = count >= 0 && digits[count] >= 5
        digits.removeLast(digits.count - max(count, 0))
        guard goesUp else { return dropZeros() }
        while digits.last == 9 { digits.removeLast() }
        if digits.isEmpty {
            digits = [1]
            exponent += 1
        } else {
            digits[digits.count - 1] += 1
        }
    }

    /// Keeps the digits down to `places` after the point.
    mutating func round(toPlaces places: Int) {
        round(toCount: exponent + 1 + places)
    }

    /// The number times `10 ^ power`.
    func scaled(by power: Int) -> DecimalDigits {
        var scaled = self
        scaled.exponent += digits.isEmpty ? 0 : power
        return scaled
    }

    /// The ASCII digit that counts `10 ^ power`.
    func digit(at power: Int) -> UInt8 {
        let index = exponent - power
        return UInt8(ascii: "0") + (digits.indices ~= index ? digits[index] : 0)
    }

    /// Written without an exponent, with `places` digits after the point.
    func positional(places: Int) -> [UInt8] {
        var text: [UInt8] = []
        for power in stride(from: max(exponent, 0), through: 0, by: -1) {
            text.append(digit(at: power))
        }
        guard places > 0 else { return text }
        text.append(UInt8(ascii: "."))
        for power in 1...places { text.append(digit(at: -power)) }
        return text
    }

    /// Written as `d.ddde+x`, with `places` digits after the point.
    func exponential(places: Int) -> [UInt8] {
        var text = [digit(at: exponent)]
        if places > 0 {
            text.append(UInt8(ascii: "."))
            for place in 1...places { text.append(digit(at: exponent - place)) }
        }
        text.append(UInt8(ascii: "e"))
        text.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        text.append(contentsOf: String(exponent.magnitude).utf8)
        return text
    }
}
