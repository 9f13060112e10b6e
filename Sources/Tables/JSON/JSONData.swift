internal import Notation

/// A data set in JSON: an array of records, an object of columns, or an array of rows of which the
/// first may hold the names. Records may also follow each other with no array around them, and a single
/// array or object may lie in others (`JSONSurvey`).
///
/// Names come in the order in which they first appear, in whichever record that is. Members of objects in
/// records are columns too (`RecordMembers`). What a record lacks is missing in its row.
struct JSONData {
    /// Each with the way to the first record or row of data, or to the first item of each column.
    private enum Shape {
        case records(JSONWalk)
        case rows(JSONWalk)
        case columns([JSONWalk])
    }

    private let text: Pieces
    private let limits: TableLimits
    private(set) var names: [String]
    private let shape: Shape

    /// Reads as far as the names: to the end, where any record can have one more. JSON begins at `place`.
    init(
        _ pieces: consuming Pieces, from place: Int, limits: TableLimits
    ) throws(DataError) {
        var text = pieces
        try text.readAll()
        self.text = text
        self.limits = limits
        (names, shape) = try Self.shape(
            text.bytes.span.extracting(first: text.count), from: place, limits)
        guard !names.isEmpty else { throw .empty }
    }

    private static func shape(
        _ bytes: Span<UInt8>, from place: Int, _ limits: TableLimits
    ) throws(DataError) -> ([String], Shape) {
        let walk = JSONWalk(at: place, isSequence: false, limits)
        var first = walk
        guard try first.next(bytes) == .beginObject else {
            return try shape(ofArray: bytes, walk, limits)
        }
        let start = JSONWalk(at: place, isSequence: true, limits)
        let survey = try JSONSurvey(bytes, start)
        guard !survey.isSequence, let (found, isArray) = try survey.table() else {
            return (try names(ofRecords: bytes, start, limits), .records(start))
        }
        if isArray { return try shape(ofArray: bytes, found.walk, limits) }
        let (names, columns) = try columns(bytes, found.walk, limits)
        return (names, .columns(columns))
    }

    /// Of an array that comes next.
    private static func shape(
        ofArray bytes: Span<UInt8>, _ walk: JSONWalk, _ limits: TableLimits
    ) throws(DataError) -> ([String], Shape) {
        var walk = walk
        _ = try walk.next(bytes)
        var inner = walk
        switch try inner.next(bytes) {
        case .beginObject: return (try names(ofRecords: bytes, walk, limits), .records(walk))
        case .beginArray:
            let names = try names(ofRows: bytes, &inner, limits)
            guard let names else {
                var first = walk
                return (try numbers(ofRows: bytes, &first, limits), .rows(walk))
            }
            return (names, .rows(inner))
        case .endArray: throw .empty
        default: throw inner.badShape(bytes, wanted: .record)
        }
    }

    private static func check(columns count: Int, _ limits: TableLimits) throws(DataError) {
        guard count <= limits.columns else {
            throw .limit(.columns, most: limits.columns, setting: "PLOT_MAX_COLUMNS")
        }
    }

    private static func names(
        ofRecords bytes: Span<UInt8>, _ start: JSONWalk, _ limits: TableLimits
    ) throws(DataError) -> [String] {
        var walk = start
        var members = RecordMembers()
        var count = 0
        while try walk.beginsRecord(bytes) {
            count += 1
            guard count <= limits.rows else {
                throw .limit(.rows, most: limits.rows, setting: "PLOT_MAX_ROWS")
            }
            while let member = try members.next(bytes, &walk) {
                try check(columns: members.names.count, limits)
                try walk.skipRest(of: member.token, bytes)
            }
        }
        return members.names.texts
    }

    /// The texts of the row that `walk` has begun; nil where it is one of data, as the first row of
    /// delimited text may be.
    private static func names(
        ofRows bytes: Span<UInt8>, _ walk: inout JSONWalk, _ limits: TableLimits
    ) throws(DataError) -> [String]? {
        var names: [String] = []
        var (isData, hasValue) = (true, false)
        while true {
            let token = try walk.next(bytes)
            guard token != .endArray else {
                return isData && hasValue ? nil : UniqueNames.names(names)
            }
            guard let cell = walk.cell(token, bytes) else {
                throw walk.badShape(bytes, wanted: .name)
            }
            let inner = cell.span.extracting(cell.span.inner)
            names.append(inner.count == 0 ? String(names.count + 1) : CellText.text(inner))
            try check(columns: names.count, limits)
            guard !isMissing(inner) else { continue }
            hasValue = true
            isData = isData && Header.isValue(inner)
        }
    }

    /// The numbers of the cells of the next row, as names.
    private static func numbers(
        ofRows bytes: Span<UInt8>, _ walk: inout JSONWalk, _ limits: TableLimits
    ) throws(DataError) -> [String] {
        var names: [String] = []
        _ = try walk.beginsRow(bytes)
        while try walk.next(bytes) != .endArray { names.append(String(names.count + 1)) }
        return names
    }

    /// The columns of the object that `walk` has begun.
    private static func columns(
        _ bytes: Span<UInt8>, _ walk: JSONWalk, _ limits: TableLimits
    ) throws(DataError) -> ([String], [JSONWalk]) {
        var walk = walk
        var names = WordList()
        var columns: [JSONWalk] = []
        while try walk.next(bytes) == .name {
            let name = walk.text
            let token = try walk.next(bytes)
            if token == .beginArray {
                let code = names.code(of: name, in: bytes, expected: columns.count)
                try check(columns: names.count, limits)
                // The last one of a name holds.
                if code < columns.count { columns[code] = walk } else { columns.append(walk) }
            }
            try walk.skipRest(of: token, bytes)
        }
        return (names.texts, columns)
    }

