/// A number's magnitude on its way through a format: whole digits, which can be grouped, and the rest.
struct FormattedNumber {
    private(set) var whole: [UInt8]
    /// After the point.
    private var fraction: [UInt8] = []
    /// An exponent, a prefix of the SI, or a word in place of digits.
    private var ending: [UInt8] = []

    /// Takes the digits of a whole number in any base.
    init(digits: [UInt8]) { whole = digits }

    /// Takes apart a decimal text such as `1`, `1.50`, `1.5e+3` or `Infinity`.
    init(_ text: [UInt8]) {
        whole = Array(text.prefix { $0.decimalDigit != nil })
        var rest = text.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = Array(rest.prefix { $0.decimalDigit != nil })
            rest = rest.dropFirst(fraction.count)
        }
        ending = Array(rest)
    }

    /// Scales a number to the SI prefix that leaves one to three digits before the point.
    init(prefixing value: Double, digits: Int) {
        guard value.isFinite else {
            self.init(value.shortestMagnitude)
            return
        }
        var decimal = DecimalDigits(exact: value)
        decimal.round(toCount: digits)
        let step = decimal.exponent.flooredQuotient(3).quotient.clamped(to: -8...8)
        var places = digits - 1 - (decimal.exponent - step * 3)
        if decimal.exponent < -24 {
            // Less than a yocto: the precision counts places, and what is too small becomes zero.
            places = digits - 1
            decimal = DecimalDigits(exact: value)
            decimal.round(toPlaces: places + 24)
        }
        self.init(decimal.scaled(by: -step * 3).positional(places: max(places, 0)))
        ending = Array(Self.prefixes[step + 8].utf8)
    }

    private static let prefixes: [String] = [
        "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
    ]

    /// Leaves out zeros at the end of the fraction.
    mutating func trimZeros() {
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    }

    /// Whether only zeros are left after rounding.
    var isZero: Bool {
        !whole.isEmpty && whole.allSatisfy { $0 == UInt8(ascii: "0") }
            && fraction.allSatisfy { $0 == UInt8(ascii: "0") }
    }

    /// What follows the whole digits.
    func tail(point: String) -> [UInt8] {
        (fraction.isEmpty ? [] : Array(point.utf8) + fraction) + ending
    }
}
