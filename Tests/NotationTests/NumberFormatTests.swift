import Notation
import Testing
import Trials

@Suite("Number formats")
struct NumberFormatTests {
    @Test(
        "A number looks as d3-format writes it",
        arguments: [
            ("", 0.1 + 0.2, "0.3"), ("", 1_234_567, "1234567"), ("", 1e21, "1e+21"),
            ("", -0.0, "0"),
            ("d", 42, "42"), ("d", 4.5, "5"), ("d", -4.2, "−4"), ("8d", 42, "      42"),
            ("08d", -42, "−0000042"),
            ("<8d", 42, "42      "), ("^8d", 42, "   42   "), ("=8d", -42, "−     42"),
            ("+d", 0, "+0"),
            ("+d", -0.0, "−0"), (" d", 42, " 42"), ("-d", -42, "−42"), ("_>6d", 42, "____42"),
            (".^20", 42, ".........42........."), ("°^7d", 42, "°°42°°°"),
            ("_=+8d", 42, "+_____42"),
            ("d", 1e21, "1000000000000000000000"), (",d", 1_234_567, "1,234,567"),
            ("010,d", 123_456, "00,123,456"),
            ("07,d", 12, "000,012"), ("08,d", 1234, "0,001,234"), ("01,d", 1000, "1,000"),
            ("06,d", 0, "00,000"),
            ("f", 42, "42.000000"), (".0f", 42.5, "43"), (".1f", 0.49, "0.5"),
            (".2f", -0.001, "0.00"),
            ("+.2f", -0.001, "−0.00"), (",.2f", 1234.5, "1,234.50"),
            ("+,.2f", -1234.5, "−1,234.50"),
            ("($.2f", -3.5, "($3.50)"), ("($.2f", 3.5, "$3.50"), ("$,.2f", 1e6, "$1,000,000.00"),
            ("012.2f", 3.14159, "000000003.14"), ("f", .nan, "NaN"), ("f", .infinity, "Infinity"),
            (",f", -.infinity, "−Infinity"), ("e", 42, "4.200000e+1"), (".0e", 4.2e10, "4e+10"),
            ("e", -4e-3, "−4.000000e-3"), (".3g", 0.00026, "0.000260"), (".1g", 0.049, "0.05"),
            ("g", 1e6, "1.00000e+6"),
            (".5~g", 1.5e9, "1.5e+9"), ("n", 123_456, "123,456"), (".2n", 0.0026, "0.0026"),
            (".2r", 4223, "4200"), (",.2r", 4223, "4,200"), (".1r", 0.049, "0.05"),
            ("r", 0, "0.00000"),
            (".3r", 1e21, "1000000000000000000000"), (".0%", 0.123, "12%"), (".1%", 0.123, "12.3%"),
            ("+.2%", 0.00234, "+0.23%"), ("%", 0.5, "50.000000%"), ("~%", 0.5, "50%"),
            (".2p", 0.00123, "0.12%"),
            (".1p", 0.123, "10%"), ("5.1%", 0.01, " 1.0%"), ("b", 10, "1010"), ("#b", 10, "0b1010"),
            ("o", 10, "12"), ("#o", 10, "0o12"), ("x", 48879, "beef"), ("#x", 48879, "0xbeef"),
            ("X", 48879, "BEEF"), ("#X", 48879, "0xBEEF"), ("#x", -0xeee, "−0xeee"),
            (",x", 0xdead_beef, "de,adb,eef"),
            ("x", 2.4, "2"), ("x", 1e20, "56bc75e2d63100000"), ("020b", 5, "00000000000000000101"),
            ("c", 9731, "9731"), ("6c", 1.5, "   1.5"),
            ("s", 0, "0.00000"), ("s", 1, "1.00000"), ("s", 1500, "1.50000k"), ("~s", 1500, "1.5k"),
            ("s", 999.5, "999.500"), (".3s", 999.5, "1.00k"), (".4s", 999.5, "999.5"),
            ("+.2s", 42e6, "+42M"),
            (".2s", 0.00042, "420µ"), (".1s", 145_999_999, "100M"), (".3s", 145_500_000, "146M"),
            ("s", -1e-6, "−1.00000µ"), (".8s", 1.29e-30, "0.0000013y"),
            (".8s", 1.29e-24, "1.2900000y"),
            (".8s", 1.29e27, "1290.0000Y"), (".8s", 1.29e30, "1290000.0Y"),
            ("$.2s", 2.5e9, "$2.5G"), (".2s", .infinity, "Infinity"),
            ("~g", 100, "100"), ("~f", 1000.5, "1000.5"), ("~d", 1000, "1000"),
            ("~e", 42, "4.2e+1"),
            ("~r", 0.00000042, "0.00000042"), (",~r", 42e9, "42,000,000,000"),
            ("~%", 0.423, "42.3%"),
            ("~s", 1e-15, "1f"), ("20d", .nan, "                 NaN"),
        ])
    func writes(format: String, value: Double, text: String) throws {
        #expect(try NumberFormat(format).format(value) == text)
    }

    @Test("Separators and the minus sign can be another language's")
    func separators() throws {
        var format = try NumberFormat(",.2f")
        format.point = ","
        format.separator = "."
        format.minus = "-"
        #expect(format.format(-1234567.891) == "-1.234.567,89")
    }

    @Test(
        "A character that belongs elsewhere is refused, with its place",
        arguments: [
            ("z", 0), (".f", 1), (".2.3f", 2), ("foo", 1), (",,", 1), (".2ff", 3), ("x ", 1),
            ("~~", 1),
            ("é", 0), ("é>q", 3), ("..2f", 1), ("10 d", 2), ("Y", 0), ("\u{0}", 0),
        ])
    func refuses(format: String, offset: Int) {
        #expect(throws: FormatError.unexpected(offset: offset)) { try NumberFormat(format) }
    }

    @Test("Widths and precisions have an end")
    func bounded() throws {
        let format = try NumberFormat("999999999999999999999999.99999999999999999999f")
        #expect(format.format(1).count == NumberFormat.widest)
        #expect(format.format(1).hasSuffix(" 1." + String(repeating: "0", count: 20)))
    }

    @Test("No format and no number traps")
    func fuzz() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<20_000 {
            let text = random.text(of: "<>=^+-( $#0123,.~efgrsp%boxXdcné", upTo: 9)
            guard let format = try? NumberFormat(text) else { continue }
            _ = format.format(random.anyDouble())
            for value in awkwardNumbers { _ = format.format(value) }
        }
    }
}
