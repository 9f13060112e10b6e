import Notation

@testable import Dialects

extension Entry {
    /// A formula.
    static let formula = Entry(
        name: "formula",
        fault: { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            var promises = Promises()
            let formula: Formula
            do throws(FormulaError) {
                formula = try Formula(text)
            } catch {
                promises.hold(
                    0...text.unicodeScalars.count ~= error.offset, "the error stands elsewhere")
                return promises.fault
            }
            let xs = [-1e300, -10, -1, -0.5, 0, 1e-300, 0.5, 1, 3, 10, 1e300]
            let values = formula.values(at: xs)
            for (x, value) in zip(xs, values) {
                promises.hold(value.isNaN || value.withinReach != nil, "\(value) at \(x)")
                promises.hold(isSame(value, formula.value(at: x)), "two values at \(x)")
            }
            promises.hold(formula.steps.count <= 2 * text.utf8.count, "more steps than characters")
            if let around = try? Formula("(" + text + ")") {
                promises.hold(
                    zip(values, around.values(at: xs)).allSatisfy(isSame),
                    "parentheses around it change it")
            }
            return promises.fault
        },
        seeds: [
            "sin(x)/x", "x^2-3*x+1", "-x^-0.5", "2x(x-1)", "max(x,1)%2", "x>=0", "e^(-x^2)", "pi",
            "1e3x", "x<1>0", "x=1", "x!=2", "2 x", "−x",
        ],
        words: Formula.functions.map { $0 + "(" } + ["x", "pi", "e", "<=", ">=", "!=", "−", "^"])

    /// A list of numbers.
    static let numbers = Entry(
        name: "numbers",
        fault: { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            var promises = Promises()
            if let numbers = Values.numbers(in: text) {
                let parts = text.split(separator: ",", omittingEmptySubsequences: false)
                promises.hold(numbers.count == parts.count, "\(numbers.count) numbers")
                promises.hold(
                    numbers.allSatisfy { $0.isNaN || $0.withinReach != nil }, "one is out of reach")
                // The shorter way for plain numbers gives what the longer one does.
                let reader = ItemReader(fields: .value, zone: .utc)
                for (number, part) in zip(numbers, parts) {
                    let field: ValueItem.Field = number.isNaN ? .gap : .number(number)
                    promises.hold(
                        reader.fields(of: String(part)) == [field], "\(part) is read otherwise")
                }
            }
            guard let number = Double(decimal: text) else { return promises.fault }
            promises.hold(Double(decimal: number.decimalText) == number, "\(number) is lost")
            let plain = text.hasPrefix("+") ? String(text.dropFirst()) : text
            promises.hold(Double(plain) == number, "\(number) is not the nearest")
            return promises.fault
        },
        seeds: [
            "3,1,4,1,5,9,2,6", "3,1,,4", "_,1e3,-2.5", " 1 , 2 ", "1e400", "5e-324", ".5,5.", "+3",
            "9007199254740993", "2.2250738585072011e-308", "0.1", "1:2,3:4", "2026-01-01:5",
        ],
        words: ["e+", "e-", "E308", "e-324", "_", ",", "0.", "1797693134862315"])
}

private func isSame(_ one: Double, _ other: Double) -> Bool {
    one == other || one.isNaN && other.isNaN
}
