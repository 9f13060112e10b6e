import CLibc

/// Numbers as they are said in a sentence: with few digits, grouped by thousands, and with words for
/// the large ones.
struct SpokenDigits: Sendable {
    /// From the least to the greatest of the numbers; 0 where their order of magnitude is what counts.
    private let span: Double
    private let isGrouped: Bool
    /// Whether small numbers have no more decimals than large ones.
    var isCoarse = false
    /// How many decimals tell a thousandth of the span apart.
    private let decimals: Int

    init(span: Double, isGrouped: Bool) {
        self.span = span.isFinite ? span : 0
        self.isGrouped = isGrouped
        decimals = self.span > 0 ? 2 - Self.exponent(of: self.span) : -400
    }

    func text(_ value: Double) -> String {
        let size = abs(value)
        // What is left of a sum that should be zero is zero.
        guard size.isFinite, size > span * 1e-7 else { return "0" }
        let places = places(for: size)
        if size >= 1e15 || size < 1e-5 {
            return isCoarse && size < span * 1e-3 ? "0" : Self.power(value)
        }
        let sign = value < 0 ? "−" : ""
        if size >= 999_950 {
            let unit = Self.units[size >= 999_950_000_000 ? 2 : size >= 999_950_000 ? 1 : 0]
            let thousandths = size / unit.size * 1000
            if places <= -3 || thousandths == thousandths.rounded() {
                let rest = places <= -3 ? min(max(places + unit.zeros, 0), 3) : 3
                return sign + Self.plain(size / unit.size, rest, isGrouped: true) + unit.name
            }
        }
        let text = Self.plain(size, min(max(places, 0), 12), isGrouped: isGrouped)
        return text == "0" ? text : sign + text
    }

    private static let units: [(size: Double, zeros: Int, name: String)] = [
        (1e6, 6, " million"), (1e9, 9, " billion"), (1e12, 12, " trillion"),
    ]

    /// How many decimals to write, fewer than none for round millions: those that the number has, if they
    /// are not many; else so many that three digits of it or of the span are left.
    private func places(for size: Double) -> Int {
        if isCoarse, decimals > -400 { return decimals }
        let wanted = max(decimals, 2 - Self.exponent(of: size))
        let most = min(wanted + 2, 15)
        let scaled = size * Self.power(ofTen: most)
        guard scaled < 1e15 else { return wanted }
        let isShort = abs(scaled - scaled.rounded()) <= scaled * 1e-12
        return isShort ? most : wanted
    }

    private static func exponent(of size: Double) -> Int {
        Int(log10(size).rounded(.down))
    }

    private static func power(ofTen exponent: Int) -> Double { pow(10, Double(exponent)) }

    /// A number that is not negative with at most `places` decimals, less the zeros at their end.
    private static func plain(_ size: Double, _ places: Int, isGrouped: Bool) -> String {
        let scaled = (size * power(ofTen: places)).rounded()
        guard scaled < 9e18 else { return power(size) }
        var number = UInt64(scaled)
        var places = places
        while places > 0, number % 10 == 0 {
            number /= 10
            places -= 1
        }
        // From the last digit to the first.
        var text: [UInt8] = []
        text.reserveCapacity(24)
        var index = 0
        repeat {
            if places > 0, index == places { text.append(UInt8(ascii: ".")) }
            let whole = index - places
            if isGrouped, whole > 0, whole % 3 == 0 { text.append(UInt8(ascii: ",")) }
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
            number /= 10
            index += 1
        } while number > 0 || index <= places
        text.reverse()
        return String(decoding: text, as: UTF8.self)
    }

    /// `3.2×10⁻⁷`, as an axis writes it.
    private static func power(_ value: Double) -> String {
        let size = abs(value)
        var exponent = exponent(of: size)
        // By way of a power that is in reach, whatever the number.
        var factor =
            exponent < -300
            ? size * 1e300 / power(ofTen: exponent + 300) : size / power(ofTen: exponent)
        factor = (factor * 100).rounded() / 100
        if factor >= 10 {
            factor /= 10
            exponent += 1
        }
        let head = factor == 1 ? "10" : plain(factor, 2, isGrouped: false) + "×10"
        return (value < 0 ? "−" : "") + head + superscript(exponent)
    }

    private static func superscript(_ number: Int) -> String {
        let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        var text = number < 0 ? "⁻" : ""
        for digit in "\(abs(number))".utf8 { text += digits[Int(digit - 48)] }
        return text
    }
}
