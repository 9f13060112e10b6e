/// The cells of a row of which not all bytes are there yet.
enum OpenRow {
    /// Bytes of the longest of them, as far as it is there, less the blanks around it.
    static func longestCell(_ bytes: Span<UInt8>, endingWith ends: [UInt8]) -> Int {
        var (place, longest) = (0, 0)
        while place < bytes.count {
            while place < bytes.count, isBlank(bytes[place], ends) { place += 1 }
            var start = place
            if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
                start += 1
                place = closingQuote(bytes, from: start)
                longest = max(longest, place - start)
                start = place
            }
            while place < bytes.count, !isBreak(bytes[place]), !ends.contains(bytes[place]) {
                place += 1
            }
            var last = place
            while last > start, isBlank(bytes[last - 1], ends) { last -= 1 }
            longest = max(longest, last - start)
            place += 1
        }
        return longest
    }

    private static func isBlank(_ byte: UInt8, _ ends: [UInt8]) -> Bool {
        byte == 0x20 || byte == 0x09 && !ends.contains(0x09)
    }

    /// Where the quote stands that is not doubled, or else the end.
    private static func closingQuote(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") {
                guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else {
                    return place
                }
                place += 1
            }
            place += 1
        }
        return bytes.count
    }
}
