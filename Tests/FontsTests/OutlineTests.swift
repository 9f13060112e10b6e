import Scenes
import Testing

@testable import Fonts

private func outline(
    of letter: String, _ face: Font.Face, size: Double, hinted: Bool, from fonts: Fonts = Fonts()
) -> Path {
    let glyph = fonts.set(letter, in: Font(face, size: size)).glyphs[0]
    return fonts.outline(of: glyph.id, in: glyph.face, size: size, hinted: hinted)
}

private func isWhole(_ length: Double) -> Bool { abs(length - length.rounded()) < 0.02 }

@Test(
    "Hinted, letters stand on a whole pixel and end on one",
    arguments: [Font.Face.inter, .interSemiBold, .liberationSans, .liberationSansBold],
    [11.0, 12, 13, 14])
func hintsToPixels(face: Font.Face, size: Double) throws {
    for letter in ["x", "z", "H", "E"] {
        let bounds = try #require(
            outline(of: letter, face, size: size, hinted: true).bounds)
        #expect(
            isWhole(bounds.maxY) && abs(bounds.maxY) < 0.02, "\(letter) stands at \(bounds.maxY)")
        #expect(isWhole(bounds.minY), "\(letter) ends at \(bounds.minY)")
    }
}

@Test("Hinting moves nothing sideways", arguments: [Font.Face.inter, .liberationSans])
func hintsOnlyUpwards(face: Font.Face) throws {
    let hinted = try #require(outline(of: "m", face, size: 13, hinted: true).bounds)
    let plain = try #require(outline(of: "m", face, size: 13, hinted: false).bounds)
    #expect(abs(hinted.minX - plain.minX) < 0.04)
    #expect(abs(hinted.maxX - plain.maxX) < 0.04)
}

@Test(
    "Unhinted, an outline is the same at every size but for the size", arguments: Font.Face.allCases
)
func scalesExactly(face: Font.Face) {
    let small = outline(of: "g", face, size: 0.5, hinted: false)
    let large = outline(of: "g", face, size: 4096, hinted: false)
    #expect(small.mapped { $0 * 8192 } == large)
}

@Test(
    "Every outline is closed, and stays within the line", arguments: Font.Face.allCases,
    [false, true])
func outlinesAreClosed(face: Font.Face, hinted: Bool) {
    let fonts = Fonts()
    for code in UInt8(0x21)...0x7E {
        let path = outline(
            of: String(Unicode.Scalar(code)), face, size: 20, hinted: hinted, from: fonts)
        let moves = path.verbs.count { $0 == .move }
        #expect(path.verbs.first == .move && path.verbs.last == .close)
        #expect(path.verbs.count { $0 == .close } == moves)
        #expect(path.verbs.reduce(0) { $0 + $1.pointCount } == path.points.count)
        #expect(
            path.bounds.map { $0.minX > -3 && $0.maxX < 24 && $0.minY > -20 && $0.maxY < 8 } == true
        )
    }
}

@Test("A letter with a hole has two outlines, which run opposite ways")
func holesRunBackwards() {
    for face in [Font.Face.inter, .liberationSans] {
        let path = outline(of: "o", face, size: 100, hinted: false)
        #expect(path.verbs.count { $0 == .move } == 2)
    }
}

@Test("A space has no shape")
func spaceIsEmpty() {
    #expect(outline(of: " ", .inter, size: 12, hinted: true).isEmpty)
}

@Test("The box of the unknown can be seen, and is hollow")
func boxIsHollow() throws {
    let box = outline(of: "📈", .inter, size: 12, hinted: true)
    let bounds = try #require(box.bounds)
    #expect(box.verbs.count { $0 == .close } == 2)
    #expect(bounds.minY == -8 && bounds.maxY == 0)
    #expect(bounds.minX > 0 && bounds.maxX < 12 * 0.6)
}

@Test("The same glyph is the same outline, however many were made in between")
func remembersOutlines() {
    let fonts = Fonts()
    let first = outline(of: "R", .liberationSans, size: 12, hinted: true, from: fonts)
    #expect(outline(of: "R", .liberationSans, size: 12, hinted: true, from: fonts) == first)
    for step in 0..<5000 {
        _ = outline(of: "l", .inter, size: 5 + Double(step) / 64, hinted: true, from: fonts)
    }
    #expect(outline(of: "R", .liberationSans, size: 12, hinted: true, from: fonts) == first)
}

@Test(
    "A size that is no size gives an empty path",
    arguments: [0, -1, Double.nan, .infinity, -.infinity])
func refusesSizes(size: Double) {
    #expect(Fonts().outline(of: 40, in: .inter, size: size, hinted: true).isEmpty)
}

@Test(
    "A glyph that the face has not gives an empty path", arguments: Font.Face.allCases,
    [false, true])
func refusesGlyphs(face: Font.Face, hinted: Bool) {
    #expect(Fonts().outline(of: 60_000, in: face, size: 12, hinted: hinted).isEmpty)
    #expect(Fonts().outline(of: .max, in: face, size: 12, hinted: hinted).isEmpty)
}
