internal import Scenes

/// What a scalar has become: a glyph, the face that had it, and how far it moves the pen, in ems.
struct FoundGlyph {
    var face: Font.Face
    var id: UInt32
    var advance: Double
}

/// The glyphs that were found last, by their scalars.
///
/// A scalar's place is its last byte: ASCII never meets itself there, and the search for a scalar
/// that has been displaced is only done again.
struct FoundGlyphs {
    private var scalars: [UInt32]
    private var glyphs: [FoundGlyph]

    init() {
        // No scalar has this number.
        scalars = Array(repeating: .max, count: 256)
        glyphs = Array(repeating: FoundGlyph(face: .inter, id: 0, advance: 0), count: 256)
    }

    subscript(scalar: Unicode.Scalar) -> FoundGlyph? {
        get {
            let slot = Int(scalar.value & 255)
            return scalars[slot] == scalar.value ? glyphs[slot] : nil
        }
        set {
            let slot = Int(scalar.value & 255)
            guard let newValue else { return scalars[slot] = .max }
            scalars[slot] = scalar.value
            glyphs[slot] = newValue
        }
    }
}
