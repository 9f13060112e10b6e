/// How the bytes of cells become text.
enum CellText {
    /// The text in UTF-8; nil where nothing is to be mended.
    ///
    /// A cell that is no UTF-8 is read as Windows-1252, in which spreadsheets of the West save text.
    /// What is no character becomes U+FFFD.
    static func mended(_ bytes: Span<UInt8>) -> [UInt8]? {
        var (isPlain, hasZero) = (true, false)
        for index in bytes.indices where bytes[index] == 0 || bytes[index] >= 0x80 {
            isPlain = false
            if bytes[index] == 0 { hasZero = true }
        }
        if isPlain { return nil }
        let isUTF8 = isUTF8(bytes)
        if isUTF8, !hasZero { return nil }
        var mended: [UInt8] = []
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0 {
                mended.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else if isUTF8 || byte < 0x80 {
                mended.append(byte)
            } else {
                mended.append(contentsOf: String(Character(windowsCharacter(byte))).utf8)
            }
        }
        return mended
    }

    /// Decoding changes whatever is no UTF-8, and nothing else.
    private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
        let array = array(bytes)
        return String(decoding: array, as: UTF8.self).utf8.elementsEqual(array)
    }

    private static func windowsCharacter(_ byte: UInt8) -> Unicode.Scalar {
        0x80...0x9F ~= byte ? windowsCharacters[Int(byte - 0x80)] : Unicode.Scalar(byte)
    }

    /// What Windows-1252 has from 0x80 to 0x9F; elsewhere it is Latin-1.
    private static let windowsCharacters: [Unicode.Scalar] = [
        "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž",
        "\u{FFFD}", "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ",
        "\u{FFFD}", "ž", "Ÿ",
    ]

    static func text(_ bytes: Span<UInt8>) -> String {
        String(decoding: mended(bytes) ?? array(bytes), as: UTF8.self)
    }

    /// As much of a cell as an error shows.
    static func excerpt(_ bytes: Span<UInt8>) -> String {
        var end = min(bytes.count, 160)
        // A character that is cut in two would make the rest no UTF-8.
        while end < bytes.count, end > 156, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let shown = bytes.extracting(first: end)
        let text = text(shown)
        let excerpt = String(text.prefix(40))
        return shown.count < bytes.count || excerpt.utf8.count < text.utf8.count
            ? excerpt + "…" : excerpt
    }

    static func array(_ bytes: Span<UInt8>) -> [UInt8] {
        var array: [UInt8] = []
        array.reserveCapacity(bytes.count)
        for index in bytes.indices { array.append(bytes[index]) }
        return array
    }
}
