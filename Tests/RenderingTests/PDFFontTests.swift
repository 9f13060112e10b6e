import CFreeType
import Fonts
import Scenes
import Testing

@testable import Rendering

@Suite("Fonts that a PDF carries along")
struct PDFFontTests {
    @Test("A number takes one byte to three and reads back as itself")
    func numbers() {
        for number in Int(Int16.min)...Int(Int16.max) {
            var bytes: [UInt8] = []
            CharString.append(number, to: &bytes)
            let read =
                switch bytes[0] {
                case 32...246: Int(bytes[0]) - 139
                case 247...250: (Int(bytes[0]) - 247) * 256 + Int(bytes[1]) + 108
                case 251...254: -(Int(bytes[0]) - 251) * 256 - Int(bytes[1]) - 108
                default: Int(Int16(truncatingIfNeeded: Int(bytes[1]) << 8 | Int(bytes[2])))
                }
            let length = abs(number) <= 107 ? 1 : abs(number) <= 1131 ? 2 : 3
            guard read == number, bytes.count == length else {
                Issue.record("\(number) became \(bytes)")
                return
            }
        }
    }

    @Test("A square is four numbers, and its last side goes without saying")
    func square() {
        let path = Path(Rect(x: 0, y: -100, width: 100, height: 100))
        // 50, by 100 upwards, by 100 across, then up and across in turn, end. 139 is 0.
        let expected: [UInt8] = [189, 239, 4, 239, 39, 39, 6, 14]
        #expect(CharString(path, width: 50).bytes == expected)
    }

    @Test("Nothing to draw is a width and an end")
    func space() {
        #expect(CharString(Path(), width: 7).bytes == [146, 14])
        #expect(CharString(Path(), width: nil).bytes == [14])
    }

    @Test(
        "FreeType reads every glyph as it was drawn, and its width", arguments: Font.Face.allCases)
    func roundTrip(face: Font.Face) throws {
        let fonts = Fonts()
        let scalars = [0x20...0x7E, 0xA0...0x17F, 0x391...0x3C9, 0x410...0x44F, 0x2200...0x2265]
            .flatMap { $0 }.compactMap { Unicode.Scalar(UInt32($0)) }
        let line = fonts.set(
            String(String.UnicodeScalarView(scalars)), in: Font(face, size: 10))
        let glyphs =
            [TextLine.Glyph(face: face, id: 0, x: 0)] + line.glyphs.filter { $0.face == face }
        let outlines = glyphs.map {
            fonts.outline(of: $0.id, in: face, size: 1000, hinted: false)
        }
        let widths = glyphs.map { Int((fonts.advance(of: $0.id, in: face) * 1000).rounded()) }
        let font = CompactFont(
            name: "Some-Name", box: [0, 0, 1, 1], glyphs: Array(zip(outlines, widths)))
        let read = try ReadFont(font.bytes)
        #expect(read.name == "Some-Name")
        #expect(read.glyphs.count == glyphs.count)
        #expect(glyphs.count > 150)
        for (index, glyph) in read.glyphs.enumerated() {
            #expect(glyph.width == widths[index])
            #expect(glyph.points == outlines[index].rounded, "glyph \(glyphs[index].id)")
        }
    }

    @Test("Tens of thousands of glyphs have their place")
    func manyGlyphs() throws {
        let box = Path(Rect(x: 0, y: -10, width: 10, height: 10))
        let count = GlyphTable.limit
        let font = CompactFont(
            name: "Many", box: [0, 0, 10, 10],
            glyphs: (0..<count).map { (box, $0 % 2 == 0 ? 600 : $0 % 900) })
        let read = try ReadFont(font.bytes, only: count - 1)
        #expect(read.count == count)
        #expect(read.glyphs.map { $0.width } == [(count - 1) % 900])
    }

