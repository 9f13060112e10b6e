/// A string of JSON's: where it lies between its quotes.
package struct JSONText: Equatable, Sendable {
    package var range: Range<Int>
    package var hasEscapes: Bool

    /// What it means.
    package func string(in bytes: Span<UInt8>) -> String {
        String(decoding: utf8(in: bytes), as: UTF8.self)
    }

    /// What it means, with bytes that are no UTF-8 as they are.
    package func utf8(in bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            if bytes[place] == UInt8(ascii: "\\") {
                text.append(contentsOf: Self.character(bytes, at: &place))
            } else {
                text.append(bytes[place])
                place += 1
            }
        }
        return text
    }

    /// The character that is escaped at `place`, which is moved behind it.
    private static func character(_ bytes: Span<UInt8>, at place: inout Int) -> [UInt8] {
        let letter = bytes[place + 1]
        guard letter == UInt8(ascii: "u") else {
            place += 2
            return switch letter {
            case UInt8(ascii: "b"): [0x08]
            case UInt8(ascii: "f"): [0x0C]
            case UInt8(ascii: "n"): [0x0A]
            case UInt8(ascii: "r"): [0x0D]
            case UInt8(ascii: "t"): [0x09]
            default: [letter]
            }
        }
        let unit = unit(bytes, at: place + 2) ?? 0xFFFD
        place += 6
        if 0xD800...0xDBFF ~= unit, place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
            bytes[place + 1] == UInt8(ascii: "u"), let low = Self.unit(bytes, at: place + 2),
            0xDC00...0xDFFF ~= low
        {
            place += 6
            return utf8(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        }
        return utf8(unit)
    }

    private static func utf8(_ value: UInt32) -> [UInt8] {
        Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    }

    /// What four hexadecimal digits say; nil where there are none.
    static func unit(_ bytes: Span<UInt8>, at place: Int) -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for index in place..<place + 4 {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 + UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                unit = unit << 4 + UInt32(byte | 0x20) - 0x57
            default: return nil
            }
        }
        return unit
    }
}
