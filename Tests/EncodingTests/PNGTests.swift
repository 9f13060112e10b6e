import Testing

@testable import Encoding

/// A picture in which each colour of the palette is somewhere.
private func indexed(_ palette: [UInt32], density: Double = 1) -> Pixels {
    let indices = (0..<37 * 23).map { UInt8(($0 * 7 + $0 / 37) % palette.count) }
    return Pixels(
        width: 37, height: 23, density: density, storage: .indexed(indices, palette: palette))
}

private func direct(alpha: UInt32) -> Pixels {
    let colors = (UInt32(0)..<37 * 23).map { $0 &* 0x9E37_79B1 & 0xFFFF_FF00 | alpha }
    return Pixels(width: 37, height: 23, storage: .rgba(colors))
}

@Test("Other programs read the same pixels", arguments: [1, 2, 3, 4, 5, 16, 17, 100, 255, 256])
func indexedPixels(colors: Int) throws {
    let palette = (0..<UInt32(colors)).map { $0 &* 0x0123_4567 & 0xFFFF_FF00 | 0xFF }
    let pixels = indexed(palette)
    let decoded = try Decoded(PNG.encode(pixels))
    #expect(decoded.size == [37, 23])
    #expect(decoded.rgba == pixels.bytes)
}

@Test("A translucent palette stays translucent", arguments: [0, 1, 7])
func translucentPalette(at index: Int) throws {
    var palette = (0..<UInt32(8)).map { $0 << 29 | 0x0040_80FF }
    palette[index] = 0xFF80_4000
    palette[(index + 3) % 8] = 0x1122_3344
    let pixels = indexed(palette)
    #expect(try Decoded(PNG.encode(pixels)).rgba == pixels.bytes)
}

@Test("An opaque palette says nothing of transparency")
func opaquePalette() throws {
    #expect(try !Decoded.chunks(of: PNG.encode(indexed([0xFF, 0xFFFF_FFFF]))).contains("tRNS"))
    let chunks = try Decoded.chunks(of: PNG.encode(indexed([0xFF, 0x80, 0x1234_56FF])))
    #expect(chunks.contains("chunk tRNS"))
    #expect(chunks.contains("length 2"))
}

@Test(
    "Pictures larger or wider than zlib's window arrive whole",
    arguments: [(31, 2_000), (31, 2_064), (63_999, 2), (64_000, 2), (70_001, 3), (128_000, 1)])
func largePixels(width: Int, height: Int) throws {
    let palette = (0..<UInt32(250)).map { $0 &* 0x0123_4567 & 0xFFFF_FF00 | 0xFF }
    let indices = (0..<width * height).map { UInt8(($0 * $0 >> 9) % 7919 % 250) }
    let pixels = Pixels(
        width: width, height: height, storage: .indexed(indices, palette: palette))
    #expect(try Decoded(PNG.encode(pixels)).rgba == pixels.bytes)
    let colors = indices.map { palette[Int($0)] }
    let direct = Pixels(width: width, height: height, storage: .rgba(colors))
    #expect(try Decoded(PNG.encode(direct)).rgba == pixels.bytes)
}

@Test("Many colours are RGB where all are opaque, else RGBA", arguments: [0xFF, 0x7F] as [UInt32])
func directPixels(alpha: UInt32) throws {
    let pixels = direct(alpha: alpha)
    let decoded = try Decoded(PNG.encode(pixels))
    #expect(decoded.mode == (alpha == 0xFF ? "RGB" : "RGBA"))
    #expect(decoded.rgba == pixels.bytes)
}

@Test(
    "Texts arrive as they are, in whatever letters",
    arguments: ["Sales", "Umsätze 2026", "売上 ☃", "two\nlines"])
func texts(text: String) throws {
    let bytes = try PNG.encode(indexed([0xFF]), title: text, description: text + "!")
    let decoded = try Decoded(bytes)
    #expect(decoded.texts == ["Title": text, "Description": text + "!"])
    let isLatin = text.unicodeScalars.allSatisfy { $0.value < 256 }
    #expect(try Decoded.chunks(of: bytes).contains("chunk tEXt") == isLatin)
}

@Test("An empty text leaves no trace, a zero in a text is left out")
func emptyTexts() throws {
    #expect(try Decoded(PNG.encode(indexed([0xFF]))).texts.isEmpty)
    let decoded = try Decoded(PNG.encode(indexed([0xFF]), title: "a\0b", description: "☃\0"))
    #expect(decoded.texts == ["Title": "ab", "Description": "☃"])
}

@Test("A dense picture says how dense, in pixels to the inch of CSS", arguments: [0.5, 1.5, 2, 3])
func resolution(density: Double) throws {
    let decoded = try Decoded(PNG.encode(indexed([0xFF], density: density)))
    let resolution = try #require(decoded.resolution)
    #expect(abs(resolution[0] - 96 * density) < 0.02)
    #expect(resolution[0] == resolution[1])
}

@Test("A picture of one pixel a point does not", arguments: [1, 0, -1, .nan, .infinity, 1e9])
func noResolution(density: Double) throws {
    #expect(try Decoded(PNG.encode(indexed([0xFF], density: density))).resolution == nil)
}

@Test("The same pixels are the same bytes")
func stable() throws {
    let pixels = indexed([0xFF, 0xFFFF_FFFF, 0xFF00_00FF])
    #expect(try PNG.encode(pixels, title: "☃") == PNG.encode(pixels, title: "☃"))
}

@Test("Sides that the format has no room for are refused")
func refuses() {
    let empty = Pixels(width: 0, height: 5, storage: .rgba([]))
    #expect(throws: EncodingError.badSize(width: 0, height: 5, longest: 1_000_000)) {
        try PNG.encode(empty)
    }
    let long = Pixels(
        width: 1_000_001, height: 1,
        storage: .indexed(Array(repeating: 0, count: 1_000_001), palette: [0]))
    #expect(throws: EncodingError.badSize(width: 1_000_001, height: 1, longest: 1_000_000)) {
        try PNG.encode(long)
    }
}
