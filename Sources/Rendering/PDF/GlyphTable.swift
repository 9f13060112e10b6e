internal import Scenes

/// The glyphs of a face that a document shows, numbered in the order of their first use.
///
/// A glyph has a number for each scalar that it stands for, so that what is copied out of the document
/// is what was put in: a hyphen and a soft one may look the same.
struct GlyphTable {
    struct Entry {
        /// Its number in the face; 0 is the box for what no face has.
        var glyph: UInt32
        var scalar: Unicode.Scalar
        /// How far it moves the pen, in thousandths of the em.
        var width: Int
    }

    let face: Font.Face
    /// By number. Number 0 stands for what there is no number for.
    private(set) var entries: [Entry] = []
    private var numbers: [UInt64: UInt16] = [:]

    /// A compact font has no more glyphs.
    static let limit = 65_000

    init(_ face: Font.Face) { self.face = face }

    var isEmpty: Bool { entries.isEmpty }

    /// The number of `glyph` where it stands for `scalar`, which it gets now if it has none.
    /// `advance` tells how far a glyph moves the pen, in ems.
    mutating func number(
        of glyph: UInt32, for scalar: Unicode.Scalar, advance: (UInt32) -> Double
    ) -> UInt16 {
        let key = UInt64(glyph) << 32 | UInt64(scalar.value)
        if let known = numbers[key] { return known }
        if entries.isEmpty { append(0, "\u{FFFD}", advance) }
        guard entries.count < Self.limit else { return 0 }
        let number = UInt16(entries.count)
        append(glyph, scalar, advance)
        numbers[key] = number
        return number
    }

    private mutating func append(
        _ glyph: UInt32, _ scalar: Unicode.Scalar, _ advance: (UInt32) -> Double
    ) {
        let width = Int((advance(glyph) * 1000).rounded())
        entries.append(Entry(glyph: glyph, scalar: scalar, width: width))
    }
}
