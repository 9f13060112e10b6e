import Testing

@testable import Encoding

@Suite("JPEG")
struct JPEGTests {
    private func decoded(_ bytes: [UInt8]) throws -> Decoded {
        // djpeg reads the file from its beginning to its end, and -strict ends at a warning.
        try Decoded(bytes, after: ["djpeg", "-strict", "-outfile", "/dev/null"])
    }

    @Test("Other programs read nearly the same pixels", arguments: [1, 30, 75, 90, 100])
    func keepsPixels(quality: Int) throws {
        let read = try decoded(JPEG.encode(.chart(), quality: quality))
        #expect(read.mode == "RGB" && read.size == [64, 48])
        let bound = quality == 100 ? 0.6 : quality >= 75 ? 4 : 40
        #expect(difference(read.rgba, Pixels.chart().bytes) < bound)
    }

    @Test("A palette makes no difference")
    func readsPalette() throws {
        let pixels = Pixels.chart(alpha: 0x40)
        #expect(try JPEG.encode(pixels.indexed) == JPEG.encode(pixels))
    }

    @Test("A lower quality is a smaller file")
    func obeysQuality() throws {
        let sizes = try [10, 40, 70, 90, 100].map { try JPEG.encode(.chart(), quality: $0).count }
        #expect(sizes == sizes.sorted() && sizes.first != sizes.last)
    }

    @Test("A thin line of one pixel keeps its colour")
    func keepsColors() throws {
        let colors = (0..<32 * 32).map { $0 % 32 == 15 ? 0xE000_00FF : 0xFFFF_FFFF as UInt32 }
        let pixels = Pixels(width: 32, height: 32, storage: .rgba(colors))
        let read = try decoded(JPEG.encode(pixels))
        let red = read.rgba[(16 * 32 + 15) * 4..<(16 * 32 + 16) * 4].map(Int.init)
        #expect(red[0] > 200 && red[1] < 30 && red[2] < 30)
    }

    @Test(
        "What is clear is white, what is translucent lies on white, and nothing becomes black",
        arguments: [
            (0x0000_0000, 0xFFFF_FFFF, [255, 255, 255]),
            (0x0000_0080, 0xFFFF_FFFF, [127, 127, 127]),
            (0xFF00_0080, 0xFFFF_FFFF, [255, 127, 127]), (0x0000_0000, 0x1519_21FF, [21, 25, 33]),
            (0x1234_56FF, 0xFFFF_FFFF, [0x12, 0x34, 0x56]),
        ] as [(UInt32, UInt32, [Int])])
    func flattens(color: UInt32, paper: UInt32, expected: [Int]) throws {
        let pixels = Pixels(
            width: 16, height: 16, storage: .rgba(Array(repeating: color, count: 256)))
        let read = try decoded(JPEG.encode(pixels, quality: 100, on: paper))
        for (channel, value) in zip(read.rgba, expected) { #expect(abs(Int(channel) - value) <= 2) }
    }

    @Test(
        "A dense picture says how dense", arguments: [(0.5, 48.0), (1.5, 144), (2, 192), (3, 288)])
    func saysDensity(density: Double, dots: Double) throws {
        let read = try decoded(JPEG.encode(.chart(density: density)))
        #expect(read.resolution == [dots, dots])
    }

    @Test("A picture of one pixel a point does not", arguments: [1, 0, -1, .nan, .infinity, 1e9])
    func saysNoDensity(density: Double) throws {
        #expect(try decoded(JPEG.encode(.chart(density: density))).resolution == nil)
    }

    @Test("The same pixels are the same bytes")
    func isStable() throws {
        #expect(try JPEG.encode(.chart()) == JPEG.encode(.chart()))
    }

    @Test("Sides of any length up to the limit work", arguments: [(1, 1), (1, 9), (65_500, 1)])
    func takesSides(width: Int, height: Int) throws {
        let pixels = Pixels(
            width: width, height: height,
            storage: .indexed(Array(repeating: 0, count: width * height), palette: [0xFF]))
        #expect(try decoded(JPEG.encode(pixels)).size == [width, height])
    }

    @Test("Longer sides are refused, and so is a picture of no pixels", arguments: [0, 65_501])
    func refuses(width: Int) {
        let pixels = Pixels(
            width: width, height: 1,
            storage: .indexed(Array(repeating: 0, count: width), palette: [0xFF]))
        #expect(throws: EncodingError.badSize(width: width, height: 1, longest: 65_500)) {
            try JPEG.encode(pixels)
        }
    }

    @Test("A quality out of bounds counts as the nearest one")
    func boundsQuality() throws {
        #expect(try JPEG.encode(.chart(), quality: .max) == JPEG.encode(.chart(), quality: 100))
        #expect(try JPEG.encode(.chart(), quality: .min) == JPEG.encode(.chart(), quality: 1))
    }
}
