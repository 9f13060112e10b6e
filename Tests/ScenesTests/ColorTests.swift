import Scenes
import Testing

@Test(
    "A colour is written as the web writes it",
    arguments: [
        (Color(0x1122_33FF), "#112233"), (Color(0x1122_3380), "#11223380"),
    ])
func writesColor(color: Color, text: String) {
    #expect(color.hex == text)
}

@Test("Black and white are as far apart as two colours can be")
func contrastRange() {
    #expect(abs(Color.black.contrast(with: .white) - 21) < 0.01)
    #expect(Color.black.contrast(with: .black) == 1)
}

@Test(
    "Lengths are written with two decimals at most, without trailing zeros",
    arguments: [
        (1.0, "1"), (1.5, "1.5"), (1.25, "1.25"), (-0.004, "0"), (-0.5, "-0.5"), (3.05, "3.05"),
        (Double.nan, "nan"), (Double.infinity, "inf"),
    ])
func writesLengths(length: Double, text: String) {
    #expect(length.written == text)
}

@Test(
    "A mixed colour lies between two, channel by channel",
    arguments: [
        (0, Color(0x0000_00FF)), (1, Color(0xFFFF_FFFF)), (0.5, Color(0x8080_80FF)),
        (-3, Color(0x0000_00FF)), (7, Color(0xFFFF_FFFF)),
    ] as [(Double, Color)])
func mixes(fraction: Double, mixed: Color) {
    #expect(Color.black.mixed(with: .white, by: fraction) == mixed)
}

@Test(
    "A colour over another shows it as far as it is not opaque",
    arguments: [
        (Color(0xFF00_00FF), Color(0xFF00_00FF)), (Color(0xFF00_0000), Color.white),
        (Color(0x0000_0080), Color(0x7F7F_7FFF)),
    ])
func over(color: Color, seen: Color) {
    #expect(color.over(.white) == seen)
}

@Test(
    "Opacity is a part of what there is",
    arguments: [(0.5, 128), (0, 0), (1, 255), (9, 255), (-1, 0), (.nan, 255)]
        as [(Double, Int)])
func opacity(part: Double, alpha: Int) {
    #expect(Int(Color.black.opacity(part).alpha) == alpha)
}

@Test("Contrast does not depend on which colour comes first")
func contrastIsSymmetric() {
    let (a, b) = (Color(0x3B5C_C4FF), Color(0xE877_2EFF))
    #expect(a.contrast(with: b) == b.contrast(with: a))
}

/// Ratios by the exact curve of WCAG 2.2; ours is an approximation.
@Test(
    "Contrast is near to what the web's guidelines compute",
    arguments: [(0x7777_77FF, 4.48), (0xFF00_00FF, 4.0), (0x0000_FFFF, 8.59), (0x00FF_00FF, 1.37)]
        as [(UInt32, Double)])
func contrast(color: UInt32, ratio: Double) {
    #expect(abs(Color(color).contrast(with: .white) / ratio - 1) < 0.1)
}
