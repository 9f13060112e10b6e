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

    /// Reads as far as the header.
    package init(
        _ source: ByteSource, limits: TableLimits = TableLimits()
    ) throws(DataError) {
        names = []
    }

    /// Reads the rows to the end, and of them only these columns, in the order asked.
    package mutating func read(
        _ wanted: [Wanted], zone: Zone = .utc
    ) throws(DataError) -> Table {
        Table()
    }
}
