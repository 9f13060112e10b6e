/// How the bytes of cells become text.
enum CellText {
    /// What is no UTF-8 and what is no character becomes U+FFFD; nil where nothing is to be mended.
    static func mended(_ bytes: Span<UInt8>) -> [UInt8]? {
        var isPlain = true
        for index in bytes.indices where bytes[index] == 0 || bytes[index] >= 0x80 {
            isPlain = false
        }
        if isPlain { return nil }
        let text = String(decoding: array(bytes), as: UTF8.self)
        var mended: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0 {
                mended.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else {
                mended.append(byte)
            }
        }
        if mended.count == bytes.count {
            var same = true
            for index in bytes.indices where bytes[index] != mended[index] { same = false }
            if same { return nil }
        }
        return mended
    }

    static func text(_ bytes: Span<UInt8>) -> String {
        String(decoding: mended(bytes) ?? array(bytes), as: UTF8.self)
    }

    /// As much of a cell as an error shows.
    static func excerpt(_ bytes: Span<UInt8>) -> String {
        let shown = bytes.extracting(first: 160)
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
