/// What `bytes` of a form or query mean: `+` is a space, `%XX` a byte, and the bytes are UTF-8.
///
/// A `%` without two hexadecimal digits stays as it is (as WHATWG's URL standard has it): lighttpd
/// rewrites it to `%25` before anyone else sees it, so no other reading gives the same text behind
/// every server.
///
/// In a path, a plus is one.
func formDecoded(_ bytes: ArraySlice<UInt8>, isPath: Bool = false) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
        switch bytes[i] {
        case UInt8(ascii: "+") where !isPath: decoded.append(UInt8(ascii: " "))
        case UInt8(ascii: "%"):
            guard i + 2 < bytes.endIndex, let high = hexDigit(bytes[i + 1]),
                let low = hexDigit(bytes[i + 2])
            else { fallthrough }
            decoded.append(high << 4 | low)
            i += 2
        default: decoded.append(bytes[i])
        }
        i += 1
    }
    return cleanText(decoded)
}

/// `bytes` as text that every format can hold: each broken UTF-8 sequence becomes U+FFFD, and the
/// control characters of ASCII are left out, all but tab and line feed: so a line end of a form, CR LF, is
/// one line feed. Those that turn the direction of a text are left out too, since they would turn what
/// stands around it.
func cleanText(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 == leadOfTurns || isUnwanted(UInt32($0)) }) else {
        return text
    }
    // Not before the decoding: a control character inside a sequence must not heal it.
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isUnwanted(scalar.value) { kept.append(scalar) }
    return String(kept)
}

private func isUnwanted(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}

/// The first byte of what turns the direction of text, in UTF-8.
private let leadOfTurns: UInt8 = 0xE2

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
}
