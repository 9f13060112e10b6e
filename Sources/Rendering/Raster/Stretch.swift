/// How much a rectangle covers of each column or row: a part of the first, all of those between, a
/// part of the last.
struct Stretch {
    struct Part {
        var pixels: Range<Int>
        /// In 256ths of a pixel.
        var share: Int
    }

    private(set) var parts: [Part] = []

    /// Any two numbers with `start` not after `end`; what is out of sight is left out.
    init(from start: Double, to end: Double, in limits: Range<Int>) {
        func place(_ position: Double) -> Int {
            let inside = min(max(position, Double(limits.lowerBound)), Double(limits.upperBound))
            return Int((inside - Double(limits.lowerBound)) * 256 + 0.5)
                + limits.lowerBound << 8
        }
        let (low, high) = (place(start), place(end))
        let (first, last) = (low >> 8, high >> 8)
        if first == last {
            append(first..<first + 1, high - low)
        } else {
            let next = low & 255 == 0 ? first : first + 1
            append(first..<next, 256 - low & 255)
            append(next..<last, 256)
            append(last..<last + 1, high & 255)
        }
    }

    private mutating func append(_ pixels: Range<Int>, _ share: Int) {
        if !pixels.isEmpty, share > 0 { parts.append(Part(pixels: pixels, share: share)) }
    }
}
