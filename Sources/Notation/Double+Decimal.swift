extension Double {
    /// The number that the whole of `text` spells in decimal, correctly rounded: `-1.5e3`, `.5`, `7.`.
    ///
    /// Nil for anything else: spaces, hexadecimal, `inf`, `nan`, and numbers too large for a `Double`.
    package init?(decimal text: String) {
        self.init(decimal: text.utf8.span)
    }

    /// The number that the whole of `bytes` spells in decimal.
    package init?(decimal bytes: Span<UInt8>) {
        guard let number = DecimalReader(bytes), number.length == bytes.count,
            let value = number.value(in: bytes)
        else { return nil }
        self = value
    }

    /// The decimal number that `bytes` begin with, and how many of them it takes.
    package static func leadingDecimal(in bytes: Span<UInt8>) -> (value: Double, length: Int)? {
        guard let number = DecimalReader(bytes), let value = number.value(in: bytes) else {
            return nil
        }
        return (value, number.length)
    }

    /// `digits` with so many of them, 19 at most, behind the point; correctly rounded.
    package init(digits: UInt64, fraction: Int) {
        self =
            digits == 0
            ? 0 : DecimalReader.quotient(of: digits, by: wholePowersOfTen[fraction])
    }
}
