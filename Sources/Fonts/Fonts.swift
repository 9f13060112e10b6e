package import Scenes

/// The program's faces: sets text in them, measures it, and gives the shapes of its glyphs.
///
/// Nothing is opened before it is asked for. What was asked for once is remembered.
package final class Fonts {
    private lazy var library = FontLibrary()
    private var faces: [OpenFace?] = Array(repeating: nil, count: Font.Face.allCases.count)
    private var outlines = Outlines()

    package init() {}

    /// Text on one line: its glyphs, kerned, each from the first face that has it.
    ///
    /// A tab is a space. Controls, joiners and variation selectors leave no trace.
    package func set(_ text: String, in font: Font) -> TextLine {
        var line = TextLine(text: text, font: font, glyphs: [], width: 0)
        line.glyphs.reserveCapacity(text.utf8.count)
        line.width =
            font.size
            * walk(text, in: font.face) { glyph, pen in
                line.glyphs.append(
                    TextLine.Glyph(face: glyph.face, id: glyph.id, x: font.size * pen))
            }
        return line
    }

    /// The width that `set` gives, without the glyphs. It grows with the font's size and with
    /// nothing else, so it holds at any density.
    package func width(of text: String, in font: Font) -> Double {
        font.size * walk(text, in: font.face) { _, _ in }
    }

    package func metrics(of font: Font) -> FontMetrics {
        open(font.face).metrics.scaled(by: font.size)
    }

    /// The shape of a glyph: in pixels, y down, from its pen position on the baseline.
    ///
    /// `size` is pixels to the em. Hinted, letters begin and end on whole pixels if the baseline
    /// lies on one; nothing moves sideways. A size that is no size gives an empty path.
    package func outline(
        of glyph: UInt32, in face: Font.Face, size: Double, hinted: Bool
    ) -> Path {
        guard size > 0, size.isFinite else { return Path() }
        if glyph == 0 { return .box(size: size, hinted: hinted) }
        let key = Outlines.Key(face: face, glyph: glyph, size: size, hinted: hinted)
        if let known = outlines[key] { return known }
        let outline = open(face).outline(of: glyph, size: size, hinted: hinted)
        outlines.insert(outline, for: key)
        return outline
    }
}

extension Fonts {
    /// Shows each glyph with the pen's position before it, and answers the last one; all in ems.
    private func walk(
        _ text: String, in face: Font.Face, _ visit: (FoundGlyph, Double) -> Void
    ) -> Double {
        let main = open(face)
        var pen = 0.0
        var previous: FoundGlyph?
        for scalar in text.unicodeScalars {
            let scalar = scalar == "\t" ? " " : scalar
            if scalar.takesNoRoom { continue }
            let glyph = main.found[scalar] ?? find(scalar, for: main)
            if let previous { pen += kerning(from: previous, to: glyph) }
            visit(glyph, pen)
            pen += glyph.advance
            previous = glyph
        }
        return pen
    }

    private func kerning(from left: FoundGlyph, to right: FoundGlyph) -> Double {
        guard left.face == right.face, left.id != 0, right.id != 0 else { return 0 }
        return open(left.face).kerning(from: left.id, to: right.id)
    }

    private func find(_ scalar: Unicode.Scalar, for main: OpenFace) -> FoundGlyph {
        let glyph = main.find(scalar) ?? findElsewhere(scalar, for: main.face)
        main.found.insert(glyph, for: scalar)
        return glyph
    }

    private func findElsewhere(_ scalar: Unicode.Scalar, for face: Font.Face) -> FoundGlyph {
        for fallback in face.fallbacks {
            if let glyph = open(fallback).find(scalar) { return glyph }
        }
        return FoundGlyph(face: face, id: 0, advance: Path.boxAdvance)
    }

    func open(_ face: Font.Face) -> OpenFace {
        if let open = faces[Int(face.rawValue)] { return open }
        let open = OpenFace(face, in: library)
        faces[Int(face.rawValue)] = open
        return open
    }
}

extension Font.Face {
    /// Where to look for what this face lacks: first in the other family, as bold as this.
    fileprivate var fallbacks: [Font.Face] {
        switch self {
        case .inter: [.liberationSans, .dejaVuSans]
        case .interSemiBold: [.liberationSansBold, .dejaVuSans]
        case .liberationSans: [.inter, .dejaVuSans]
        case .liberationSansBold: [.interSemiBold, .dejaVuSans]
        case .dejaVuSans: [.inter, .liberationSans]
        }
    }
}

extension OpenFace {
    fileprivate func find(_ scalar: Unicode.Scalar) -> FoundGlyph? {
        guard let glyph = glyph(of: scalar) else { return nil }
        return FoundGlyph(face: face, id: glyph, advance: advance(of: glyph))
    }
}
