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
                case (.holds, .text(let other), let text?), (.lacks, .text(let other), let text?):
                    text.contains(ignoringCase: other)
                default: false
                }
            if isMet { return !denies }
        }
        return denies
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
                let fits = texts.map { condition.isMet(by: $0) }
                let fitsMissing = condition.isMet(by: nil)
                for row in codes.indices where isKept[row] {
                    isKept[row] = codes[row] < 0 ? fitsMissing : fits[Int(codes[row])]
                }
            }
        }
        return isKept
    }
}

extension String {
    /// Whether `part` stands somewhere in the text; of the letters A to Z it does not matter which case
    /// they are. In time proportional to both lengths (Knuth, Morris and Pratt, 1977).
    fileprivate func contains(ignoringCase part: String) -> Bool {
        let part = part.utf8.map { $0.folded }
        guard !part.isEmpty else { return true }
        var borders = [0]
        for index in part.indices.dropFirst() {
            var border = borders[index - 1]
            while border > 0, part[border] != part[index] { border = borders[border - 1] }
            borders.append(part[border] == part[index] ? border + 1 : 0)
        }
        var matched = 0
        for byte in utf8 {
            while matched > 0, part[matched] != byte.folded { matched = borders[matched - 1] }
            if part[matched] == byte.folded { matched += 1 }
            if matched == part.count { return true }
        }
        return false
    }
}

extension UInt8 {
    fileprivate var folded: UInt8 { 65...90 ~= self ? self | 32 : self }
}
