import Notation

/// Reads a formula by recursive descent, from the weakest binding to the strongest: comparison,
/// sum, product, sign, power, value.
///
/// A query turns `+` into a space, so a space where an operator is due means plus. A number directly
/// before a name or a parenthesis multiplies it: `2x`, `3(x-1)`. With data, names of columns come
/// before all others; in quotes they may hold anything.
struct FormulaParser {
    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0
    private var steps: [Formula.Step] = []
    private let names: ColumnNames?
    /// The columns that were found, each once.
    private(set) var columns: [Int] = []

    private let limits: FormulaLimits

    init(_ text: String, columns names: ColumnNames?, _ limits: FormulaLimits) {
        bytes = Array(text.utf8)
        self.limits = limits
        self.names = names
    }

    mutating func parse() throws(FormulaError) -> [Formula.Step] {
        guard bytes.count <= limits.bytes else {
            throw error(.tooLong(most: limits.bytes), at: limits.bytes)
        }
        try comparison()
        skipSpaces()
        guard place == bytes.count else {
            throw error(.unexpected)
        }
        return steps
    }

    // MARK: Levels

    private mutating func comparison() throws(FormulaError) {
        depth += 1
        guard depth <= limits.depth else { throw error(.tooDeep(most: limits.depth)) }
        defer { depth -= 1 }
        try sum()
        while true {
            skipSpaces()
            guard let symbol = comparisonSign() else { return }
            try sum()
            steps.append(.binary(symbol))
        }
    }

    private mutating func sum() throws(FormulaError) {
        try product()
        while true {
            let start = place
            skipSpaces()
            if take("+") {
                try product()
                steps.append(.binary(.add))
            } else if take("-") || take("−") {
                try product()
                steps.append(.binary(.subtract))
            } else if place > start, place < bytes.count, beginsValue {
                // The plus that the query's encoding made a space of.
                try product()
                steps.append(.binary(.add))
            } else {
                return
            }
        }
    }

    private mutating func product() throws(FormulaError) {
        try signed()
        while true {
            let start = place
            skipSpaces()
            if take("*") || take("·") || take("×") {
                try signed()
                steps.append(.binary(.multiply))
            } else if take("/") || take("÷") {
                try signed()
                steps.append(.binary(.divide))
            } else if take("%") {
                try signed()
                steps.append(.binary(.modulo))
            } else {
                place = start
                return
            }
        }
    }

    private mutating func signed() throws(FormulaError) {
        skipSpaces()
        var isNegative = false
        while true {
            if take("-") || take("−") { isNegative.toggle() } else if !take("+") { break }
            skipSpaces()
        }
        try power()
        if isNegative { steps.append(.negate) }
    }

    /// Binds to the right, and more strongly than a sign before it: -x^2 is below zero.
    private mutating func power() throws(FormulaError) {
        try value()
        let start = place
        skipSpaces()
        guard take("^") || take("**") else {
            place = start
            return
        }
        depth += 1
        guard depth <= limits.depth else { throw error(.tooDeep(most: limits.depth)) }
        defer { depth -= 1 }
        try signed()
        steps.append(.binary(.power))
    }

    private mutating func value() throws(FormulaError) {
        skipSpaces()
        guard place < bytes.count else { throw error(.unfinished) }
        if take("(") {
            try comparison()
            return try close()
        }
        if let (number, length) = Double.leadingDecimal(
            in: bytes.span.extracting(place..<bytes.count))
        {
            place += length
            steps.append(.number(number))
            // 2x and 3(x-1): as close as a value of its own.
            if place < bytes.count, beginsName || bytes[place] == UInt8(ascii: "(") {
                try power()
                steps.append(.binary(.multiply))
            }
            return
        }
        guard beginsName else { throw error(.unexpected) }
        try name()
    }

