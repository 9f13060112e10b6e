internal import Scenes

extension Color {
    /// This colour painted over `below`, as strongly as `coverage` (0...255) says: Porter and
    /// Duff's "over", on colours that are not premultiplied.
    func painted(over below: Color, coverage: UInt8) -> Color {
        let strength = Self.product(UInt32(alpha), UInt32(coverage))
        if strength == 255 { return self }
        if strength == 0 { return below }
        if below.isOpaque {
            let rest = 255 - strength
            func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
                UInt8(Self.over255(UInt32(a) * strength + UInt32(b) * rest))
            }
            return Color(
                red: mix(red, below.red), green: mix(green, below.green),
                blue: mix(blue, below.blue))
        }
        // Both weights times 255, so that the one rounding is that of the quotient.
        let weight = strength * 255
        let rest = UInt32(below.alpha) * (255 - strength)
        let total = weight + rest
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8((UInt32(a) * weight + UInt32(b) * rest + total / 2) / total)
        }
        return Color(
            red: mix(red, below.red), green: mix(green, below.green),
            blue: mix(blue, below.blue), alpha: UInt8(Self.over255(total)))
    }

    private static func product(_ a: UInt32, _ b: UInt32) -> UInt32 { over255(a * b) }

    /// `value / 255`, rounded, for values up to 255 * 255 (Blinn, "Three Wrongs Make a Right").
    static func over255(_ value: UInt32) -> UInt32 {
        let shifted = value + 128
        return (shifted + shifted >> 8) >> 8
    }
}
