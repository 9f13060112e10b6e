import CLibc
import Notation

/// The numbers beside an axis, all in one form, so that they are compared at a glance.
struct NumberLabels {
    private enum Form {
        case plain(decimals: Int, isGrouped: Bool)
        /// In thousands, millions …: the same unit for all.
        case scaled(by: Double, suffix: String, decimals: Int)
        case power(decimals: Int)
    }

    private let form: Form

    /// For a number that stands alone, as those of a logarithmic axis do: as short as it can be.
    /// `most` is the greatest of all numbers of the axis: where it is in the millions, thousands are
    /// shortened too.
    static func short(_ value: Double, most: Double) -> String {
        let size = abs(value)
        if size >= 1e15 || (size > 0 && size < 1e-5) { return power(value) }
        let sign = value < 0 ? "−" : ""
        guard size >= 1e6 || (most >= 1e6 && size >= 1000) else {
            let text = size.decimalText
            return sign + (size >= 1000 ? grouped(text) : text)
        }
        let thousands = min(4, Int(log10(size) / 3 + 1e-9))
        return sign + (size / pow(1000, Double(thousands))).decimalText + suffixes[thousands]
    }

    private static let suffixes = ["", "k", "M", "B", "T"]

    /// For ticks that are `step` apart and reach to `most` at one of their ends.
    init(step: Double, most: Double, areGrouped: Bool = true) {
        let most = min(most, .greatestFiniteMagnitude)
        let places = step > 0 ? Self.decimals(for: step) : Self.decimals(for: most)
        let thousands = min(4, Int(log10(max(most, 1)) / 3 + 1e-9))
        let unit = pow(1000, Double(thousands))
        let scaled = Self.decimals(for: step > 0 ? step / unit : 0.01)
        // What tells apart numbers that are alike in their first digits: all of their digits.
        let isFine = step > 0 && step < most * 1e-4
        if isFine ? most >= 1e18 || places > 12 : most >= 1e15 || (most > 0 && most < 1e-5) {
            form = .power(decimals: step > 0 ? Self.decimals(for: step / most) : 2)
        } else if most >= 1e6, !isFine, scaled <= 3 {
            form = .scaled(by: unit, suffix: Self.suffixes[thousands], decimals: scaled)
        } else {
            // Years must have no comma.
            form = .plain(decimals: places, isGrouped: most >= (areGrouped ? 1000 : 10_000))
        }
    }

    /// How many decimals tell apart numbers that are `step` apart, a round number.
    private static func decimals(for step: Double) -> Int {
        guard step > 0, step.isFinite else { return 0 }
        return Int(min(max(0, -(log10(step) + 1e-9).rounded(.down)), 20))
    }

    func text(_ value: Double) -> String {
        switch form {
        case .plain(let decimals, let isGrouped):
            return Self.plain(value, decimals, isGrouped)
        case .scaled(let unit, let suffix, let decimals):
            return value == 0 ? "0" : Self.plain(value / unit, decimals, false) + suffix
        case .power(let decimals):
            return Self.power(value, decimals: decimals)
        }
    }

    private static func plain(_ value: Double, _ decimals: Int, _ isGrouped: Bool) -> String {
        let text = abs(value).fixed(decimals)
        let sign = value < 0 ? "−" : ""
        return sign + (isGrouped ? grouped(text) : text)
    }

    /// A comma between each three digits before the point.
    private static func grouped(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let whole = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if index > 0, index < whole, (whole - index) % 3 == 0 {
                result.append(UInt8(ascii: ","))
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// `3×10⁻⁷`; the factor is left out where it is 1.
    static func power(_ value: Double, decimals: Int = 2) -> String {
        guard value != 0, value.isFinite else { return "0" }
        let sign = value < 0 ? "−" : ""
        let text = abs(value).precision(min(max(decimals, 2), 15) + 1)
        // Through the shortest decimal text, which names the exponent exactly.
        guard let number = Double(decimal: text) else { return text }
        var exponent = Int(log10(number).rounded(.down))
        var factor = number / pow(10, Double(exponent))
        if !factor.isFinite || factor == 0 {
            factor = number * 1e100 / pow(10, Double(exponent + 100))
        }
        let unit = pow(10, Double(min(max(decimals, 2), 15)))
        var rounded = (factor * unit).rounded() / unit
        if rounded >= 10 {
            rounded /= 10
            exponent += 1
        }
        let head = rounded == 1 ? "10" : rounded.decimalText + "×10"
        return sign + head + superscript(exponent)
    }

    private static func superscript(_ number: Int) -> String {
        let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        var text = number < 0 ? "⁻" : ""
        for digit in "\(abs(number))".utf8 { text += digits[Int(digit - 48)] }
        return text
    }
}
