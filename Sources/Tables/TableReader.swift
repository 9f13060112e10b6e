package import Notation

/// Reads a data set: CSV with any of the usual delimiters or JSON, packed by gzip or not.
package struct TableReader {
    /// A column that a chart needs, and as what.
    package struct Wanted: Equatable, Sendable {
        /// Counts from 0.
        package var column: Int
        package var kind: Kind

        package init(column: Int, kind: Kind) {
            self.column = column
            self.kind = kind
        }
    }

    package enum Kind: Equatable, Sendable {
        /// Numbers, else times, else words: by what the column holds.
        case automatic
        /// Anything else is an error.
        case number
        case time
        case words
    }

    /// The names of the columns as the header gives them; `1`, `2` … where the data has no header.
    package private(set) var names: [String]

    /// How the rest of the data is read.
    private enum Form {
        case delimited(DelimitedText)
        case json(JSONData)
    }

    private var form: Form
    private let limits: TableLimits
    private var habit = NumberHabit(groupsByComma: true)
    /// The bad cells that were kept, column by column.
    private var flaws: [ColumnFlaws] = []

    /// Reads as far as the header.
    package init(
        _ source: ByteSource, limits: TableLimits = TableLimits()
    ) throws(DataError) {
        try self.init(Pieces(source, limits: limits), limits: limits)
    }

    init(_ pieces: consuming Pieces, limits: TableLimits) throws(DataError) {
        self.limits = limits
        let (start, first) = try Self.start(pieces)
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            let data = try JSONData(pieces, from: start, limits: limits)
            names = data.names
            form = .json(data)
        } else {
            let text = try DelimitedText(pieces, from: start, limits: limits)
            names = text.names
            form = .delimited(text)
        }
    }

    /// Where the text begins, behind a byte order mark, and its first byte that is not blank.
    private static func start(_ pieces: borrowing Pieces) throws(DataError) -> (
        place: Int, byte: UInt8?
    ) {
        let bytes = pieces.bytes.span.extracting(first: pieces.count)
        if bytes.count >= 2 {
            let mark = (bytes[0], bytes[1])
            guard mark != (0xFF, 0xFE), mark != (0xFE, 0xFF) else { throw .noText(.utf16) }
        }
        let hasMark =
            bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        let start = hasMark ? 3 : 0
        var place = start
        while place < bytes.count, bytes[place] == 0x20 || 0x09...0x0D ~= bytes[place] {
            place += 1
        }
        return (start, place < bytes.count ? bytes[place] : nil)
    }

    /// Reads the rows to the end, and of them only these columns, in the order asked. They exist.
    ///
    /// A cell that is no such thing as is wanted is an error, or, where bad cells are kept, a gap that
    /// `badCell` tells of. This can be done once.
    package mutating func read(
        _ wanted: [Wanted], zone: Zone = .utc, keepsBadCells: Bool = false
    ) throws(DataError) -> Table {
        switch form {
        case .delimited(var text):
            habit = text.habit
            var columns = ColumnSet(
                wanted, of: names, zone: zone, habit: habit, keepsFlaws: keepsBadCells,
                limits: limits)
            try text.read(into: &columns)
            let table = try columns.table()
            flaws = columns.flaws
            return table
        case .json(let data):
            habit = data.habit
            let (table, flaws) = try data.read(wanted, zone: zone, keepsFlaws: keepsBadCells)
            self.flaws = flaws
            return table
        }
    }

    /// What is wrong with the first bad cell of the rows that are kept, after they were read.
    package func badCell(in isKept: [Bool]) -> DataError? {
        guard let error = flaws.badCell(in: isKept) else { return nil }
        guard case .json(let data) = form else { return error }
        return data.located(error)
    }

    /// What a column of words holds now that rows were left out: perhaps none but numbers, or times.
    ///
    /// Words of which each is still there are words.
    package func reread(_ values: Table.Values, zone: Zone) -> Table.Values {
        guard case .words(let codes, let texts) = values else { return values }
        var isThere = [Bool](repeating: false, count: texts.count)
        for code in codes where code >= 0 { isThere[Int(code)] = true }
        guard isThere.contains(false), isThere.contains(true) else { return values }
        var columns = ColumnSet(
            [Wanted(column: 0, kind: .automatic)], of: [""], zone: zone, habit: habit,
            limits: limits)
        return (try? columns.values(of: codes, texts)) ?? values
    }
}

extension ColumnSet {
    /// What the texts are as cells of the only column; nil where they are words.
    fileprivate mutating func values(
        of codes: [Int32], _ texts: [String]
    ) throws(DataError) -> Table.Values? {
        let cells = texts.map { Array($0.utf8) }
        var block = ColumnBlock(for: self)
        for code in codes {
            if code < 0 {
                leaveOut(columnsFrom: 0, of: &block)
            } else {
                let cell = cells[Int(code)]
                try take(cell.span, isQuoted: true, column: 0, line: 0, into: &block)
            }
            if readers[0].form == .words { return nil }
            try endRow(of: &block)
        }
        try finishBlock(&block)
        let values = try table().columns[0].values
        if case .words = values { return nil }
        return values
    }
}
