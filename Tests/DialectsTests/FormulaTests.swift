import Figures
import Testing

@testable import Dialects

@Suite("Formulas")
struct FormulaTests {
    @Test(
        "A formula binds as in mathematics: powers, signs, products, sums, comparisons",
        arguments: [
            ("1+2*3", 7), ("(1+2)*3", 9), ("2^3^2", 512), ("-2^2", -4), ("(-2)^2", 4),
            ("2^-1", 0.5),
            ("8/4/2", 1), ("7-4-2", 1), ("1+2<4", 1), ("2*3>=7", 0), ("1==1", 1), ("1!=1", 0),
            ("-x^2", -9), ("--x", 3), ("1/2x", 1.0 / 6), ("2x^2", 18), ("10 - -3", 13),
            ("2**3", 8), ("2·3", 6), ("6÷2", 3), ("5−2", 3), ("2≤x", 1), ("3≠x", 0),
        ])
    func binds(text: String, value: Double) throws {
        #expect(try abs(Formula(text).value(at: 3) - value) < 1e-12)
    }

    @Test(
        "A number right before a name or a parenthesis multiplies it",
        arguments: [
            ("2x", 6), ("3(x-1)", 6), ("2sin(0)", 0), ("2pi", 6.283185307179586),
            ("2e", 5.43656365691809),
        ])
    func multiplies(text: String, value: Double) throws {
        #expect(try abs(Formula(text).value(at: 3) - value) < 1e-12)
    }

    @Test(
        "A space where an operator is due is the plus of a query",
        arguments: [
            ("x 1", 4), ("x  1", 4), ("sin(0) 2", 2), ("(x) (x)", 6), ("2 * x 1", 7), ("1 x*2", 7),
        ])
    func adds(text: String, value: Double) throws {
        #expect(try Formula(text).value(at: 3) == value)
    }

    @Test(
        "Spaces beside an operator mean nothing",
        arguments: [("x - 1", 2), (" x*2 ", 6), ("x ^ 2", 9), ("max ( x , 5 )", 5), ("( x )", 3)])
    func skipsSpaces(text: String, value: Double) throws {
        #expect(try Formula(text).value(at: 3) == value)
    }

    @Test(
        "The remainder has the sign of the divisor",
        arguments: [
            ("7%3", 1), ("-7%3", 2), ("-(7%3)", -1), ("7%-3", -2), ("mod(-7,3)", 2), ("7.5%2", 1.5),
        ])
    func remains(text: String, value: Double) throws {
        #expect(try Formula(text).value(at: 0) == value)
    }

    @Test(
        "Functions take one argument or two",
        arguments: [
            ("sin(0)", 0), ("cos(0)", 1), ("tan(0)", 0), ("asin(1)", 1.5707963267948966),
            ("acos(1)", 0), ("atan(0)", 0), ("sinh(0)", 0), ("cosh(0)", 1), ("tanh(0)", 0),
            ("exp(0)", 1), ("ln(e)", 1), ("log(e)", 1), ("log2(8)", 3), ("log10(1000)", 3),
            ("sqrt(9)", 3), ("cbrt(27)", 3), ("abs(-2)", 2), ("sign(-2)", -1), ("floor(-1.5)", -2),
            ("ceil(1.2)", 2), ("round(1.6)", 2), ("gamma(5)", 24), ("erf(0)", 0), ("min(2,1)", 1),
            ("max(2;1)", 2), ("pow(2,10)", 1024), ("mod(5,3)", 2), ("hypot(3,4)", 5),
            ("atan2(0,1)", 0),
        ])
    func calls(text: String, value: Double) throws {
        #expect(try abs(Formula(text).value(at: 0) - value) < 1e-12)
    }

    @Test(
        "Where a formula has no value, or one beyond reach, it is not a number",
        arguments: ["1/x", "ln(x)", "sqrt(-1)", "0/0", "exp(1000)", "1e300*10", "x/x"])
    func hasNone(text: String) throws {
        #expect(try Formula(text).value(at: 0).isNaN)
    }

    @Test(
        "A formula that cannot be read is refused with the character at fault",
        arguments: [
            ("2*", 2, "", FormulaError.Reason.unfinished), ("", 0, "", .unfinished),
            ("(1", 2, "", .missingParenthesis), ("sin x", 4, "x", .missingParenthesis),
            ("sin(x", 5, "", .missingParenthesis), ("1)", 1, ")", .unexpected),
            ("x$2", 1, "$", .unexpected), ("2+*3", 2, "*", .unexpected),
            ("é+1", 0, "é", .unexpected),
            ("x·é", 2, "é", .unexpected), ("x(2)", 1, "(", .unexpected),
            ("sine(x)", 0, "sine", .unknownName(nearest: "sin")),
            ("1+cosx", 2, "cosx", .unknownName(nearest: "cos")),
            ("2·sqr(x)", 2, "sqr", .unknownName(nearest: "sqrt")),
            ("sin(1,2)", 0, "sin", .wrongArguments(expected: 1)),
            ("1+max(x)", 2, "max", .wrongArguments(expected: 2)),
        ])
    func refuses(text: String, offset: Int, found: String, reason: FormulaError.Reason) {
        #expect(throws: FormulaError(offset: offset, found: found, reason: reason)) {
            try Formula(text)
        }
    }

    @Test(
        "A formula that is nested or goes on without end is refused, not followed",
        arguments: [
            String(repeating: "(", count: 4000), String(repeating: "sin(", count: 1000),
            String(repeating: "2(", count: 2000), String(repeating: "2^", count: 2000),
            String(repeating: "2^-", count: 1300), String(repeating: "-(", count: 2000),
        ])
    func refusesDepth(text: String) {
        let error = #expect(throws: FormulaError.self) { try Formula(text) }
        #expect(error?.reason == .tooDeep(most: 64))
    }

    @Test("Sixty parentheses are not too many, nor are thousands of signs and terms")
    func isPatient() throws {
        let nested = String(repeating: "(", count: 60) + "x" + String(repeating: ")", count: 60)
        #expect(try Formula(nested).value(at: 3) == 3)
        #expect(try Formula(String(repeating: "-", count: 4000) + "x").value(at: 3) == 3)
        #expect(try Formula("x" + String(repeating: "+1", count: 2000)).value(at: 3) == 2003)
        #expect(throws: FormulaError.self) {
            try Formula("x" + String(repeating: "+1", count: 3000))
        }
    }

    @Test("Values next to zero are zero", arguments: ["1e-301", "exp(-1000)", "-1e-320"])
    func isZero(text: String) throws {
        #expect(try Formula(text).value(at: 0) == 0)
    }
}

@Test(
    "Poles cut a linear axis, and steep growth cuts no logarithmic one",
    arguments: [("x=-5..5&line=1/x", true), ("x=1..1000&line=x*x&xscale=log&yscale=log", false)])
func cutsPoles(query: String, isCut: Bool) throws {
    #expect((try panel(query).axes[1].upper != nil) == isCut)
}
