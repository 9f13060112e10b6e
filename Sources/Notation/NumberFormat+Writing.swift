extension NumberFormat {
    /// The number in this format. NaN is written `NaN`.
    package func format(_ value: Double) -> String {
        var written = magnitude(of: value)
        if isTrimmed { written.trimZeros() }
        let isNegative =
            value.sign == .minus && (sign == .always || !written.isZero) && !value.isNaN
        if kind == .plain {
            return pad(prefix: [], digits: [], suffix: Array(value.decimalText.utf8))
        }
        var prefix = Array(signText(isNegative).utf8)
        if symbol == .currency { prefix += currency.utf8 }
        if symbol == .base, let base = kind.basePrefix { prefix += base.utf8 }
        var suffix = written.tail(point: point)
        if kind == .percent || kind == .roundedPercent { suffix.append(UInt8(ascii: "%")) }
        if isNegative, sign == .parentheses { suffix.append(UInt8(ascii: ")")) }
        return pad(prefix: prefix, digits: written.whole, suffix: suffix)
    }

    private func magnitude(of value: Double) -> FormattedNumber {
        let value = value.magnitude
        let significant = (precision ?? 6).clamped(to: 1...21)
        let places = (precision ?? 6).clamped(to: 0...20)
        return switch kind {
        case .exponent: FormattedNumber(value.exponentialMagnitude(places))
        case .fixed: FormattedNumber(value.fixedMagnitude(places))
        case .general: FormattedNumber(value.precisionMagnitude(significant))
        case .rounded: FormattedNumber(value.roundedMagnitude(significant))
        case .prefixed: FormattedNumber(prefixing: value, digits: significant)
        case .percent: FormattedNumber((value * 100).fixedMagnitude(places))
        case .roundedPercent: FormattedNumber((value * 100).roundedMagnitude(significant))
        case .binary: FormattedNumber(digits: value.digits(bitsEach: 1))
        case .octal: FormattedNumber(digits: value.digits(bitsEach: 3))
        case .hexadecimal: FormattedNumber(digits: value.digits(bitsEach: 4))
        case .upperHexadecimal: FormattedNumber(digits: value.digits(bitsEach: 4, uppercase: true))
        case .decimal: FormattedNumber(value.wholeMagnitude)
        case .plain: FormattedNumber([])
        }
    }

    private func signText(_ isNegative: Bool) -> String {
        if isNegative { return sign == .parentheses ? "(" : minus }
        return switch sign {
        case .always: "+"
        case .space: " "
        case .minus, .parentheses: ""
        }
    }

    private func pad(prefix: [UInt8], digits: [UInt8], suffix: [UInt8]) -> String {
        var digits = isGrouped && !isZeroFilled ? grouped(digits, room: .max) : digits
        let affixes = prefix.characterCount + suffix.characterCount
        var missing = max(0, width - affixes - digits.characterCount)
        if isZeroFilled {
            let room = missing > 0 ? width - suffix.characterCount : .max
            digits = [UInt8](repeating: UInt8(ascii: "0"), count: missing) + digits
            if isGrouped { digits = grouped(digits, room: room) }
            missing = 0
        }
        let left =
            switch align {
            case .left, .afterSign: 0
            case .center: missing / 2
            case .right: missing
            }
        var text: [UInt8] = []
        for _ in 0..<left { text += fill.utf8 }
        text += prefix
        if align == .afterSign { for _ in 0..<missing { text += fill.utf8 } }
        text += digits + suffix
        if align != .afterSign { for _ in left..<missing { text += fill.utf8 } }
        return String(decoding: text, as: UTF8.self)
    }

    /// Digits in groups of three. Where they were filled up with zeros, what no longer has room is cut off.
    private func grouped(_ digits: [UInt8], room: Int) -> [UInt8] {
        var groups: [ArraySlice<UInt8>] = []
        var end = digits.count
        var length = 0
        while end > 0 {
            let size = length + 4 > room ? max(1, room - length) : 3
            let start = max(0, end - size)
            groups.append(digits[start..<end])
            end = start
            length += size + 1
            if length > room { break }
        }
        return Array(groups.reversed().joined(separator: separator.utf8))
    }
}

extension NumberFormat.Kind {
    fileprivate var basePrefix: String? {
        switch self {
        case .binary: "0b"
        case .octal: "0o"
        case .hexadecimal, .upperHexadecimal: "0x"
        default: nil
        }
    }
}

extension [UInt8] {
    /// How many Unicode scalars this UTF-8 text has.
    fileprivate var characterCount: Int {
        reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}
