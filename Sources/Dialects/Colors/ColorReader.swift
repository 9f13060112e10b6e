import CLibc
import Notation
package import Scenes

/// Reads colours as style sheets write them (CSS Color 4): names, `#rgb`, `#rgba`, `#rrggbb`,
/// `#rrggbbaa`, `rgb()` and `hsl()` with commas or spaces. The `#` may be missing, since a URL ends
/// at it.
package enum ColorReader {
    package static func read(_ text: String) -> Color? {
        let bytes = lowered(text)
        if bytes.isEmpty { return nil }
        if bytes == Array("none".utf8) || bytes == Array("transparent".utf8) { return .clear }
        if bytes.last == UInt8(ascii: ")") { return function(bytes) }
        let isMarked = bytes.first == UInt8(ascii: "#")
        if let color = hex(isMarked ? bytes[1...] : bytes[...]) { return color }
        return isMarked ? nil : ColorNames.color(named: bytes)
    }

    private static func lowered(_ text: String) -> [UInt8] {
        var bytes = text.utf8.map { 65...90 ~= $0 ? $0 | 32 : $0 }
        while bytes.first == 32 { bytes.removeFirst() }
        while bytes.last == 32 { bytes.removeLast() }
        return bytes
    }

    private static func hex(_ digits: ArraySlice<UInt8>) -> Color? {
        guard [3, 4, 6, 8].contains(digits.count) else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            let number: UInt32
            switch digit {
            case 48...57: number = UInt32(digit) - 48
            case 97...102: number = UInt32(digit) - 87
            default: return nil
            }
            // A short form writes each digit once for twice.
            value = digits.count < 6 ? value << 8 | number * 17 : value << 4 | number
        }
        return Color(digits.count % 4 == 0 ? value : value << 8 | 0xFF)
    }

    private static func function(_ bytes: [UInt8]) -> Color? {
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")) else { return nil }
        let name = String(decoding: bytes[..<open], as: UTF8.self)
        let inner = bytes[(open + 1)..<(bytes.count - 1)]
        let parts = inner.split { $0 == 44 || $0 == 32 || $0 == 47 }.map { argument($0) }
        guard parts.count == 3 || parts.count == 4, parts.allSatisfy({ $0 != nil }) else {
            return nil
        }
        let values = parts.compactMap { $0 }
        let alpha =
            values.count == 4
            ? (values[3].isPercent ? values[3].number / 100 : values[3].number) : 1
        switch name {
        case "rgb", "rgba":
            let channels = values[..<3].map { $0.isPercent ? $0.number * 2.55 : $0.number }
            return color(channels[0], channels[1], channels[2], alpha)
        case "hsl", "hsla":
            return hsl(values[0].number, values[1].number / 100, values[2].number / 100, alpha)
        default: return nil
        }
    }

    private static func argument(_ bytes: ArraySlice<UInt8>) -> (number: Double, isPercent: Bool)? {
        let isPercent = bytes.last == UInt8(ascii: "%")
        let text = String(decoding: isPercent ? bytes.dropLast() : bytes, as: UTF8.self)
        let plain = text.hasSuffix("deg") ? String(text.dropLast(3)) : text
        guard let number = Double(decimal: plain) else { return nil }
        return (number, isPercent)
    }

    private static func color(_ r: Double, _ g: Double, _ b: Double, _ alpha: Double) -> Color {
        func channel(_ value: Double) -> UInt8 { UInt8(min(max(value, 0), 255).rounded()) }
        return Color(
            red: channel(r), green: channel(g), blue: channel(b), alpha: channel(alpha * 255))
    }

    /// CSS Color 4, section 7.1.
    private static func hsl(_ h: Double, _ s: Double, _ l: Double, _ alpha: Double) -> Color {
        let saturation = min(max(s, 0), 1)
        let lightness = min(max(l, 0), 1)
        let a = saturation * min(lightness, 1 - lightness)
        func channel(_ n: Double) -> Double {
            let k = fmod(fmod(n + h / 30, 12) + 12, 12)
            return (lightness - a * max(-1, min(k - 3, 9 - k, 1))) * 255
        }
        return color(channel(0), channel(8), channel(4), alpha)
    }
}
