internal import Fonts
internal import Scenes

extension SVG {
    /// A line of text as wide as it was measured, whichever font the viewer has: letters of another
    /// are stretched. The viewer kerns as the measuring did.
    ///
    /// Letters that no face of ours has are elements of their own, as wide as the boxes that a
    /// picture of pixels shows: how wide the viewer's are is not known, and the others are to keep
    /// their places.
    mutating func draw(_ line: TextLine, _ origin: Point, _ angle: Double, _ style: Style?) {
        for part in line.parts {
            document.write("<text")
            style?.write(to: &document, except: lettering)
            place(part, origin, angle)
            let width = Place.hundredths(part.width)
            if width > 0 {
                document.write("textLength", width)
                document.write(" lengthAdjust=\"spacingAndGlyphs\"")
            }
            if part.hasTelltaleSpaces { document.write(" xml:space=\"preserve\"") }
            document.write(">")
            document.write(line: part.text)
            document.write("</text>\n")
        }
    }

    private mutating func place(_ part: TextPart, _ origin: Point, _ angle: Double) {
        let turn = Place.hundredths(angle * 180 / .pi) % 36000
        guard turn != 0 else {
            document.write("x", Place.hundredths(origin.x + part.start))
            document.write("y", Place.hundredths(origin.y))
            return
        }
        document.write(" transform=\"translate(")
        document.write(Place.hundredths(origin.x))
        document.write(" ")
        document.write(Place.hundredths(origin.y))
        document.write(")rotate(")
        document.write(turn)
        document.write(")\"")
        if part.start > 0 { document.write("x", Place.hundredths(part.start)) }
    }
}

/// A stretch of a line of text, in points from the line's beginning.
private struct TextPart {
    var text = ""
    var start: Double
    var width: Double
    /// Whether no face has its letters.
    var isMissing: Bool

    /// Whether there are spaces that a viewer would leave out.
    var hasTelltaleSpaces: Bool {
        var wasSpace = true
        for scalar in text.unicodeScalars {
            let isSpace = scalar == " " || scalar == "\t"
            if isSpace, wasSpace { return true }
            wasSpace = isSpace
        }
        return wasSpace
    }
}

extension TextLine {
    fileprivate var parts: [TextPart] {
        guard glyphs.contains(where: { $0.id == 0 }) else {
            return [TextPart(text: text, start: 0, width: width, isMissing: false)]
        }
        var parts: [TextPart] = []
        var next = 0
        for scalar in text.unicodeScalars {
            // What takes no room has no glyph, and belongs to the letter before.
            if !scalar.takesNoRoom || scalar == "\t", next < glyphs.count {
                let glyph = glyphs[next]
                next += 1
                // A space never ends a part: it has a glyph, and would only part words.
                let isMissing = glyph.id == 0
                let goesOn = parts.last.map { $0.isMissing == isMissing || scalar == " " }
                if goesOn != true {
                    if let last = parts.indices.last {
                        parts[last].width = glyph.x - parts[last].start
                    }
                    parts.append(
                        TextPart(start: glyph.x, width: width - glyph.x, isMissing: isMissing))
                }
            }
            if let last = parts.indices.last { parts[last].text.unicodeScalars.append(scalar) }
        }
        return parts
    }
}
