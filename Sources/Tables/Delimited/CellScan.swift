/// A cell of delimited text, found but not yet read.
struct CellScan {
    /// Where its text lies: between the quotes, or less the blanks around it.
    private(set) var text: Range<Int>
    private(set) var isQuoted = false
    /// Whether quotes in the text are written twice.
    private(set) var hasDoubledQuotes = false
    /// Where the delimiter or the line break behind it stands.
    private(set) var end: Int
    /// Line breaks in the text.
    private(set) var lineBreaks = 0

    enum Failure: Error {
        /// The quotes are not closed within the bytes.
        case open
        /// This stands behind the closing quote.
        case textAfterQuote(Int)
    }

    /// The cell at `place`. The last of `bytes` is a line break.
    init(_ bytes: Span<UInt8>, at place: Int, delimiter: UInt8) throws(Failure) {
        var start = place
        while Self.isBlank(bytes[start], delimiter) { start += 1 }
        (text, end) = (start..<start, start)
        if bytes[start] == UInt8(ascii: "\"") {
            try readQuoted(bytes, delimiter)
        } else {
            while !Self.isEnd(bytes[end], delimiter) { end += 1 }
            var last = end
            while last > start, Self.isBlank(bytes[last - 1], delimiter) { last -= 1 }
            text = start..<last
        }
    }

    private mutating func readQuoted(_ bytes: Span<UInt8>, _ delimiter: UInt8) throws(Failure) {
        isQuoted = true
        let start = end + 1
        var place = start
        while true {
            guard place < bytes.count else { throw .open }
            switch bytes[place] {
            case UInt8(ascii: "\""):
                // A line break, if nothing else, stands behind it.
                guard bytes[place + 1] == UInt8(ascii: "\"") else {
                    text = start..<place
                    end = place + 1
                    while Self.isBlank(bytes[end], delimiter) { end += 1 }
                    guard Self.isEnd(bytes[end], delimiter) else { throw .textAfterQuote(end) }
                    return
                }
                hasDoubledQuotes = true
                place += 2
            case UInt8(ascii: "\n"):
                lineBreaks += 1
                place += 1
            case UInt8(ascii: "\r"):
                let isPair = place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n")
                lineBreaks += isPair ? 0 : 1
                place += 1
            default:
                place += 1
            }
        }
    }

    /// The text with its quotes as they are meant.
    func unquoted(_ bytes: Span<UInt8>) -> [UInt8] {
        var unquoted: [UInt8] = []
        var place = text.lowerBound
        while place < text.upperBound {
            unquoted.append(bytes[place])
            place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
        }
        return unquoted
    }

    private static func isBlank(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 && delimiter != 0x09
    }

    private static func isEnd(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
