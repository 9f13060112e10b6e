import Scenes
import Testing

@testable import Fonts

@Test(
    "A line is as wide as a browser sets it, kerned",
    arguments: [
        ("Total", 25.35), ("Te", 12.67), ("To", 12.67), ("Yes", 19.58), ("Value", 29.80),
        ("Tuesday", 45.58), ("AV", 15.12), ("P.", 9.79), ("", 0),
    ])
func setsAsBrowsersDo(text: String, width: Double) {
    let measured = Fonts().width(of: text, in: Font(.liberationSans, size: 12))
    #expect(abs(measured - width) < 0.006)
}

@Test("Every face kerns AV", arguments: Font.Face.allCases)
func kerns(face: Font.Face) {
    let fonts = Fonts()
    let font = Font(face, size: 100)
    #expect(
        fonts.width(of: "AV", in: font) < fonts.width(of: "A", in: font)
            + fonts.width(of: "V", in: font) - 2)
}

@Test("Digits of one number do not depend on what was measured before")
func forgetsNothingWrong() {
    let font = Font(.inter, size: 12)
    let used = Fonts()
    for first in 0x20..<0x7F {
        let pair = "\(Unicode.Scalar(UInt8(first)))\(Unicode.Scalar(UInt8(0x7E - first % 0x5F)))"
        #expect(used.width(of: pair, in: font) == Fonts().width(of: pair, in: font))
    }
}

@Test(
    "A line's width is where its last glyph ends, and `width` says the same",
    arguments: Font.Face.allCases)
func widthAddsUp(face: Font.Face) throws {
    let fonts = Fonts()
    let font = Font(face, size: 13)
    let line = fonts.set("Requests, 95 %", in: font)
    let last = try #require(line.glyphs.last)
    #expect(line.glyphs.count == 14)
    #expect(line.glyphs.allSatisfy { $0.face == face && $0.id != 0 })
    #expect(abs(last.x + fonts.width(of: "%", in: font) - line.width) < 1e-9)
    #expect(fonts.width(of: line.text, in: font) == line.width)
}

@Test("A width grows with the size and with nothing else")
func widthIsLinear() {
    let fonts = Fonts()
    let small = fonts.width(of: "Latency", in: Font(.inter, size: 7.3))
    #expect(abs(fonts.width(of: "Latency", in: Font(.inter, size: 73)) - 10 * small) < 1e-9)
}

@Test("Digits of Inter are as wide as its designers drew them: a 1 is narrower")
func proportionalDigits() {
    let fonts = Fonts()
    let font = Font(.inter, size: 12)
    #expect(fonts.width(of: "1", in: font) < fonts.width(of: "0", in: font))
}

@Test("Letters reach as far from the baseline as letters do", arguments: Font.Face.allCases)
func metricsAreSane(face: Font.Face) {
    let metrics = Fonts().metrics(of: Font(face, size: 100))
    #expect(85...100 ~= metrics.ascent)
    #expect(20...26 ~= metrics.descent)
    #expect(68...74 ~= metrics.capHeight)
    #expect(50...56 ~= metrics.xHeight)
}

@Test(
    "What a face lacks comes from the next one that has it",
    arguments: [
        (Font.Face.inter, "א", Font.Face.liberationSans),
        (.interSemiBold, "א", .liberationSansBold),
        (.liberationSans, "⌘", .inter),
        (.liberationSansBold, "⌘", .interSemiBold),
        (.inter, "ع", .dejaVuSans), (.liberationSans, "⠿", .dejaVuSans),
    ])
func fallsBack(face: Font.Face, text: String, other: Font.Face) {
    let glyphs = Fonts().set("a" + text, in: Font(face, size: 12)).glyphs
    #expect(glyphs.map(\.face) == [face, other])
    #expect(glyphs.allSatisfy { $0.id != 0 })
}

@Test("What no face has is a box of its own width", arguments: Font.Face.allCases)
func boxesTheUnknown(face: Font.Face) {
    let line = Fonts().set("📈", in: Font(face, size: 10))
    #expect(line.glyphs == [TextLine.Glyph(face: face, id: 0, x: 0)])
    #expect(line.width == 6)
}

@Test("Marks that only steer their neighbours leave no trace")
func hidesControls() {
    let fonts = Fonts()
    let font = Font(.inter, size: 12)
    let plain = fonts.set("AV", in: font)
    let steered = fonts.set("\u{FEFF}A\u{200D}\u{FE0F}\u{7}\u{200F}V\n\u{85}", in: font)
    #expect(steered.glyphs == plain.glyphs)
    #expect(steered.width == plain.width)
}

@Test("A tab is a space")
func tabIsSpace() {
    let fonts = Fonts()
    let font = Font(.liberationSans, size: 12)
    #expect(fonts.set("a\tb", in: font).glyphs == fonts.set("a b", in: font).glyphs)
}

@Test("Every scalar can be set, from whichever plane", arguments: Font.Face.allCases)
func setsEveryScalar(face: Font.Face) {
    let fonts = Fonts()
    let font = Font(face, size: 10)
    let sample = Array(0..<UInt32(0x600)) + stride(from: 0x600, through: 0x10FFFF, by: 61)
    for scalar in sample.compactMap(Unicode.Scalar.init) {
        let line = fonts.set(String(scalar), in: font)
        #expect(line.width >= 0 && line.width < 60)
        #expect(line.glyphs.count == (scalar != "\t" && scalar.takesNoRoom ? 0 : 1))
    }
}
