internal import CFreeType
internal import FontFiles
internal import Scenes

/// FreeType, opened. Its handle lives and dies with this.
@safe final class FontLibrary {
    fileprivate let handle: FT_Library

    init() {
        var library: FT_Library?
        let error = unsafe openOutlineLibrary(&library)
        guard error == 0, let library = unsafe library else { fatalError("no memory for FreeType") }
        unsafe handle = library
    }

    deinit { unsafe FT_Done_Library(handle) }
}

/// A face whose font file is open. Its handle lives and dies with this.
@safe final class OpenFace {
    private let library: FontLibrary
    private let handle: FT_Face
    let face: Font.Face

    let unitsPerEm: Double
    private(set) lazy var metrics = readMetrics()
    private lazy var heights = readHeights()
    /// For the size asked for last: text comes by the line.
    private var fit: PixelFit?
    private lazy var kerning = Kerning(in: FontFile(face))
    /// What scalars have become in text of this face, be it in another face.
    var found = FoundGlyphs()

    init(_ face: Font.Face, in library: FontLibrary) {
        self.face = face
        self.library = library
        let file = unsafe face.embedded
        var opened: FT_Face?
        let error = unsafe FT_New_Memory_Face(library.handle, file.bytes, file.count, 0, &opened)
        // The file is part of the program, so all that can go wrong is a lack of memory.
        guard error == 0, let opened = unsafe opened else { fatalError("no memory for a font") }
        unsafe handle = opened
        unitsPerEm = unsafe Double(opened.pointee.units_per_EM)
    }

    deinit { unsafe FT_Done_Face(handle) }

    /// The number of the scalar's glyph, nil where the face has none.
    func glyph(of scalar: Unicode.Scalar) -> UInt32? {
        let glyph = unsafe FT_Get_Char_Index(handle, FT_ULong(scalar.value))
        return glyph == 0 ? nil : glyph
    }

    /// How far the glyph moves the pen, in ems. Never hinted, so it is the same at every density.
    func advance(of glyph: UInt32) -> Double {
        var units: FT_Fixed = 0
        unsafe FT_Get_Advance(handle, glyph, FT_Int32(FT_LOAD_NO_SCALE), &units)
        return Double(units) / unitsPerEm
    }

    /// The font's own name for programs, of which a file of a strange making might have none.
    var postScriptName: String {
        guard let name = unsafe FT_Get_Postscript_Name(handle) else { return "Font" }
        let letters = unsafe String(cString: name).utf8.filter {
            0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == 0x2D
        }
        return letters.isEmpty ? "Font" : String(decoding: letters, as: UTF8.self)
    }

    /// What the pair adds to the advance of its first glyph, in ems.
    func kerning(from left: UInt32, to right: UInt32) -> Double {
        Double(kerning.distance(from: left, to: right)) / unitsPerEm
    }

    /// The glyph's outline with y down, from its pen position, `size` pixels to the em.
    func outline(of glyph: UInt32, size: Double, hinted: Bool) -> Path {
        // Font units, so that our own scale is the only rounding. FreeType's hinting is no help:
        // Inter's glyphs have no stem hints, and the autohinter trebles the cost of a chart's outlines.
        guard unsafe FT_Load_Glyph(handle, glyph, FT_Int32(FT_LOAD_NO_SCALE)) == 0 else {
            return Path()
        }
        let path = unsafe path(
            of: handle.pointee.glyph.pointee.outline, scale: size / unitsPerEm)
        // Larger letters have more pixels than hinting could move, smaller ones no shape to keep.
        guard hinted, 6...64 ~= size else { return path }
        if fit?.size != size { fit = PixelFit(heights, size: size) }
        guard let fit else { return path }
        return path.mapped { Point($0.x, -fit.place(-$0.y)) }
    }

    private func path(of outline: FT_Outline, scale: Double) -> Path {
        let count = unsafe Int(outline.n_points)
        let points = unsafe UnsafeBufferPointer(start: outline.points, count: count)
        let tags = unsafe UnsafeBufferPointer(start: outline.tags, count: count)
        var path = Path()
        path.reserveCapacity(count + count / 2)
        var start = 0
        for contour in 0..<(unsafe Int(outline.n_contours)) {
            let end = unsafe Int(outline.contours[contour]) + 1
            unsafe path.append(
                contour: points.span.extracting(start..<end),
                tags: tags.span.extracting(start..<end), scale: scale)
            start = end
        }
        return path
    }

    /// The metrics at one point to the em.
    private func readMetrics() -> FontMetrics {
        let table = unsafe FT_Get_Sfnt_Table(handle, FT_SFNT_OS2)
        let heights = unsafe table?.assumingMemoryBound(to: TT_OS2.self).pointee
        return FontMetrics(
            ascent: unsafe Double(handle.pointee.ascender) / unitsPerEm,
            descent: unsafe -Double(handle.pointee.descender) / unitsPerEm,
            capHeight: height(of: "H", inTable: heights.map { Int($0.sCapHeight) }),
            xHeight: height(of: "x", inTable: heights.map { Int($0.sxHeight) }))
    }

    /// The height that the OS/2 table states, or, as older tables do not, that of a letter.
    private func height(of letter: Unicode.Scalar, inTable stated: Int?) -> Double {
        if let stated, stated > 0 { return Double(stated) / unitsPerEm }
        return -(bounds(of: letter)?.minY ?? 0)
    }

    private func readHeights() -> PixelFit.Heights {
        PixelFit.Heights(
            descender: bounds(of: "p")?.maxY ?? 0, overshoot: bounds(of: "o")?.maxY ?? 0,
            xHeight: metrics.xHeight, capHeight: metrics.capHeight,
            ascender: -(bounds(of: "l")?.minY ?? 0))
    }

    private func bounds(of letter: Unicode.Scalar) -> Rect? {
        glyph(of: letter).flatMap { outline(of: $0, size: 1, hinted: false).bounds }
    }
}