    @Test("A table that is full takes no more glyphs, and says so by number 0")
    func fullTable() {
        var table = GlyphTable(.inter)
        for value in 0..<UInt32(GlyphTable.limit + 100) {
            guard let scalar = Unicode.Scalar(0xF0000 + value % 0xFFFF) else { continue }
            let number = table.number(of: value / 0xFFFF, for: scalar) { _ in 0.5 }
            #expect(Int(number) < GlyphTable.limit)
        }
        #expect(table.entries.count == GlyphTable.limit)
        #expect(table.number(of: 77, for: "z") { _ in 0.5 } == 0)
        #expect(table.number(of: 0, for: "\u{F0000}") { _ in 0.5 } == 1)
    }
}

extension Path {
    /// What an outline in whole units has to hold: points by contour, quadratic curves as cubic ones,
    /// without the ways that lead nowhere or straight back to the start. y runs upwards.
    fileprivate var rounded: [[Point]] {
        var contours: [[Point]] = []
        var (next, current) = (0, Point.zero)
        func unit(_ point: Point) -> Point { Point(point.x.rounded(), 0 - point.y.rounded()) }
        func add(_ points: Point...) {
            let units = points.map(unit)
            guard var contour = contours.popLast() else { return }
            if units.contains(where: { $0 != contour[contour.count - 1] }) { contour += units }
            contours.append(contour)
        }
        for verb in verbs {
            let points = Array(points[next..<next + verb.pointCount])
            next += verb.pointCount
            switch verb {
            case .move: contours.append([unit(points[0])])
            case .line: add(points[0])
            case .quadratic:
                add(
                    current + (points[0] - current) * (2.0 / 3),
                    points[1] + (points[0] - points[1]) * (2.0 / 3), points[1])
            case .cubic: add(points[0], points[1], points[2])
            case .close: continue
            }
            current = points[points.count - 1]
        }
        for index in contours.indices where contours[index].last == contours[index].first {
            contours[index].removeLast()
        }
        return contours.filter { !$0.isEmpty }
    }
}

/// A font file as FreeType sees it.
private struct ReadFont {
    struct Glyph {
        var width: Int
        var points: [[Point]]
    }

    struct Unreadable: Error {}

    let name: String
    let count: Int
    private(set) var glyphs: [Glyph] = []

    /// Reads all glyphs, or only the one of that number.
    init(_ bytes: [UInt8], only number: Int? = nil) throws {
        var library: FT_Library?
        guard unsafe openOutlineLibrary(&library) == 0 else { throw Unreadable() }
        defer { unsafe FT_Done_Library(library) }
        (name, count, glyphs) = try unsafe bytes.withUnsafeBufferPointer { buffer in
            var face: FT_Face?
            guard
                unsafe FT_New_Memory_Face(library, buffer.baseAddress, buffer.count, 0, &face) == 0,
                let face = unsafe face
            else { throw Unreadable() }
            defer { unsafe FT_Done_Face(face) }
            let count = unsafe Int(face.pointee.num_glyphs)
            let name = unsafe face.pointee.family_name.map { unsafe String(cString: $0) }
            let glyphs = try (number.map { $0..<$0 + 1 } ?? 0..<count).map { index in
                try unsafe Self.glyph(index, of: face)
            }
            return (name ?? "", count, glyphs)
        }
    }

    private static func glyph(_ number: Int, of face: FT_Face) throws -> Glyph {
        guard unsafe FT_Load_Glyph(face, FT_UInt(number), FT_Int32(FT_LOAD_NO_SCALE)) == 0 else {
            throw Unreadable()
        }
        let slot = unsafe face.pointee.glyph.pointee
        var (contours, start): ([[Point]], Int) = ([], 0)
        for contour in 0..<(unsafe Int(slot.outline.n_contours)) {
            let end = unsafe Int(slot.outline.contours[contour]) + 1
            contours.append(
                (start..<end).map { index in
                    let point = unsafe slot.outline.points[index]
                    return Point(Double(point.x), Double(point.y))
                })
            start = end
        }
        return unsafe Glyph(width: Int(slot.advance.x), points: contours)
    }
}
