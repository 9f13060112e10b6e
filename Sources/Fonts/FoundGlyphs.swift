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
    // No scalar has the number that says a place is empty.
    private var scalars = Array(repeating: UInt32.max, count: 256)
    private var glyphs = Array(
        repeating: FoundGlyph(face: .inter, id: 0, advance: 0), count: 256)

    subscript(scalar: Unicode.Scalar) -> FoundGlyph? {
        let place = Int(scalar.value & 255)
        return scalars[place] == scalar.value ? glyphs[place] : nil
    }

    mutating func insert(_ glyph: FoundGlyph, for scalar: Unicode.Scalar) {
        let place = Int(scalar.value & 255)
        scalars[place] = scalar.value
        glyphs[place] = glyph
    }
}
