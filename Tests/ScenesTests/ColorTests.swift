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
