import Encoding
import Scenes
import Testing
import Trials

@testable import Rendering

/// Many translucent discs of random colours: far more mixes than a palette holds.
private func discs(_ count: Int, seed: UInt64) -> (inout Scene) -> Void {
    { scene in
        var random = SeededRandom(seed: seed)
        for _ in 0..<count {
            let center = random.point(in: Rect(x: 0, y: 0, width: 100, height: 100))
            let color = Color(UInt32.random(in: 0...UInt32.max, using: &random) | 0x40)
            scene.fill(Path(circle: center, radius: random.number(1...20)), with: color)
        }
    }
}

/// The same scene in 32 bits from the start.
private func direct(_ content: (inout Scene) -> Void) -> Pixels {
    let pixels = draw { scene in
        for shade in UInt32(0)..<256 {
            let color = Color(shade << 24 | (255 - shade) << 16 | 0xFF)
            scene.fill(Rect(x: 0, y: 0, width: 1, height: 1), with: color)
        }
        scene.fill(Rect(x: 0, y: 0, width: 100, height: 100), with: .white)
        content(&scene)
    }
    #expect(!pixels.isIndexed)
    return pixels
}

private func greatestDifference(_ a: Pixels, _ b: Pixels) -> Int {
    var greatest = 0
    for y in 0..<a.height {
        for x in 0..<a.width {
            for shift in [24, 16, 8, 0] as [UInt32] {
                let (p, q) = (a[x, y] >> shift & 0xFF, b[x, y] >> shift & 0xFF)
                greatest = max(greatest, abs(Int(p) - Int(q)))
            }
        }
    }
    return greatest
}

@Test("Few colours stay indexed, and look as they do in full")
func staysIndexed() {
    let content: (inout Scene) -> Void = { scene in
        for (row, color) in [0x1F77_B4FF, 0xFF7F_0EFF, 0x2CA0_2CFF].enumerated() {
            let start = Point(5, 10 + Double(row) * 30)
            scene.stroke(
                Path(through: [start, Point(50, 50), Point(95, start.y)]), Stroke(width: 2),
                with: Color(UInt32(color)))
        }
    }
    let indexed = draw(content)
    #expect(indexed.isIndexed)
    // Half a level of coverage, and what passes for the same colour.
    #expect(greatestDifference(indexed, direct(content)) <= 8 + 10)
}

@Test("A picture of too many colours goes over to 32 bits and keeps what it has", arguments: 0..<10)
func promotes(seed: UInt64) {
    let content = discs(60, seed: seed)
    let pixels = draw(content)
    #expect(!pixels.isIndexed)
    #expect(greatestDifference(pixels, direct(content)) <= 48)
}

@Test("An area has exactly its colour")
func exactAreas() {
    let pixels = draw { scene in
        for index in 0..<100 {
            let x = Double(index)
            let color = Color(0x8080_80FF + UInt32(index) << 8)
            scene.fill(Rect(x: x, y: 0, width: 1, height: 100), with: color)
        }
    }
    #expect(pixels.isIndexed)
    for x in 0..<100 { #expect(pixels[x, 50] == 0x8080_80FF + UInt32(x) << 8) }
}

@Test("A translucent area shows what is below it")
func translucentAreas() {
    let pixels = draw { scene in
        scene.fill(Rect(x: 0, y: 0, width: 50, height: 50), with: .black)
        scene.fill(Rect(x: 25, y: 0, width: 50, height: 50), with: Color(0xFF00_0080))
    }
    #expect(pixels[10, 10] == 0x0000_00FF)
    #expect(pixels[30, 10] == 0x8000_00FF)
    #expect(pixels[60, 10] == 0xFF7F_7FFF)
}

@Test("On nothing, an edge is the ink's colour and half as opaque")
func transparentBackground() {
    let pixels = draw(background: .clear) { scene in
        scene.fill(Rect(x: 10.5, y: 10, width: 10, height: 10), with: Color(0x2040_60FF))
    }
    #expect(pixels[5, 5] == 0)
    #expect(pixels[15, 15] == 0x2040_60FF)
    #expect(pixels[10, 15] >> 8 == 0x20_4060)
    #expect(abs(Int(pixels[10, 15] & 0xFF) - 128) <= 8)
}