    private mutating func name() throws(FormulaError) {
        let start = place
        let name = takeName()
        if let column = names?.column(named: name), !isCall {
            return append(column)
        }
        switch name {
        case "x": steps.append(.x)
        case "pi": steps.append(.number(.pi))
        case "e": steps.append(.number(2.718281828459045))
        default:
            guard let function = FormulaFunction(rawValue: name) else {
                place = start
                throw FormulaError(
                    offset: characters(before: start), found: name,
                    reason: .unknownName(nearest: Self.nearest(to: name)))
            }
            try call(function, from: start)
        }
    }

    /// The letters and digits ahead, or what stands in quotes.
    private mutating func takeName() -> String {
        let start = place
        let quote = bytes[place]
        if isQuote(quote), let end = bytes[(place + 1)...].firstIndex(of: quote) {
            place = end + 1
            return String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        }
        repeat { place += 1 } while place < bytes.count && (isNameLetter || 48...57 ~= bytes[place])
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// Whether the name that was just taken is called as a function.
    private var isCall: Bool {
        bytes[place...].first { $0 != 32 } == UInt8(ascii: "(")
    }

    private mutating func append(_ column: Int) {
        if !columns.contains(column) { columns.append(column) }
        steps.append(.column(columns.firstIndex(of: column) ?? 0))
    }

    private mutating func call(_ function: FormulaFunction, from start: Int) throws(FormulaError) {
        skipSpaces()
        guard take("(") else { throw error(.missingParenthesis) }
        var count = 1
        try comparison()
        skipSpaces()
        while take(",") || take(";") {
            try comparison()
            skipSpaces()
            count += 1
        }
        try close()
        guard count == function.arguments else {
            place = start
            throw FormulaError(
                offset: characters(before: start), found: function.rawValue,
                reason: .wrongArguments(expected: function.arguments))
        }
        steps.append(count == 1 ? .one(function) : .two(function))
    }

    private mutating func close() throws(FormulaError) {
        skipSpaces()
        guard take(")") else { throw error(.missingParenthesis) }
    }

    // MARK: Letters

    private var beginsValue: Bool {
        let byte = bytes[place]
        return beginsName || 48...57 ~= byte || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "(")
    }

    private var beginsName: Bool { isNameLetter || isQuote(bytes[place]) }

    /// Whether a letter lies ahead: in the names of columns any that is no sign of a formula.
    private var isNameLetter: Bool {
        let byte = bytes[place]
        if isLetter(byte) { return true }
        guard names != nil else { return false }
        if byte == UInt8(ascii: "_") { return true }
        return byte >= 128 && !Self.signs.contains { bytes[place...].starts(with: $0.utf8) }
    }

    /// The signs that are no ASCII.
    private static let signs = ["−", "·", "×", "÷", "≤", "≥", "≠"]

    private func isQuote(_ byte: UInt8) -> Bool {
        names != nil && (byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\""))
    }

    private func isLetter(_ byte: UInt8) -> Bool { 97...122 ~= byte | 32 }

    private mutating func skipSpaces() {
        while place < bytes.count, bytes[place] == 32 { place += 1 }
    }

    private mutating func take(_ text: String) -> Bool {
        let wanted = text.utf8
        guard bytes[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    private mutating func comparisonSign() -> Formula.Operator? {
        if take("<=") || take("≤") { return .lessOrEqual }
        if take(">=") || take("≥") { return .greaterOrEqual }
        if take("!=") || take("≠") { return .unequal }
        if take("==") { return .equal }
        if take("<") { return .less }
        if take(">") { return .greater }
        return nil
    }

    // MARK: Errors

    private func error(_ reason: FormulaError.Reason, at offset: Int? = nil) -> FormulaError {
        let offset = min(offset ?? place, bytes.count)
        let rest = String(decoding: bytes[offset...], as: UTF8.self)
        return FormulaError(
            offset: characters(before: offset), found: String(rest.prefix(1)), reason: reason)
    }

    private func characters(before offset: Int) -> Int {
        String(decoding: bytes[..<offset], as: UTF8.self).unicodeScalars.count
    }

    private static func nearest(to name: String) -> String? {
        Spelling.nearest(
            to: name, among: FormulaFunction.allCases.map { $0.rawValue } + ["x", "pi", "e"])
    }
}
