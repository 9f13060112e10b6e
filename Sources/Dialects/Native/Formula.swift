import CLibc
import Notation

/// A formula in `x`, ready to be evaluated: a program for a stack of numbers.
package struct Formula: Equatable, Sendable {
    enum Step: Equatable, Sendable {
        case number(Double)
        case x
        /// The place of a column in `columns`.
        case column(Int)
        case negate
        case binary(Operator)
        case one(FormulaFunction)
        case two(FormulaFunction)
    }

    enum Operator: UInt8, Sendable {
        case add, subtract, multiply, divide, modulo, power
        case less, lessOrEqual, greater, greaterOrEqual, equal, unequal
    }

    let steps: [Step]
    /// The columns of a data set that stand in it, each once.
    let columns: [Int]

    package init(
        _ text: String, limits: FormulaLimits = FormulaLimits()
    ) throws(FormulaError) {
        try self.init(text, columns: nil, limits)
    }

    /// A formula in which the names of columns are variables too.
    init(
        _ text: String, columns names: ColumnNames?, _ limits: FormulaLimits
    ) throws(FormulaError) {
        var parser = FormulaParser(text, columns: names, limits)
        steps = try parser.parse()
        columns = parser.columns
    }

    /// The functions that formulas know, for the reference.
    package static var functions: [String] { FormulaFunction.allCases.map { $0.rawValue } }

    /// The value at `x`; not a number where there is none, or one too large for a chart.
    package func value(at x: Double) -> Double {
        var stack: [Double] = []
        return value(at: x, on: &stack)
    }

    /// The values at all `xs`, on one stack.
    package func values(at xs: [Double]) -> [Double] {
        var stack: [Double] = []
        return xs.map { value(at: $0, on: &stack) }
    }

    /// The value of each row: `xs` says what x is there, `table` holds the values of `columns`.
    func values(at xs: [Double], rows table: [[Double]]) -> [Double] {
        var stack: [Double] = []
        return xs.indices.map { row in
            result(at: xs[row], on: &stack) { table[$0][row] }.withinReach ?? .nan
        }
    }

    private func value(at x: Double, on stack: inout [Double]) -> Double {
        result(at: x, on: &stack) { _ in .nan }.withinReach ?? .nan
    }

    private func result(
        at x: Double, on stack: inout [Double], _ column: (Int) -> Double
    ) -> Double {
        stack.removeAll(keepingCapacity: true)
        for step in steps {
            switch step {
            case .number(let value): stack.append(value)
            case .x: stack.append(x)
            case .column(let place): stack.append(column(place))
            case .negate: stack.append(-(stack.popLast() ?? .nan))
            case .one(let function): stack.append(function.value(stack.popLast() ?? .nan))
            case .two(let function):
                let second = stack.popLast() ?? .nan
                stack.append(function.value(stack.popLast() ?? .nan, second))
            case .binary(let symbol):
                let right = stack.popLast() ?? .nan
                stack.append(symbol.value(stack.popLast() ?? .nan, right))
            }
        }
        return stack.popLast() ?? .nan
    }
}

extension Formula.Operator {
    /// Comparisons are 1 where they hold and 0 where they do not.
    func value(_ a: Double, _ b: Double) -> Double {
        func truth(_ holds: Bool) -> Double { holds ? 1 : 0 }
        return switch self {
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        // The remainder has the sign of the divisor, so that x % 1 is a saw tooth on both sides.
        case .modulo: a - b * (a / b).rounded(.down)
        case .power: pow(a, b)
        case .less: truth(a < b)
        case .lessOrEqual: truth(a <= b)
        case .greater: truth(a > b)
        case .greaterOrEqual: truth(a >= b)
        case .equal: truth(a == b)
        case .unequal: truth(a != b)
        }
    }
}

/// What is wrong with a formula, and where: the offset counts characters from its start.
package struct FormulaError: Error, Equatable {
    package enum Reason: Equatable, Sendable {
        case unexpected
        /// A value is due where the formula ends.
        case unfinished
        case unknownName(nearest: String?)
        case wrongArguments(expected: Int)
        case missingParenthesis
        case tooDeep(most: Int)
        case tooLong(most: Int)
    }

    package var offset: Int
    package var found: String
    package var reason: Reason
}
