/// A number with what people put around it: `12 %`, `-$1,200`, `300 €`, `(12,000)`, `1 234,5`, `1'234.50`.
///
/// A percent sign changes nothing: 12 % is 12. Parentheses are a bookkeeper's minus.
struct DressedNumber {
    /// The number as `CellNumber` reads it: its sign, digits, points and commas.
    private(set) var bare: [UInt8] = []
    /// Whether blanks or apostrophes stood between its thousands, so that a comma is no such thing.
    private(set) var isGrouped = false
    /// Whether it is dressed as where English is spoken, so that `$1,200` has its comma between thousands.
    private(set) var isEnglish = false

    /// Nil where there is nothing to take off, or something else than a number remains.
    init?(_ cell: Span<UInt8>) {
        guard cell.count <= Self.longest, Self.hasDigit(cell) else { return nil }
        var rest = CellText.mended(cell) ?? CellText.array(cell)
        Self.trim(&rest)
        isEnglish = Self.looksEnglish(rest)
        let isBookkept = rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")")
        if isBookkept { rest = Array(rest[1..<rest.count - 1]) }
        Self.trim(&rest)
        var sign = Self.takeSign(&rest)
        if !Self.takePrefix(&rest) { Self.takeSuffix(&rest) }
        if sign == nil { sign = Self.takeSign(&rest) }
        guard !isBookkept || sign == nil, let first = rest.first,
            0x30...0x39 ~= first || first == UInt8(ascii: ".") || first == UInt8(ascii: ",")
        else { return nil }
        if isBookkept || sign == UInt8(ascii: "-") { bare.append(UInt8(ascii: "-")) }
        guard ungroup(rest) else { return nil }
    }

    /// Longer ones are no more precise.
    private static let longest = 400

    private static func hasDigit(_ cell: Span<UInt8>) -> Bool {
        for index in cell.indices where 0x30...0x39 ~= cell[index] { return true }
        return false
    }

    private static func looksEnglish(_ text: [UInt8]) -> Bool {
        // `£` and `¥` begin with 0xC2, as a blank that does not break does.
        let pairs = zip(text, text.dropFirst())
        return text.contains(UInt8(ascii: "$")) || text.first == UInt8(ascii: "(")
            || pairs.contains { $0 == 0xC2 && ($1 == 0xA3 || $1 == 0xA5) }
    }

    /// A hyphen, a plus sign, or a minus sign as typesetters have it, U+2212.
    private static func takeSign(_ rest: inout [UInt8]) -> UInt8? {
        if rest.starts(with: [0xE2, 0x88, 0x92]) {
            rest.removeFirst(3)
            trim(&rest)
            return UInt8(ascii: "-")
        }
        guard let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        else { return nil }
        rest.removeFirst()
        trim(&rest)
        return first
    }

    private static func takePrefix(_ rest: inout [UInt8]) -> Bool {
        for currency in currencies where rest.starts(with: currency.utf8) {
            rest.removeFirst(currency.utf8.count)
            trim(&rest)
            return true
        }
        return false
    }

    private static func takeSuffix(_ rest: inout [UInt8]) {
        for mark in ["%"] + currencies where rest.reversed().starts(with: mark.utf8.reversed()) {
            rest.removeLast(mark.utf8.count)
            return trim(&rest)
        }
    }

    private static let currencies = [
        "€", "US$", "$", "£", "¥", "EUR", "USD", "GBP", "JPY", "CHF", "CNY", "AUD", "CAD", "NZD",
        "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "INR", "BRL", "MXN", "ZAR", "KRW", "TRY",
    ]

    /// Blanks that do not break a line, in UTF-8, among them.
    private static let blanks: [[UInt8]] = [
        [0x20], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89],
    ]

    /// An apostrophe, typed or typeset.
    private static let apostrophes: [[UInt8]] = [[0x27], [0xE2, 0x80, 0x99]]

    private static func trim(_ rest: inout [UInt8]) {
        while let blank = blanks.first(where: { rest.starts(with: $0) }) {
            rest.removeFirst(blank.count)
        }
        while let blank = blanks.first(where: { rest.reversed().starts(with: $0.reversed()) }) {
            rest.removeLast(blank.count)
        }
    }

    /// Takes out what stands between thousands; false where the groups are not of three digits.
    private mutating func ungroup(_ rest: [UInt8]) -> Bool {
        var place = 0
        var digits = 0
        var mark: [UInt8]?
        while place < rest.count {
            let byte = rest[place]
            if 0x30...0x39 ~= byte {
                bare.append(byte)
                digits += 1
                place += 1
                continue
            }
            guard let found = Self.mark(rest, at: place) else { break }
            guard mark == nil ? 1...3 ~= digits && rest[0] != 0x30 : mark == found && digits == 3
            else { return false }
            mark = found
            digits = 0
            place += found.count
        }
        isGrouped = mark != nil
        guard !isGrouped || digits == 3 else { return false }
        // What follows is a fraction or an exponent; whatever else is there makes it no number.
        bare.append(contentsOf: rest[place...])
        return true
    }

    private static func mark(_ rest: [UInt8], at place: Int) -> [UInt8]? {
        (blanks + apostrophes).first { rest[place...].starts(with: $0) }
    }
}