    /// A point in JSON's numbers stands before a fraction.
    let habit = NumberHabit(groupsByComma: true, pointsAreSure: true)

    /// Reads what is wanted of the rows; with the bad cells, where these are kept.
    func read(
        _ wanted: [TableReader.Wanted], zone: Zone, keepsFlaws: Bool
    ) throws(DataError) -> (Table, [ColumnFlaws]) {
        do { return try table(wanted, zone, keepsFlaws) } catch { throw located(error) }
    }

    /// An error of a cell with its line, where until now it had its place in the text.
    func located(_ error: DataError) -> DataError {
        guard case .badCell(var place, let found, let wish) = error else { return error }
        let bytes = text.bytes.span.extracting(first: text.count)
        place.line = JSONError.position(of: place.line, in: bytes).line
        return .badCell(place, found: found, wanted: wish)
    }

    private func table(
        _ wanted: [TableReader.Wanted], _ zone: Zone, _ keepsFlaws: Bool
    ) throws(DataError) -> (Table, [ColumnFlaws]) {
        let bytes = text.bytes.span.extracting(first: text.count)
        var columns = ColumnSet(
            wanted, of: names, zone: zone, habit: habit, counting: .records,
            keepsFlaws: keepsFlaws, limits: limits)
        switch shape {
        case .records(let walk): try read(records: bytes, walk, into: &columns)
        case .rows(let walk): try read(rows: bytes, walk, into: &columns)
        case .columns(let walks):
            var table = Table()
            var flaws: [ColumnFlaws] = []
            for wish in wanted {
                var column = ColumnSet(
                    [wish], of: names, zone: zone, habit: habit, counting: .records,
                    keepsFlaws: keepsFlaws, limits: limits)
                try read(column: wish.column, bytes, walks[wish.column], into: &column)
                table.columns += try column.table().columns
                flaws += column.flaws
            }
            try table.checkCounts()
            return (table, flaws)
        }
        return (try columns.table(), columns.flaws)
    }

    private func read(
        records bytes: Span<UInt8>, _ start: JSONWalk, into columns: inout ColumnSet
    ) throws(DataError) {
        var walk = start
        var list = WordList()
        for name in names { _ = list.code(of: name.utf8.span) }
        var members = RecordMembers(names: list)
        var block = ColumnBlock(for: columns)
        while try walk.beginsRecord(bytes) {
            columns.leaveOut(columnsFrom: 0, of: &block)
            while let (column, token) = try members.next(bytes, &walk) {
                if columns.first[column] < 0 {
                    try walk.skipRest(of: token, bytes)
                } else {
                    try take(token, bytes, column: column, &walk, &columns, &block)
                }
            }
            try columns.endRow(of: &block)
        }
        try columns.finishBlock(&block)
    }

    private func read(
        rows bytes: Span<UInt8>, _ start: JSONWalk, into columns: inout ColumnSet
    ) throws(DataError) {
        var walk = start
        var block = ColumnBlock(for: columns)
        while try walk.beginsRow(bytes) {
            columns.leaveOut(columnsFrom: 0, of: &block)
            var column = 0
            while true {
                let token = try walk.next(bytes)
                if token == .endArray { break }
                guard column < names.count else {
                    let line = JSONError.position(of: walk.start, in: bytes).line
                    throw .tooManyCells(line: line, found: column + 1, wanted: names.count)
                }
                if columns.first[column] < 0 {
                    try walk.skipRest(of: token, bytes)
                } else {
                    try take(token, bytes, column: column, &walk, &columns, &block)
                }
                column += 1
            }
            try columns.endRow(of: &block)
        }
        try columns.finishBlock(&block)
    }

    private func read(
        column: Int, _ bytes: Span<UInt8>, _ start: JSONWalk, into columns: inout ColumnSet
    ) throws(DataError) {
        var walk = start
        var block = ColumnBlock(for: columns)
        while true {
            let token = try walk.next(bytes)
            if token == .endArray { break }
            try take(token, bytes, column: column, &walk, &columns, &block)
            try columns.endRow(of: &block)
        }
        try columns.finishBlock(&block)
    }

    private func take(
        _ token: JSONTokens.Token, _ bytes: Span<UInt8>, column: Int,
        _ walk: inout JSONWalk, _ columns: inout ColumnSet, _ block: inout ColumnBlock
    ) throws(DataError) {
        switch token {
        case .number:
            guard !columns.takePlain(bytes, in: walk.number, column: column, into: &block) else {
                return
            }
            try columns.take(
                bytes.extracting(walk.number), isQuoted: false, column: column, line: walk.start,
                into: &block)
        case .string where !walk.text.hasEscapes:
            try columns.take(
                bytes.extracting(walk.text.range), isQuoted: true, column: column, line: walk.start,
                into: &block)
        default:
            guard let cell = walk.cell(token, bytes) else {
                try columns.refuse(
                    bytes.extracting(walk.start..<walk.start + 1), column: column,
                    line: walk.start, into: &block)
                return try walk.skipRest(of: token, bytes)
            }
            try columns.take(
                cell.span, isQuoted: true, column: column, line: walk.start, into: &block)
        }
    }
}

extension Table {
    /// Makes sure that all columns have as many values as the first.
    fileprivate func checkCounts() throws(DataError) {
        for column in columns where column.values.count != rowCount {
            throw .unequalColumns(
                columns[0].name, count: rowCount, other: column.name,
                otherCount: column.values.count)
        }
    }
}
