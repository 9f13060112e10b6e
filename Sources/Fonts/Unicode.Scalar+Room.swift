extension Unicode.Scalar {
    /// Whether the scalar steers its neighbours and is never seen itself: controls, joiners,
    /// directional marks, variation selectors, tags.
    package var takesNoRoom: Bool {
        switch value {
        case 0x20...0x7E: false
        case 0...0x1F, 0x7F...0x9F, 0xAD: true
        case 0...0x061B: false
        case 0x061C, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
        case 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: true
        default: false
        }
    }
}
