extension NumberHabit {
    /// So many rows are looked at.
    private static let rows = 100
    /// Longer cells are not looked at, as they are no numbers that people write.
    private static let longest = 40

    /// Looks through the first rows of delimited text, from `place` on, for numbers whose points and commas
    /// can be of one kind only. `bytes` end with a line break.
    init(_ bytes: Span<UInt8>, from place: Int, delimiter: UInt8) {
        groupsByComma = delimiter == UInt8(ascii: ",")
        guard let end = Self.endOfRows(bytes, from: place, delimiter) else { return }
        var place = place
        while place < end {
            // What is wrong with a cell is said when it is read.
            guard let cell = try? CellScan(bytes, at: place, delimiter: delimiter) else { return }
            let text = bytes.extracting(cell.text)
            if Self.mayTell(text), let number = CellNumber(text) { style.formUnion(number.style) }
            place = cell.end + 1
        }
    }

    /// Where the rows to be looked at end; nil where no comma can be part of a number in them, as in most
    /// data sets.
    private static func endOfRows(
        _ bytes: Span<UInt8>, from place: Int, _ delimiter: UInt8
    ) -> Int? {
        let sign = delimiter == UInt8(ascii: ",") ? UInt8(ascii: "\"") : UInt8(ascii: ",")
        var (end, count, hasSign) = (place, 0, false)
        while end < bytes.count, count < rows {
            if bytes[end] == sign { hasSign = true }
            // Of two bytes that end a line, the second counts.
            let isFirst =
                bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count
                && bytes[end + 1] == UInt8(ascii: "\n")
            if isBreak(bytes[end]), !isFirst { count += 1 }
            end += 1
        }
        return hasSign ? end : nil
    }

    private static func mayTell(_ text: Span<UInt8>) -> Bool {
        guard text.count <= longest else { return false }
        var (hasDigit, hasMark) = (false, false)
        for index in text.indices {
            if 0x30...0x39 ~= text[index] { hasDigit = true }
            if text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") {
                hasMark = true
            }
        }
        return hasDigit && hasMark
    }
}
