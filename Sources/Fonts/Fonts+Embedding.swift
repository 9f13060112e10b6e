package import Scenes

/// What a format asks that carries glyphs of a face along, besides their outlines.
extension Fonts {
    /// How far a glyph moves the pen, in ems; kerning is not in it.
    package func advance(of glyph: UInt32, in face: Font.Face) -> Double {
        glyph == 0 ? Path.boxAdvance : open(face).advance(of: glyph)
    }

    /// The name that programs know the face by: `Inter-SemiBold`. Letters, digits and hyphens only.
    package func postScriptName(of face: Font.Face) -> String { open(face).postScriptName }
}
