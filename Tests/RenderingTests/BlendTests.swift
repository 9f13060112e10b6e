import Scenes
import Testing
import Trials

@testable import Rendering

@Test("Division by 255 is exact for all products of two bytes")
func divides() {
    for value in UInt32(0)...255 * 255 {
        #expect(Color.over255(value) == UInt32((Double(value) / 255).rounded()))
    }
}

@Test("Painting over an opaque colour is the plain sum, rounded once", arguments: 0...255)
func paintsOverOpaque(coverage: Int) {
    let share = Double(coverage) / 255
    for below in UInt8.min...255 {
        for ink in [UInt8(0), 1, 77, 128, 200, 254, 255] {
            let color = Color(red: ink, green: ink, blue: ink)
            let under = Color(red: below, green: below, blue: below)
            let mixed = color.painted(over: under, coverage: UInt8(coverage))
            let exact = Double(ink) * share + Double(below) * (1 - share)
            #expect(mixed.isOpaque)
            #expect(mixed.red == UInt8(exact.rounded()))
        }
    }
}

@Test("Painting over a translucent colour keeps to Porter and Duff", arguments: 0..<100)
func paintsOverTranslucent(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let ink = Color(UInt32.random(in: 0...UInt32.max, using: &random))
    let below = Color(UInt32.random(in: 0...UInt32.max, using: &random))
    let mixed = ink.painted(over: below, coverage: 255)
    let (a, b) = (Double(ink.alpha) / 255, Double(below.alpha) / 255)
    let alpha = a + b * (1 - a)
    #expect(abs(Double(mixed.alpha) / 255 - alpha) < 0.6 / 255)
    guard alpha > 0.02 else { return }
    let red = (Double(ink.red) * a + Double(below.red) * b * (1 - a)) / alpha
    #expect(abs(Double(mixed.red) - red) < 0.6)
}

@Test("Over nothing, an ink is itself, as opaque as it covers")
func paintsOverNothing() {
    #expect(Color(0x12_34_56_FF).painted(over: .clear, coverage: 128) == Color(0x12_34_56_80))
    #expect(Color(0x12_34_56_FF).painted(over: .clear, coverage: 0) == .clear)
}
