/// A format for dates and times in the language of d3-time-format: `%Y-%m-%d`, `%-d %b`, `%I %p`.
///
/// Beyond d3: `%3f` and `%{3}f` write so many digits of the second's fraction, `%z` the offset (`+0200`),
/// and `%Z` the zone's abbreviation (`CET`).
package struct TimeFormat: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case literal(UInt8)
        case directive(letter: UInt8, padding: Padding?, digits: Int)
    }

    /// What stands before a number that is shorter than its field.
    enum Padding: UInt8, Sendable {
        case none = 0x2D
        case space = 0x5F
        case zero = 0x30
    }

    private(set) var pieces: [Piece] = []

    /// Reads a format. A directive that does not exist is refused, where d3 would write its letter.
    package init(_ text: String) throws(FormatError) {
        var rest = FormatScanner(text)
        while let byte = rest.take() {
            guard byte == UInt8(ascii: "%") else {
                pieces.append(.literal(byte))
                continue
            }
            let start = rest.offset - 1
            guard try readDirective(&rest) else { throw .unknownDirective(offset: start) }
        }
    }

    private mutating func readDirective(_ rest: inout FormatScanner) throws(FormatError) -> Bool {
        let padding = rest.take(Padding.init)
        let isBraced = rest.take(UInt8(ascii: "{"))
        let digits = rest.takeNumber()
        guard rest.take(UInt8(ascii: "}")) == isBraced, isBraced == false || digits != nil,
            let letter = rest.take()
        else { return false }
        if digits != nil, letter != UInt8(ascii: "f") { return false }
        if let expansion = Self.expansion(of: letter) {
            pieces += try TimeFormat(expansion).pieces
            return true
        }
        guard Self.letters.utf8.contains(letter) else { return false }
        let count = (digits ?? 6).clamped(to: 1...9)
        pieces.append(.directive(letter: letter, padding: padding, digits: count))
        return true
    }

    private static let letters = "aAbBdefgGHhIjLmMpqQsSuUVwWyYzZ%"

    /// What the directives for whole dates and times stand for in English.
    private static func expansion(of letter: UInt8) -> String? {
        switch letter {
        case UInt8(ascii: "c"): "%-m/%-d/%Y, %-I:%M:%S %p"
        case UInt8(ascii: "x"): "%-m/%-d/%Y"
        case UInt8(ascii: "X"): "%-I:%M:%S %p"
        default: nil
        }
    }

    /// What calendar and clock show in `zone`; nothing at all where they show nothing (see `CivilTime.farthest`).
    package func format(_ instant: Double, in zone: Zone = .utc) -> String {
        guard let time = zone.civilTime(at: instant) else { return "" }
        let moment = WrittenTime(time: time, instant: instant, zone: zone)
        var text: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .literal(let byte): text.append(byte)
            case .directive(let letter, let padding, let digits):
                text += moment.text(of: letter, padding: padding, digits: digits)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
