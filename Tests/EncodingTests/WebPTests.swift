import Testing

@testable import Encoding

@Suite("WebP")
struct WebPTests {
    private func decoded(_ bytes: [UInt8]) throws -> Decoded {
        try Decoded(bytes, after: ["dwebp", "-quiet", "-o", "/dev/null"])
    }

    @Test(
        "Other programs read the same pixels, opaque or not", arguments: [0xFF, 0x80] as [UInt32])
    func keepsPixels(alpha: UInt32) throws {
        let read = try decoded(WebP.encode(.chart(alpha: alpha)))
        #expect(read.size == [64, 48])
        #expect(read.mode == (alpha == 0xFF ? "RGB" : "RGBA"))
        #expect(read.rgba == Pixels.chart(alpha: alpha).bytes)
    }

    @Test("What is clear stays clear")
    func keepsClear() throws {
        let (read, drawn) = (
            try decoded(WebP.encode(.chart(alpha: 0))).rgba, Pixels.chart(alpha: 0).bytes
        )
        for place in stride(from: 0, to: drawn.count, by: 4) {
            #expect(read[place + 3] == drawn[place + 3])
            if drawn[place + 3] > 0 { #expect(read[place..<place + 4] == drawn[place..<place + 4]) }
        }
    }

    @Test("A palette makes no difference", arguments: [60, 100])
    func readsPalette(quality: Int) throws {
        let pixels = Pixels.chart(alpha: 0x40)
        let bytes = try WebP.encode(pixels.indexed, quality: quality)
        #expect(try bytes == WebP.encode(pixels, quality: quality))
    }

    @Test(
        "Below 100 pixels are nearly the same, and as clear as they were", arguments: [1, 50, 99])
    func losesLittle(quality: Int) throws {
        let drawn = Pixels.chart(alpha: 0).bytes
        let read = try decoded(WebP.encode(.chart(alpha: 0), quality: quality)).rgba
        let alphas = { (bytes: [UInt8]) in
            stride(from: 3, to: bytes.count, by: 4).map { bytes[$0] }
        }
        #expect(alphas(read) == alphas(drawn))
        let opaque = try decoded(WebP.encode(.chart(), quality: quality)).rgba
        #expect(opaque != Pixels.chart().bytes)
        #expect(difference(opaque, Pixels.chart().bytes) < (quality > 90 ? 12 : 40))
    }

    @Test("A lower quality is a smaller file")
    func obeysQuality() throws {
        let sizes = try [5, 40, 70, 99].map { try WebP.encode(.chart(), quality: $0).count }
        #expect(sizes == sizes.sorted() && sizes.first != sizes.last)
    }

    @Test("The same pixels are the same bytes", arguments: [60, 100])
    func isStable(quality: Int) throws {
        let bytes = try WebP.encode(.chart(alpha: 7), quality: quality)
        #expect(try bytes == WebP.encode(.chart(alpha: 7), quality: quality))
    }

    @Test("Sides of any length up to the limit work", arguments: [(1, 1), (1, 9), (16_383, 1)])
    func takesSides(width: Int, height: Int) throws {
        let pixels = Pixels(
            width: width, height: height,
            storage: .indexed(Array(repeating: 0, count: width * height), palette: [0xFF]))
        #expect(try decoded(WebP.encode(pixels)).size == [width, height])
    }

    @Test("Longer sides are refused, and so is a picture of no pixels", arguments: [0, 16_384])
    func refuses(width: Int) {
        let pixels = Pixels(
            width: width, height: 1,
            storage: .indexed(Array(repeating: 0, count: width), palette: [0xFF]))
        #expect(throws: EncodingError.badSize(width: width, height: 1, longest: 16_383)) {
            try WebP.encode(pixels)
        }
    }
}
