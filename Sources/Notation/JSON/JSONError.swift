/// Why a text is no JSON (RFC 8259), and where. Lines and columns count from 1, columns in bytes.
package struct JSONError: Error, Equatable, Sendable {
    package enum Wanted: String, Equatable, Sendable {
        case value
        case name
        case colon
        /// A comma or the closing bracket.
        case commaOrBracket
        /// A comma or the closing brace.
        case commaOrBrace
        case end
        case closingQuote
        case escape
        /// A control character has to be escaped.
        case escapedControl
        /// A number that is no larger than numbers are here.
        case number
        /// Fewer brackets inside each other.
        case lessDepth
    }

    package var line: Int
    package var column: Int
    /// The character that stands there; empty at the end of the text.
    package var found: String
    package var wanted: Wanted

    package init(line: Int, column: Int, found: String, wanted: Wanted) {
        self.line = line
        self.column = column
        self.found = found
        self.wanted = wanted
    }

    /// What is wrong at `place` of the text.
    package init(_ bytes: Span<UInt8>, at place: Int, wanted: Wanted) {
        (line, column) = Self.position(of: place, in: bytes)
        var end = place
        // A character has four bytes at most, of which all but the first are continuations.
        while end < min(bytes.count, place + 4), end == place || bytes[end] & 0xC0 == 0x80 {
            end += 1
        }
        var character: [UInt8] = []
        for index in place..<end { character.append(bytes[index]) }
        found = String(decoding: character, as: UTF8.self)
        self.wanted = wanted
    }

    /// The line and the byte of it, both from 1, at which `place` lies.
    package static func position(of place: Int, in bytes: Span<UInt8>) -> (line: Int, column: Int) {
        var (line, start) = (1, 0)
        for index in 0..<min(place, bytes.count) {
            let isPair =
                bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            if bytes[index] == 0x0A || bytes[index] == 0x0D && !isPair {
                (line, start) = (line + 1, index + 1)
            }
        }
        return (line, place - start + 1)
    }
}
