/// What the values of a column have to be for their rows to count.
package struct Condition: Equatable, Sendable {
    package enum Comparison: String, CaseIterable, Sendable {
        case unequal = "!="
        case lacks = "!~"
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case equal = "="
        case less = "<"
        case greater = ">"
        /// The text has the other one in it, in small letters or in capitals.
        case holds = "~"
    }

    package enum Operand: Equatable, Sendable {
        /// Of a column of times, milliseconds since 1970.
        case number(Double)
        case text(String)
        case missing
    }

    /// The number of the column in its table.
    package var column: Int
    package var comparison: Comparison
    /// One of them has to do; with a comparison that denies, none may.
    package var alternatives: [Operand]

    package init(column: Int, _ comparison: Comparison, _ alternatives: [Operand]) {
        self.column = column
        self.comparison = comparison
        self.alternatives = alternatives
    }

    private var denies: Bool { comparison == .unequal || comparison == .lacks }

    /// Whether a number, or what is none, fulfils it.
    fileprivate func isMet(by number: Double) -> Bool {
        for alternative in alternatives {
            let isMet =
                switch (comparison, alternative) {
                case (.equal, .number(let other)), (.unequal, .number(let other)): number == other
                case (.less, .number(let other)): number < other
                case (.lessOrEqual, .number(let other)): number <= other
                case (.greater, .number(let other)): number > other
                case (.greaterOrEqual, .number(let other)): number >= other
                case (.equal, .missing), (.unequal, .missing): number.isNaN
                default: false
                }
            if isMet { return !denies }
        }
        return denies
    }

    /// Whether a text fulfils it; nil is a missing one.
    fileprivate func isMet(by text: String?) -> Bool {
        for alternative in alternatives {
            let isMet =
                switch (comparison, alternative, text) {
                case (.equal, .missing, let text), (.unequal, .missing, let text): text == nil
                case (.equal, .text(let other), let text?), (.unequal, .text(let other), let text?):
                    text == other
                case (.less, .text(let other), let text?): text < other
                case (.lessOrEqual, .text(let other), let text?): text <= other
                case (.greater, .text(let other), let text?): text > other
                case (.greaterOrEqual, .text(let other), let text?): text >= other
                default: false
                }
            if isMet { return !denies }
        }
        return denies
    }

    /// Whether each of some texts fulfils it.
    fileprivate func areMet(by texts: [String]) -> [Bool] {
        guard comparison == .holds || comparison == .lacks else {
            return texts.map { isMet(by: $0) }
        }
        let parts = alternatives.compactMap {
            if case .text(let text) = $0 { TextPart(text) } else { nil }
        }
        return texts.map { text in
            let letters = text.utf8.map { $0.folded }
            return parts.contains { $0.stands(in: letters) } != denies
        }
    }
}

extension Table {
    /// Which rows fulfil all of the conditions.
    package func rows(where conditions: [Condition]) -> [Bool] {
        var isKept = [Bool](repeating: true, count: rowCount)
        for condition in conditions where columns.indices.contains(condition.column) {
            switch columns[condition.column].values {
            case .numbers(let numbers), .times(let numbers):
                for row in numbers.indices where isKept[row] {
                    isKept[row] = condition.isMet(by: numbers[row])
                }
            case .words(let codes, let texts):
                // Once a text, however many rows have it.
                let fits = condition.areMet(by: texts)
                let fitsMissing = condition.isMet(by: nil)
                for row in codes.indices where isKept[row] {
                    isKept[row] = codes[row] < 0 ? fitsMissing : fits[Int(codes[row])]
                }
            }
        }
        return isKept
    }
}

/// What is looked for in texts; of the letters A to Z it does not matter which case they are.
private struct TextPart {
    private let letters: [UInt8]
    /// By letter, how many of those up to it are also the first ones.
    private let borders: [Int]

    init(_ text: String) {
        let letters = text.utf8.map { $0.folded }
        var borders = [0]
        for index in letters.indices.dropFirst() {
            var border = borders[index - 1]
            while border > 0, letters[border] != letters[index] { border = borders[border - 1] }
            borders.append(letters[border] == letters[index] ? border + 1 : 0)
        }
        self.letters = letters
        self.borders = borders
    }

    /// In time proportional to the text (Knuth, Morris and Pratt, 1977).
    func stands(in text: [UInt8]) -> Bool {
        guard !letters.isEmpty else { return true }
        guard letters.count <= text.count else { return false }
        var matched = 0
        for letter in text {
            while matched > 0, letters[matched] != letter { matched = borders[matched - 1] }
            if letters[matched] == letter { matched += 1 }
            if matched == letters.count { return true }
        }
        return false
    }
}

extension UInt8 {
    fileprivate var folded: UInt8 { 65...90 ~= self ? self | 32 : self }
}
