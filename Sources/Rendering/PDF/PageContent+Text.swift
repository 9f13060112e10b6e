internal import CLibc
internal import Fonts
internal import Scenes

extension PageContent {
    /// A glyph that would stand farther than this from its place, in points, is moved there.
    private static let tolerance = 0.02
    /// In points. Of larger letters a page shows nothing that could be read.
    private static let largest = 1e6

    mutating func set(_ line: TextLine, at origin: Point, angle: Double, _ color: Color) {
        let size = line.font.size
        guard angle.isFinite, size > 0, size <= Self.largest, isNear(line, origin) else { return }
        useFill(color)
        let isSlanted = abs((angle / (.pi / 2)).remainder(dividingBy: 1)) > 1e-6
        if isSlanted { beginWhole(line) }
        text.end(with: "BT")
        use(Font(line.glyphs[0].face, size: size))
        // Letters count upwards, the page downwards.
        for part in [cos(angle), sin(angle), sin(angle), -cos(angle)] {
            text.number(part, places: 5)
        }
        text.point(origin)
        text.word("Tm")
        show(line)
        text.end(with: "ET")
        if isSlanted { text.end(with: "EMC") }
    }

    /// Whether some of the text may be on the page. What nobody sees is not to be found either.
    private func isNear(_ line: TextLine, _ origin: Point) -> Bool {
        guard !line.glyphs.isEmpty, line.width >= 0 else { return false }
        let reach = line.width + 2 * line.font.size
        return -reach...size.width + reach ~= origin.x && -reach...size.height + reach ~= origin.y
    }

    /// Says what the text is: of letters on a slant, which share no line, readers make no words.
    private mutating func beginWhole(_ line: TextLine) {
        text.append("/Span<</ActualText")
        text.text(String(String.UnicodeScalarView(line.glyphScalars)))
        text.end(with: ">>BDC")
    }

    private mutating func use(_ font: Font) {
        guard font != state.font else { return }
        state.font = font
        text.append("/F\(font.face.rawValue)")
        text.number(font.size, places: 4)
        text.word("Tf")
    }

    /// The glyphs, run by run of one face.
    private mutating func show(_ line: TextLine) {
        let scalars = line.glyphScalars
        var run = TextRun(size: line.font.size, tolerance: Self.tolerance)
        var face = line.glyphs[0].face
        for (index, glyph) in line.glyphs.enumerated() {
            if glyph.face != face {
                run.show(in: &text)
                face = glyph.face
                use(Font(face, size: line.font.size))
            }
            let scalar = index < scalars.count ? scalars[index] : "\u{FFFD}"
            let table = Int(face.rawValue)
            let number = glyphs[table].number(of: glyph.id, for: scalar) { [fonts] glyph in
                fonts.advance(of: glyph, in: face)
            }
            run.add(number, at: glyph.x, width: glyphs[table].entries[Int(number)].width)
        }
        run.show(in: &text)
    }
}

/// Numbers of glyphs, with the way between them where it is not that of their widths.
private struct TextRun {
    let size: Double
    let tolerance: Double
    private var pen = 0.0
    private var array = PDFSyntax()
    private var isOpen = false
    private var hasMoves = false

    init(size: Double, tolerance: Double) {
        self.size = size
        self.tolerance = tolerance
    }

    mutating func add(_ number: UInt16, at x: Double, width: Int) {
        let way = x - pen
        if abs(way) >= tolerance, x.isFinite {
            close()
            // In thousandths of the size, backwards.
            let move = min(max((-way * 1000 / size).rounded(), -1e9), 1e9)
            array.number(move, places: 0)
            hasMoves = true
            pen -= move * size / 1000
        }
        if !isOpen { array.append("<") }
        isOpen = true
        array.hex(number)
        pen += Double(width) * size / 1000
    }

    /// Writes what was added, and begins anew where the pen stands.
    mutating func show(in text: inout PDFSyntax) {
        close()
        text.append(hasMoves ? "[" : "")
        text.append(array)
        text.append(hasMoves ? "]" : "")
        text.word(hasMoves ? "TJ" : "Tj")
        array = PDFSyntax()
        hasMoves = false
    }

    private mutating func close() {
        if isOpen { array.append(">") }
        isOpen = false
    }
}
