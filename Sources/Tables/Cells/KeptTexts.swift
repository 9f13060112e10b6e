/// Texts of cells in the order of their rows, kept while it is open what their column is.
struct KeptTexts {
    /// Each text behind its length: one byte, or 255 and four.
    private var bytes: [UInt8] = []
    private var lastRow = -1
    private var lastStart = 0

    /// A row that is read once more takes the place of what it was.
    mutating func append(_ text: Span<UInt8>, row: Int) {
        if row == lastRow { bytes.removeLast(bytes.count - lastStart) }
        lastRow = row
        lastStart = bytes.count
        if text.count < 255 {
            bytes.append(UInt8(text.count))
        } else {
            bytes.append(255)
            for shift in [24, 16, 8, 0] { bytes.append(UInt8(text.count >> shift & 0xFF)) }
        }
        unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Where the text that begins at `place` lies; `place` is moved to the one after it.
    func next(at place: inout Int) -> Range<Int> {
        var count = Int(bytes[place])
        place += 1
        if count == 255 {
            count = 0
            for _ in 0..<4 {
                count = count << 8 | Int(bytes[place])
                place += 1
            }
        }
        defer { place += count }
        return place..<place + count
    }

    func text(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }
}
