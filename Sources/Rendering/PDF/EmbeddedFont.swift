internal import Encoding
internal import Fonts
internal import Scenes

/// A face of the document: its glyphs as a font file, their widths, and what they stand for.
struct EmbeddedFont {
    private let table: GlyphTable
    private let fonts: Fonts

    init(_ table: GlyphTable, from fonts: Fonts) {
        self.table = table
        self.fonts = fonts
    }

    /// Adds all objects of the font; the number of the one that a page names.
    func add(to objects: inout PDFObjects) throws(EncodingError) -> Int {
        let outlines = table.entries.map { entry in
            fonts.outline(of: entry.glyph, in: table.face, size: 1000, hinted: false)
        }
        let box = Self.box(around: outlines)
        let name = subsetTag + "+" + fonts.postScriptName(of: table.face)
        let file = CompactFont(
            name: name, box: box,
            glyphs: zip(outlines, table.entries).map { ($0, $1.width) })
        let data = try objects.addStream(file.bytes, keys: "/Subtype/CIDFontType0C")
        let descriptor = objects.add(descriptor(name, box, file: data))
        let descendant = objects.add(descendant(name, descriptor: descriptor))
        let unicode = try objects.addStream(unicodes.bytes)
        return objects.add(
            PDFSyntax(
                "<</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H"
                    + "/DescendantFonts[\(descendant) 0 R]/ToUnicode \(unicode) 0 R>>"))
    }

    private func descriptor(_ name: String, _ box: [Int], file: Int) -> PDFSyntax {
        let metrics = fonts.metrics(of: Font(table.face, size: 1000))
        func whole(_ length: Double) -> Int { Int(length.rounded()) }
        // 4: the glyphs are those of no standard encoding. The width of stems, which matters to those
        // only who have to do without the file, is 0, unknown.
        return PDFSyntax(
            "<</Type/FontDescriptor/FontName/\(name)/Flags 4/ItalicAngle 0/StemV 0"
                + "/Ascent \(whole(metrics.ascent))/Descent \(-whole(metrics.descent))"
                + "/CapHeight \(whole(metrics.capHeight))"
                + "/FontBBox[\(box[0]) \(box[1]) \(box[2]) \(box[3])]/FontFile3 \(file) 0 R>>")
    }

    private func descendant(_ name: String, descriptor: Int) -> PDFSyntax {
        var text = PDFSyntax(
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/\(name)/CIDSystemInfo"
                + "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                + "/FontDescriptor \(descriptor) 0 R/W[0[")
        for entry in table.entries { text.number(entry.width, places: 0) }
        text.append("]]>>")
        return text
    }

    /// Left, bottom, right and top, y upwards.
    private static func box(around outlines: [Path]) -> [Int] {
        var box: Rect?
        for bounds in outlines.compactMap({ $0.bounds }) { box = box?.union(bounds) ?? bounds }
        guard let box else { return [0, 0, 0, 0] }
        func whole(_ length: Double) -> Int { Int(min(max(length, -32_000), 32_000)) }
        return [
            whole(box.minX.rounded(.down)), whole((-box.maxY).rounded(.down)),
            whole(box.maxX.rounded(.up)), whole((-box.minY).rounded(.up)),
        ]
    }

    /// Six letters that tell this choice of glyphs from others of the face (ISO 32000-1, 9.6.4).
    private var subsetTag: String {
        let parts = table.entries.flatMap { entry in
            [24, 16, 8, 0].flatMap { shift in
                [entry.glyph, entry.scalar.value].map { UInt8(truncatingIfNeeded: $0 >> shift) }
            }
        }
        var digest = Digest.of(parts)
        var letters: [UInt8] = []
        for _ in 0..<6 {
            letters.append(UInt8(ascii: "A") + UInt8(digest % 26))
            digest /= 26
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

// MARK: What glyphs stand for

extension EmbeddedFont {
    /// The list says no more in one go.
    private static let mostPairs = 100

    /// From numbers to scalars (9.10.3), so that text can be searched and copied.
    private var unicodes: PDFSyntax {
        var text = PDFSyntax(
            """
            /CIDInit/ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """)
        let entries = table.entries
        for start in stride(from: 0, to: entries.count, by: Self.mostPairs) {
            let numbers = start..<min(start + Self.mostPairs, entries.count)
            text.append("\(numbers.count) beginbfchar\n")
            for number in numbers {
                text.append("<")
                text.hex(UInt16(number))
                text.append("><")
                for unit in String(Self.said(entries[number].scalar)).utf16 { text.hex(unit) }
                text.append(">\n")
            }
            text.append("endbfchar\n")
        }
        text.append(
            """
            endcmap
            CMapName currentdict/CMap defineresource pop
            end
            end

            """)
        return text
    }

    /// A reader may take the first of all code units, turned around, for a sign of the byte order.
    private static func said(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value == 0xFFFE ? "\u{FFFD}" : scalar
    }
}
