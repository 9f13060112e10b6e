import Notation

/// What a mark shows of each row of a data set.
enum ColumnExpression: Equatable {
    case column(Int)
    /// A formula with columns in it; its text stands for a name.
    case formula(Formula, String)
    /// `*`: each row counts as one.
    case rows

    func header(_ names: ColumnNames) -> String {
        switch self {
        case .column(let column): names.names[column]
        case .formula(_, let text): text
        case .rows: "count"
        }
    }
}

/// The columns that a mark shows.
struct MarkColumns {
    /// Its own places along x; nil for those of the chart.
    var x: ColumnExpression?
    /// y, low and high, or y and size.
    var values: [ColumnExpression]
    /// Texts beside the values, or the names of slices.
    var words: ColumnExpression?
    /// How far values may be off: both ways, or below and above.
    var errors: [ColumnExpression] = []
}

/// Finds the columns that the values of keys name.
struct ColumnReader {
    let names: ColumnNames
    let zone: Zone
    let formulas: FormulaLimits

    /// The columns behind a mark; nil where its value is written out in the query.
    ///
    /// A value is a column where it names one or is the number of one; several numbers with commas
    /// between them are values. What `hline`, `vline` and `text` are given is a column only by its name.
    func columns(of draft: Draft) throws(NativeError) -> MarkColumns? {
        let fields = draft.kind.fields
        let isLiteral = fields == .places || fields == .words
        guard let found = try expressions(in: draft.value, byNameOnly: isLiteral) else {
            return nil
        }
        let own = fields == .sized || fields == .interval ? 2 : 1
        var rest = found[...]
        var columns = MarkColumns(values: [])
        let most = fields.hasPlace && !draft.kind.traits.contains(.bare) ? own + 1 : own
        if fields == .words {
            guard 2...3 ~= rest.count else { throw draft.value.wrong(.fields("x:y or x:y:text")) }
            columns.x = rest.removeFirst()
            columns.values = [rest.removeFirst()]
            columns.words = rest.first
        } else {
            guard own...most ~= rest.count else { throw draft.value.wrong(.fields(fields.columns)) }
            if rest.count > own { columns.x = rest.removeFirst() }
            columns.values = Array(rest)
        }
        return try complete(columns, of: draft)
    }

    /// Adds what `labels` and `errors` name.
    private func complete(
        _ columns: MarkColumns, of draft: Draft
    ) throws(NativeError) -> MarkColumns {
        var columns = columns
        if let labels = draft.settings.labels, labels.items.count == 1, !labels.isFlag {
            columns.words = try column(labels)
        }
        if let errors = draft.settings.errors {
            columns.errors = try expressions(in: errors, byNameOnly: true) ?? []
            let isWritten = columns.errors.isEmpty && (try? errors.errors()) != nil
            if columns.errors.isEmpty, !isWritten, errors.items.count == 1 {
                throw errors.wrong(names.wanted(near: errors.text.trimmed))
            }
            guard columns.errors.count <= 2 else { throw errors.wrong(.fields("low:high")) }
        }
        return columns
    }

    /// The column that `labels=` or `x=` names; nil where they list what lies along x.
    func columnAlongX(of chart: ChartSettings) throws(NativeError) -> ColumnExpression? {
        if let labels = chart.labels {
            return labels.items.count == 1 ? try column(labels) : nil
        }
        guard let x = chart.x, let found = try expressions(in: x, byNameOnly: false) else {
            return nil
        }
        guard found.count == 1 else { throw x.wrong(.fields(MarkKind.Fields.parts.columns)) }
        return found[0]
    }

    /// The one column that a key names, or a formula of columns.
    func column(_ value: KeyValue) throws(NativeError) -> ColumnExpression {
        if let column = names.column(value.text.trimmed) { return .column(column) }
        if let found = try expression(value.text, at: 0, of: value, byNameOnly: false) {
            return found.expression
        }
        throw value.wrong(names.wanted(near: value.text.trimmed), found: value.text.trimmed)
    }

    /// What stands between the colons of a value: columns all, or none at all.
    private func expressions(
        in value: KeyValue, byNameOnly: Bool
    ) throws(NativeError) -> [ColumnExpression]? {
        let text = value.text.trimmed
        if text.isEmpty { return nil }
        if let column = byNameOnly ? names.column(named: text) : names.column(text) {
            return [.column(column)]
        }
        if !byNameOnly, ColumnNames.isNumber(text) {
            throw value.wrong(names.wanted(near: text), found: text)
        }
        let items = value.items
        if items.count > 1 {
            for item in items where names.column(named: item.text.trimmed) != nil {
                throw value.wrong(.oneColumn, at: item.offset, found: item.text.trimmed)
            }
            return nil
        }
        var found: [ColumnExpression] = []
        var literal: (text: String, offset: Int)?
        var isNamed = false
        var offset = 0
        for part in value.text.split(separator: ":", omittingEmptySubsequences: false) {
            let part = String(part)
            if let one = try expression(part, at: offset, of: value, byNameOnly: byNameOnly) {
                found.append(one.expression)
                if one.isNamed { isNamed = true }
            } else {
                literal = literal ?? (part.trimmed, offset)
            }
            offset += part.unicodeScalars.count + 1
        }
        guard let literal else { return found }
        guard isNamed, !byNameOnly else { return nil }
        throw value.wrong(
            names.wanted(near: literal.text), at: literal.offset, found: literal.text)
    }

    /// What a part of a value means; nil where it is a value itself. `isNamed` tells that it is
    /// nothing else.
    private func expression(
        _ part: String, at offset: Int, of value: KeyValue, byNameOnly: Bool
    ) throws(NativeError) -> (expression: ColumnExpression, isNamed: Bool)? {
        let text = part.trimmed
        if let column = names.column(named: text) { return (.column(column), true) }
        if byNameOnly || text.isEmpty || text == "_" { return nil }
        if let column = names.column(text) { return (.column(column), false) }
        if text == "*" { return (.rows, true) }
        if Double(decimal: text) != nil || text.isExcess || text.ends != nil { return nil }
        if TimeReader(zone: zone).instant(of: text) != nil { return nil }
        do throws(FormulaError) {
            let formula = try Formula(part, columns: names, formulas)
            return formula.columns.isEmpty ? nil : (.formula(formula, text), true)
        } catch {
            // A name of two words is no formula that went wrong.
            let isName = !text.utf8.contains { "()+-*/^%<>=\"'".utf8.contains($0) }
            if case .unknownName = error.reason {
                throw value.wrong(
                    names.wanted(near: isName ? text : error.found),
                    at: offset + (isName ? 0 : error.offset), found: isName ? text : error.found)
            }
            if isName { throw value.wrong(names.wanted(near: text), at: offset, found: text) }
            throw value.wrong(
                .formula(error.reason), at: offset + error.offset, found: error.found)
        }
    }
}

extension MarkKind.Fields {
    fileprivate var hasPlace: Bool {
        switch self {
        case .value, .sized, .interval, .words: true
        case .samples, .places, .parts: false
        }
    }

    /// The form of a value that names columns.
    fileprivate var columns: String {
        switch self {
        case .value: "y or x:y"
        case .sized: "y:size or x:y:size"
        case .interval: "low:high or x:low:high"
        case .words: "x:y or x:y:text"
        case .samples, .places, .parts: "a single column"
        }
    }
}
