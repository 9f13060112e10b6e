internal import Notation

/// A data set in JSON: an array of records, an object of columns, or an array of rows of which the
/// first may hold the names. Records may also follow each other with no array around them.
///
/// Names come in the order in which they first appear, in whichever record that is. What a record
/// lacks is missing in its row, as are the last rows of a column that is shorter than others.
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
        var walk = JSONWalk(at: place, isSequence: false)
        guard try walk.next(bytes) == .beginArray else {
            return try shape(ofObjects: bytes, from: place, limits)
        }
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

    /// Of one object whose first member is an array, or of any number of others.
    private static func shape(
        ofObjects bytes: Span<UInt8>, from place: Int, _ limits: TableLimits
    ) throws(DataError) -> ([String], Shape) {
        let start = JSONWalk(at: place, isSequence: true)
        var walk = start
        _ = try walk.next(bytes)
        guard try walk.next(bytes) == .name, try walk.next(bytes) == .beginArray else {
            return (try names(ofRecords: bytes, start, limits), .records(start))
        }
        let (names, columns) = try columns(bytes, from: place, limits)
        return (names, .columns(columns))
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
        var names = WordList()
        var count = 0
        while try walk.beginsRecord(bytes) {
            count += 1
            guard count <= limits.rows else {
                throw .limit(.rows, most: limits.rows, setting: "PLOT_MAX_ROWS")
            }
            var expected = 0
            while try walk.next(bytes) == .name {
                expected = names.code(of: walk.text, in: bytes, expected: expected) + 1
                try check(columns: names.count, limits)
                try walk.skipValue(bytes)
            }
        }
        return names.texts
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

    private static func columns(
        _ bytes: Span<UInt8>, from place: Int, _ limits: TableLimits
    ) throws(DataError) -> ([String], [JSONWalk]) {
        var walk = JSONWalk(at: place, isSequence: false)
        _ = try walk.next(bytes)
        var names = WordList()
        var columns: [JSONWalk] = []
        while try walk.next(bytes) == .name {
            guard try walk.next(bytes) == .beginArray else {
                throw walk.badShape(bytes, wanted: .column)
            }
            let code = names.code(of: walk.text, in: bytes, expected: columns.count)
            try check(columns: names.count, limits)
            // The last one of a name holds.
            if code < columns.count { columns[code] = walk } else { columns.append(walk) }
            try walk.skipRest(of: .beginArray, bytes)
        }
        // What follows is an error, or the end.
        _ = try walk.next(bytes)
        return (names.texts, columns)
    }

    /// Reads what is wanted of the rows.
    mutating func read(
        _ wanted: [TableReader.Wanted], zone: Zone
    ) throws(DataError) -> Table {
        do {
            return try table(wanted, zone)
        } catch {
            guard case .badCell(var place, let found, let wish) = error else { throw error }
            // Until here it was the place in the text.
            place.line = line(of: place.line)
            throw .badCell(place, found: found, wanted: wish)
        }
    }

    private func line(of place: Int) -> Int {
        JSONError.position(of: place, in: text.bytes.span.extracting(first: text.count)).line
    }

    private func table(
        _ wanted: [TableReader.Wanted], _ zone: Zone
    ) throws(DataError) -> Table {
        let bytes = text.bytes.span.extracting(first: text.count)
        switch shape {
        case .records(let walk):
            var columns = columnSet(wanted, zone)
            try read(records: bytes, walk, into: &columns)
            return try columns.table()
        case .rows(let walk):
            var columns = columnSet(wanted, zone)
            try read(rows: bytes, walk, into: &columns)
            return try columns.table()
        case .columns(let walks):
            var table = Table()
            for wish in wanted {
                var column = columnSet([wish], zone)
                try read(column: wish.column, bytes, walks[wish.column], into: &column)
                table.columns += try column.table().columns
            }
            table.pad()
            return table
        }
    }

    private func columnSet(_ wanted: [TableReader.Wanted], _ zone: Zone) -> ColumnSet {
        ColumnSet(wanted, of: names, zone: zone, groupsThousands: true, limits: limits)
    }

    private func read(
        records bytes: Span<UInt8>, _ start: JSONWalk, into columns: inout ColumnSet
    ) throws(DataError) {
        var walk = start
        var list = WordList()
        for name in names { _ = list.code(of: name.utf8.span) }
        var block = ColumnBlock(for: columns)
        while try walk.beginsRecord(bytes) {
            columns.leaveOut(columnsFrom: 0, of: &block)
            var expected = 0
            while try walk.next(bytes) == .name {
                let column = list.code(of: walk.text, in: bytes, expected: expected)
                expected = column + 1
                if columns.first[column] < 0 {
                    try walk.skipValue(bytes)
                } else {
                    let token = try walk.next(bytes)
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
                let place = DataPlace(line: walk.start, column: column + 1, name: names[column])
                throw .badCell(
                    place, found: token == .beginArray ? "[" : "{", wanted: .value)
            }
            try columns.take(
                cell.span, isQuoted: true, column: column, line: walk.start, into: &block)
        }
    }
}

extension WordList {
    /// The number of a member's name, which is `expected` where members always come in the same order.
    fileprivate mutating func code(
        of name: JSONText, in bytes: Span<UInt8>, expected: Int
    ) -> Int {
        if name.hasEscapes {
            let text = name.utf8(in: bytes)
            return Int(code(of: text.span))
        }
        let text = bytes.extracting(name.range)
        return isEqual(text, expected) ? expected : Int(code(of: text))
    }
}

extension Table {
    /// Makes all columns as long as the longest.
    fileprivate mutating func pad() {
        let count = columns.map { $0.values.count }.max() ?? 0
        for index in columns.indices {
            let missing = count - columns[index].values.count
            guard missing > 0 else { continue }
            let gap = [Double](repeating: .nan, count: missing)
            columns[index].values =
                switch columns[index].values {
                case .numbers(let numbers): .numbers(numbers + gap)
                case .times(let times): .times(times + gap)
                case .words(let codes, let texts):
                    .words(codes + [Int32](repeating: -1, count: missing), texts: texts)
                }
        }
    }
}
