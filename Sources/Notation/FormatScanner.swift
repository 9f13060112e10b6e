/// Walks over the text of a format, from left to right.
struct FormatScanner {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { offset == bytes.count }
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// Steps over the next byte, whatever it is.
    mutating func take() -> UInt8? {
        guard let byte = next else { return nil }
        offset += 1
        return byte
    }

    /// Steps over `byte` where it comes next, and says whether it did.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    /// Steps over the next byte where it means something.
    mutating func take<Meaning>(_ meaning: (UInt8) -> Meaning?) -> Meaning? {
        guard let byte = next, let found = meaning(byte) else { return nil }
        offset += 1
        return found
    }

    /// Steps over digits; numbers of more than six digits count as a million.
    mutating func takeNumber() -> Int? {
        var number: Int?
        while let digit = next?.decimalDigit {
            number = min((number ?? 0) * 10 + Int(digit), 1_000_000)
            offset += 1
        }
        return number
    }

    /// Steps over one character of any kind, where an alignment follows it.
    mutating func takeFill() -> String? {
        guard let lead = next else { return nil }
        // The bytes of a String are valid UTF-8, where the first one tells the length.
        let end = offset + max(1, (~lead).leadingZeroBitCount)
        guard end < bytes.count, NumberFormat.Align(rawValue: bytes[end]) != nil else { return nil }
        defer { offset = end }
        return String(decoding: bytes[offset..<end], as: UTF8.self)
    }
}
