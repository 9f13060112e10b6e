/// Bytes in letters, digits, `+` and `/`, padded with `=` (RFC 4648, section 4).
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var place = 0
        while place < bytes.count {
            let count = min(3, bytes.count - place)
            let second = count > 1 ? UInt32(bytes[place + 1]) : 0
            let third = count > 2 ? UInt32(bytes[place + 2]) : 0
            let group = UInt32(bytes[place]) << 16 | second << 8 | third
            for digit in 0..<4 {
                let isPadding = digit > count
                let six = Int(group >> (18 - 6 * UInt32(digit)) & 63)
                text.append(isPadding ? UInt8(ascii: "=") : letters[six])
            }
            place += 3
        }
        return text
    }
}
