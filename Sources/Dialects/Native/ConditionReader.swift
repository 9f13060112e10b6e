import Notation
import Tables

/// A `where` taken apart: a column, a comparison, and what is compared with.
struct WrittenCondition {
    let column: Int
    private let value: KeyValue
    private let comparison: Condition.Comparison
    private let operands: [(text: String, offset: Int)]

    /// Takes `COLUMN OP A|B` apart at the first comparison before which a column is named.
    init(_ value: KeyValue, _ names: ColumnNames) throws(NativeError) {
        let bytes = Array(value.text.utf8)
        var firstName: String?
        var place = 0
        while place < bytes.count {
            guard let sign = Self.sign(in: bytes[place...]) else {
                place += 1
                continue
            }
            let name = String(decoding: bytes[..<place], as: UTF8.self)
            if let column = names.column(name.trimmed) {
                self.column = column
                self.value = value
                comparison = sign.comparison
                operands = Self.operands(
                    String(decoding: bytes[(place + sign.length)...], as: UTF8.self),
                    at: name.unicodeScalars.count + sign.length)
                return
            }
            firstName = firstName ?? name.trimmed
            place += sign.length
        }
        guard let firstName else { throw value.wrong(.condition) }
        throw value.wrong(names.wanted(near: firstName), found: firstName)
    }

    /// Refuses more conditions than can be looked at for every row.
    static func check(
        _ conditions: [WrittenCondition], most: Int
    ) throws(NativeError) {
        let count = conditions.reduce(0) { $0 + $1.operands.count }
        guard count <= most else {
            throw .tooManyComparisons(count: count, most: most)
        }
    }

    /// Whether it asks what comes first, which is something else among numbers than among words.
    var asksForOrder: Bool {
        switch comparison {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .equal, .unequal, .holds, .lacks: false
        }
    }

    /// As the query has it.
    var text: String { value.text.trimmed }

    /// The one of `texts` that differs from what is compared with in small letters and capitals alone.
    func operandLike(_ texts: [String]) -> String? {
        for operand in operands {
            let bytes = Array(operand.text.utf8)
            if let like = texts.first(where: { $0.utf8.isEqual(ignoringCase: bytes) }) {
                return like
            }
        }
        return nil
    }

    private static func sign(
        in bytes: ArraySlice<UInt8>
    ) -> (comparison: Condition.Comparison, length: Int)? {
        if bytes.starts(with: "==".utf8) { return (.equal, 2) }
        for comparison in Condition.Comparison.allCases
        where bytes.starts(with: comparison.rawValue.utf8) {
            return (comparison, comparison.rawValue.utf8.count)
        }
        return nil
    }

    private static func operands(_ text: String, at start: Int) -> [(text: String, offset: Int)] {
        var operands: [(text: String, offset: Int)] = []
        var offset = start
        for part in text.split(separator: "|", omittingEmptySubsequences: false) {
            let spaces = part.utf8.prefix { $0 == 32 }.count
            operands.append((String(part).trimmed, offset + spaces))
            offset += part.unicodeScalars.count + 1
        }
        return operands
    }

    /// The condition on column `place` of `table`: what is compared with is read as what the column
    /// holds.
    func condition(
        on place: Int, of table: Table, in zone: Zone
    ) throws(NativeError) -> Condition {
        var alternatives: [Condition.Operand] = []
        for operand in operands {
            alternatives.append(try read(operand, as: table.columns[place], in: zone))
        }
        return Condition(column: place, comparison, alternatives)
    }

    private func read(
        _ operand: (text: String, offset: Int), as column: Table.Column, in zone: Zone
    ) throws(NativeError) -> Condition.Operand {
        let text = operand.text
        let isEquality = comparison == .equal || comparison == .unequal
        if text.isEmpty || text == "_" {
            guard isEquality else { throw wrong(operand, .comparison(among: ["=", "!="])) }
            return .missing
        }
        if case .words = column.values { return .text(text) }
        if comparison == .holds || comparison == .lacks {
            throw wrong(operand, .comparison(among: ["=", "!=", "<", "<=", ">", ">="]))
        }
        if case .times = column.values {
            let reader = TimeReader(zone: zone)
            guard let instant = reader.instant(of: text) else { throw wrong(operand, .date) }
            return .number(instant)
        }
        guard let number = Double(decimal: text) else {
            throw wrong(operand, .numberLike(column: column.name))
        }
        return .number(number)
    }

    private func wrong(
        _ operand: (text: String, offset: Int), _ wanted: NativeError.Wanted
    ) -> NativeError {
        value.wrong(wanted, at: operand.offset, found: operand.text)
    }
}
