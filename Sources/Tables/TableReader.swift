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
    /// This can be done once.
    package mutating func read(
        _ wanted: [Wanted], zone: Zone = .utc
    ) throws(DataError) -> Table {
        switch form {
        case .delimited(var text):
            var columns = ColumnSet(
                wanted, of: names, zone: zone,
                groupsThousands: text.delimiter == UInt8(ascii: ","), limits: limits)
            try text.read(into: &columns)
            return try columns.table()
        case .json(var data):
            return try data.read(wanted, zone: zone)
        }
    }
}
