import Notation
import Testing
import Trials

@Suite("Reading numbers")
struct DecimalTests {
    @Test(
        "A decimal number is read as it is written",
        arguments: [
            ("0", 0.0), ("-0", -0.0), ("3", 3), ("+3", 3), (".5", 0.5), ("5.", 5),
            ("-1.25e2", -125),
            ("1E3", 1000), ("1e-3", 0.001), ("0.1", 0.1), ("1e22", 1e22), ("1e23", 1e23),
            ("9007199254740993", 9_007_199_254_740_992),
            ("123456789012345678901234567890", 1.2345678901234568e29),
            ("2.2250738585072014e-308", 2.2250738585072014e-308),
            ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0),
            ("0e999999999999999999999", 0), ("0.000000000000000000000000000001", 1e-30),
            ("179769313486231570000000000000000000000e270", 1.7976931348623157e308),
        ])
    func reads(text: String, value: Double) {
        #expect(Double(decimal: text)?.bitPattern == value.bitPattern)
    }

    @Test(
        "What is not a whole decimal number is refused",
        arguments: [
            "", " ", ".", "-", "+.", "e5", "1e", "1e+", "1 ", " 1", "1,5", "0x10", "inf", "nan",
            "infinity", "--1", "1.2.3", "1_000", "1e999", "-1e309", "½", "1e5e5",
        ])
    func refuses(text: String) {
        #expect(Double(decimal: text) == nil)
    }

    @Test(
        "A number is found at the start of a text, with its length",
        arguments: [
            ("12px", 12.0, 2), ("3em", 3, 1), ("1e5,2", 100_000, 3), ("-.5:", -0.5, 3),
            ("1.2.3", 1.2, 3),
        ])
    func readsPrefix(text: String, value: Double, length: Int) {
        let found = Double.leadingDecimal(in: text.utf8.span)
        #expect(found?.value == value)
        #expect(found?.length == length)
    }

    @Test("Every number reads back from its shortest text, and from that with too many digits")
    func roundTrip() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<5000 {
            let value = random.anyDouble()
            guard value.isFinite else { continue }
            try #require(Double(decimal: value.decimalText) == value)
            try #require(Double(decimal: value.exponential(60)) == value)
        }
    }

    @Test("Any digits are rounded as correctly as Swift's own reader does it")
    func agreesWithSwift() throws {
        var random = SeededRandom(seed: 2)
        for _ in 0..<5000 {
            let text =
                random.text(of: "0123456789", upTo: 40) + "."
                + random.text(of: "0123456789", upTo: 40)
                + "7e\(Int.random(in: -340...260, using: &random))"
            try #require(Double(decimal: text) == Double("0" + text), "\(text)")
        }
    }

    @Test("A digit far behind the point still decides a tie")
    func longTie() {
        let tie = "9007199254740993"
        #expect(
            Double(decimal: tie + "." + String(repeating: "0", count: 2000))
                == 9_007_199_254_740_992)
        #expect(
            Double(decimal: tie + "." + String(repeating: "0", count: 2000) + "1")
                == 9_007_199_254_740_994)
    }

    @Test("No text traps")
    func fuzz() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<20_000 {
            let text = random.text(of: "0123456789.eE+- x", upTo: 30)
            #expect(Double(decimal: text)?.isFinite != false)
        }
    }
}
