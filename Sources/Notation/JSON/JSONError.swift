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
        /// The second half of a character that is escaped in two.
        case lowSurrogate
        /// A control character has to be escaped.
        case escapedControl
        case utf8
        case number
        /// Fewer brackets inside each other.
        case lessDepth
    }

    package var line: Int
    package var column: Int
    /// What stands there; empty at the end of the text.
    package var found: String
    package var wanted: Wanted

    package init(line: Int, column: Int, found: String, wanted: Wanted) {
        self.line = line
        self.column = column
        self.found = found
        self.wanted = wanted
    }
}
