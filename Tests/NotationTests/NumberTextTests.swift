import Foundation
import Notation
import Testing
import Trials

@Suite("Writing numbers")
struct NumberTextTests {
    @Test(
        "A number is written as JavaScript writes it",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.1, "0.1"), (100, "100"),
            (123_456_789_012_345_683_968, "123456789012345680000"), (1e21, "1e+21"),
            (1.5e300, "1.5e+300"),
            (1e-6, "0.000001"), (1e-7, "1e-7"), (1.25e-9, "1.25e-9"),
            (.leastNonzeroMagnitude, "5e-324"),
            (0.1 + 0.2, "0.30000000000000004"), (1e16, "10000000000000000"), (.nan, "NaN"),
            (-.infinity, "-Infinity"), (1.7976931348623157e308, "1.7976931348623157e+308"),
        ])
    func shortest(value: Double, text: String) {
        #expect(value.decimalText == text)
    }

    @Test(
        "Fixed places round the exact value, halves away from zero",
        arguments: [
            (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-2.5, 0, "-3"), (1.005, 2, "1.00"),
            (1.45, 1, "1.4"), (8.345, 2, "8.35"), (0.25, 1, "0.3"), (0, 2, "0.00"),
            (9.995, 2, "9.99"),
            (99.99, 1, "100.0"), (1e-10, 2, "0.00"), (123.456, 0, "123"), (1e21, 2, "1e+21"),
            (0.000001, 7, "0.0000010"), (.nan, 2, "NaN"), (-0.0001, 2, "-0.00"), (5, -3, "5"),
        ])
    func fixed(value: Double, places: Int, text: String) {
        #expect(value.fixed(places) == text)
    }

    @Test(
        "Exponents have one digit before the point",
        arguments: [
            (0.0, 2 as Int?, "0.00e+0"), (42, 1, "4.2e+1"), (123456, 2, "1.23e+5"),
            (0.00015, 0, "1e-4"),
            (9.99, 1, "1.0e+1"), (123456, nil, "1.23456e+5"),
            (-.leastNonzeroMagnitude, 3, "-4.941e-324"),
        ])
    func exponential(value: Double, places: Int?, text: String) {
        #expect(value.exponential(places) == text)
    }

    @Test(
        "Significant digits turn into an exponent where they do not reach the point",
        arguments: [
            (123.456, 4, "123.5"), (0.000123, 2, "0.00012"), (123456, 2, "1.2e+5"),
            (1e-7, 2, "1.0e-7"),
            (0, 3, "0.00"), (99.99, 3, "100"), (35, 1, "4e+1"), (1.25, 2, "1.3"),
            (1e21, 22, "1000000000000000000000"),
        ])
    func precision(value: Double, digits: Int, text: String) {
        #expect(value.precision(digits) == text)
    }

    @Test("All digits of any number are right")
    func agreesWithPrintf() throws {
        var random = SeededRandom(seed: 4)
        for _ in 0..<2000 {
            let value = random.anyDouble()
            guard value.isFinite, value != 0 else { continue }
            let digits = String(format: "%.99e", value)
            let mantissa = value.exponential(99).prefix { $0 != "e" }
            try #require(digits.hasPrefix(mantissa), "\(value)")
        }
        for _ in 0..<2000 {
            let value = Double.random(in: -1e6...1e6, using: &random)
            try #require(value.fixed(7) == String(format: "%.7f", value))
        }
    }

    @Test("No number and no count of digits traps", arguments: awkwardNumbers)
    func survives(value: Double) {
        for digits in [Int.min, -1, 0, 1, 20, 100, 101, .max] {
            _ = (value.fixed(digits), value.exponential(digits), value.precision(digits))
        }
        #expect(value.decimalText.isEmpty == false)
    }
}
