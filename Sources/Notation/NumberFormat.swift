/// A number format in the language of d3-format: `,.2f`, `$.3s`, `+.1%`.
///
/// `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`, each part optional.
package struct NumberFormat: Hashable, Sendable {
    /// Where the filling goes; the raw values here and below are the format's own ASCII characters.
    package enum Align: UInt8, Sendable {
        case left = 0x3C
        case right = 0x3E
        case center = 0x5E
        /// Right, with the filling between the sign and the digits.
        case afterSign = 0x3D
    }

    /// How numbers above and below zero are told apart.
    package enum Sign: UInt8, Sendable {
        /// A minus sign where it is negative, nothing where it is not.
        case minus = 0x2D
        case always = 0x2B
        case parentheses = 0x28
        case space = 0x20
    }

    /// What stands before the digits.
    package enum Symbol: UInt8, Sendable {
        case currency = 0x24
        /// `0b`, `0o` and `0x` before numbers in these bases.
        case base = 0x23
    }

    /// The letter at a format's end.
    package enum Kind: UInt8, Sendable {
        case exponent = 0x65
        case fixed = 0x66
        case general = 0x67
        case rounded = 0x72
        case prefixed = 0x73
        case percent = 0x25
        case roundedPercent = 0x70
        case binary = 0x62
        case octal = 0x6F
        case decimal = 0x64
        case hexadecimal = 0x78
        case upperHexadecimal = 0x58
        case plain = 0x63
    }

    /// One character.
    package var fill = " "
    package var align = Align.right
    package var sign = Sign.minus
    package var symbol: Symbol?
    /// Whether zeros after the sign fill the width, whatever `fill` and `align` say.
    package var isZeroFilled = false
    /// The least number of characters; more than `widest` counts as that many.
    package var width = 0
    package var isGrouped = false
    /// Digits after the point, or significant ones, as `kind` has it; 6 where nothing is said.
    package var precision: Int?
    /// Whether zeros at the end of the fraction are left out.
    package var isTrimmed = false
    package var kind = Kind.general

    /// U+2212, as wide as a plus sign. Dialects that write a hyphen set it.
    package var minus = "−"
    package var point = "."
    package var separator = ","
    package var currency = "$"

    /// The greatest width that a format can ask for.
    package static let widest = 100

    /// Reads a format. A letter that is none of d3's is refused, where d3 would read it as no letter.
    package init(_ text: String) throws(FormatError) {
        var rest = FormatScanner(text)
        if let fill = rest.takeFill() { self.fill = fill }
        align = rest.take(Align.init) ?? align
        sign = rest.take(Sign.init) ?? sign
        symbol = rest.take(Symbol.init)
        isZeroFilled = rest.take(UInt8(ascii: "0"))
        width = min(rest.takeNumber() ?? 0, Self.widest)
        isGrouped = rest.take(UInt8(ascii: ","))
        if rest.take(UInt8(ascii: ".")) {
            guard let digits = rest.takeNumber() else { throw .unexpected(offset: rest.offset) }
            precision = digits
        }
        isTrimmed = rest.take(UInt8(ascii: "~"))
        if rest.take(UInt8(ascii: "n")) {
            isGrouped = true
        } else if let kind = rest.take(Kind.init) {
            self.kind = kind
        } else {
            // Without a letter, d3 means `.12~g`.
            precision = precision ?? 12
            isTrimmed = true
        }
        guard rest.isAtEnd else { throw .unexpected(offset: rest.offset) }
        if fill == "0", align == .afterSign { isZeroFilled = true }
    }
}
