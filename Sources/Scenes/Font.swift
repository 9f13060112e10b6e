/// A face at a size. Which file a face is read from is known to `Fonts` alone.
package struct Font: Hashable, Sendable {
    package enum Face: UInt8, Sendable, CaseIterable {
        case inter, interSemiBold
        case liberationSans, liberationSansBold
        /// What the others lack is looked up here.
        case dejaVuSans
    }

    package var face: Face
    /// The size of the em square, in points.
    package var size: Double

    package init(_ face: Face, size: Double) {
        self.face = face
        self.size = size
    }
}

/// One line of text, set: which glyphs stand where. Made by `Fonts` once, before any format is known.
package struct TextLine: Equatable, Sendable {
    package struct Glyph: Equatable, Sendable {
        /// Differs from the font's own where a fallback had the glyph.
        package var face: Font.Face
        /// The number of the glyph in its face; 0 is the box for what no face has.
        package var id: UInt32
        /// Where the glyph begins, in points from the beginning of the line.
        package var x: Double

        package init(face: Font.Face, id: UInt32, x: Double) {
            self.face = face
            self.id = id
            self.x = x
        }
    }

    package var text: String
    package var font: Font
    package var glyphs: [Glyph]
    package var width: Double

    package init(text: String, font: Font, glyphs: [Glyph], width: Double) {
        self.text = text
        self.font = font
        self.glyphs = glyphs
        self.width = width
    }
}
