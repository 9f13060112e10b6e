/// A colour of the sRGB space with its opacity, not premultiplied: `0xRRGGBBAA`.
package struct Color: Hashable, Sendable {
    package var rgba: UInt32

    package init(_ rgba: UInt32) { self.rgba = rgba }

    package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
        rgba = UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8 | UInt32(alpha)
    }

    package var red: UInt8 { UInt8(truncatingIfNeeded: rgba >> 24) }
    package var green: UInt8 { UInt8(truncatingIfNeeded: rgba >> 16) }
    package var blue: UInt8 { UInt8(truncatingIfNeeded: rgba >> 8) }
    package var alpha: UInt8 { UInt8(truncatingIfNeeded: rgba) }

    package static let clear = Color(0)
    package static let black = Color(0x0000_00FF)
    package static let white = Color(0xFFFF_FFFF)

    package var isClear: Bool { alpha == 0 }
    package var isOpaque: Bool { alpha == 255 }

    /// The same colour, `opacity` (0...1) times as opaque.
    package func opacity(_ opacity: Double) -> Color {
        let factor = opacity.isFinite ? min(max(opacity, 0), 1) : 1
        return Color(rgba & ~0xFF | UInt32((Double(alpha) * factor).rounded()))
    }

    /// The colour on the way to `other`, at `fraction` (0...1) of it, channel by channel.
    package func mixed(with other: Color, by fraction: Double) -> Color {
        let t = min(max(fraction, 0), 1)
        func channel(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8((Double(a) + (Double(b) - Double(a)) * t).rounded())
        }
        return Color(
            red: channel(red, other.red), green: channel(green, other.green),
            blue: channel(blue, other.blue), alpha: channel(alpha, other.alpha))
    }

    /// How this colour looks on an opaque `background`.
    package func over(_ background: Color) -> Color {
        let opaque = Color(rgba | 0xFF)
        return background.mixed(with: opaque, by: Double(alpha) / 255)
    }

    /// Relative luminance, 0 (black) ... 1 (white), opacity left aside (WCAG 2.2, "relative luminance").
    package var luminance: Double {
        // The square stands in for the exact sRGB curve: within 0.03 of it, and no call into the
        // mathematics library for each colour.
        func linear(_ channel: UInt8) -> Double {
            let v = Double(channel) / 255
            return v * v * (0.2 * v + 0.8)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// How well two opaque colours can be told apart, 1 ... 21 (WCAG 2.2, "contrast ratio").
    package func contrast(with other: Color) -> Double {
        let (a, b) = (luminance + 0.05, other.luminance + 0.05)
        return max(a, b) / min(a, b)
    }

    /// `#rrggbb`, or `#rrggbbaa` where it is not opaque.
    package var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        let shown = isOpaque ? rgba >> 8 : rgba
        let count = isOpaque ? 6 : 8
        var text = [UInt8(ascii: "#")]
        for place in stride(from: count - 1, through: 0, by: -1) {
            text.append(digits[Int(shown >> UInt32(place * 4) & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
