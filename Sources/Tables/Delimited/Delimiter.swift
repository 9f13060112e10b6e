/// Finds out by what the cells of a text are set apart.
struct Delimiter {
    /// In the order in which they are preferred: a comma is the one that stands in texts and numbers too.
    static let candidates: [UInt8] = [
        UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
    ]

    /// The first of them that sets apart as many cells in the header at `place` as in the row after
    /// it, else the one that is most frequent in the header; a comma where there is none.
    ///
    /// `bytes` end with a line break.
    static func find(_ bytes: Span<UInt8>, at place: Int) -> UInt8 {
        var next = place
        let header = counts(bytes, &next)
        while next < bytes.count, isBreak(bytes[next]) { next += 1 }
        if next < bytes.count {
            let row = counts(bytes, &next)
            for (index, candidate) in candidates.enumerated()
            where header[index] > 0 && header[index] == row[index] {
                return candidate
            }
        }
        let most = header.max() ?? 0
        return candidates[most == 0 ? 3 : header.firstIndex(of: most) ?? 3]
    }

    /// How often each of the candidates stands in the row at `place`, outside of quotes.
    private static func counts(_ bytes: Span<UInt8>, _ place: inout Int) -> [Int] {
        var counts = [0, 0, 0, 0]
        var isInQuotes = false
        // Quotes have a meaning at the start of a cell alone.
        var isAtStart = true
        while place < bytes.count, isInQuotes || !isBreak(bytes[place]) {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\""), isInQuotes || isAtStart {
                isInQuotes.toggle()
                isAtStart = true
            } else if !isInQuotes, let index = candidates.firstIndex(of: byte) {
                counts[index] += 1
                isAtStart = true
            } else if byte != 0x20 {
                isAtStart = isInQuotes
            }
        }
        return counts
    }
}
