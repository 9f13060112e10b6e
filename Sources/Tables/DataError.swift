package import Notation

/// What is wrong with a data set. Lines and columns count from 1.
package enum DataError: Error, Equatable {
    /// No data set has this name.
    case missing(String)
    /// Reading it failed, or it changed meanwhile.
    case source(SourceError)
    /// The data has more of something than `most`, the bound that `setting` raises.
    case limit(Counted, most: Int, setting: String)
    /// There is nothing that could name or hold a column.
    case empty
    /// The bytes are no text that is read here: UTF-16, or none at all.
    case noText(Script)
    /// The gzip packing is damaged or cut off.
    case badGzip
    /// A cell holds what its column cannot take.
    case badCell(DataPlace, found: String, wanted: CellWish)
    /// A row has more cells than the header.
    case tooManyCells(line: Int, found: Int, wanted: Int)
    /// The quote that opens this cell is not closed.
    case openQuote(DataPlace)
    /// Behind the closing quote of this cell stands `found`.
    case textAfterQuote(DataPlace, found: String)
    /// The data is no JSON.
    case json(JSONError)
    /// The JSON at this line and byte of it is not of the shape that data has.
    case badShape(line: Int, column: Int, found: String, wanted: ShapeWish)
    /// Each of these places in the JSON, written as `data.items`, holds a table.
    case severalTables([String])
    /// Of two columns one has more values than the other.
    case unequalColumns(String, count: Int, other: String, otherCount: Int)

    /// What there can be too much of.
    package enum Counted: String, Equatable, Sendable {
        case rows
        case columns
        /// Bytes of the data, unpacked.
        case bytes
        /// Bytes of one cell.
        case cell
        /// Arrays and objects of JSON inside each other.
        case depth
    }

    package enum Script: String, Equatable, Sendable {
        case utf16
        case binary
    }

    /// What a cell should have held.
    package enum CellWish: String, Equatable, Sendable {
        case number
        case time
        /// A date with the month first, or the day, as others in this column have.
        case monthFirst
        case dayFirst
        /// A number, as the column's other times are.
        case timestamp
        /// A number with a point before its fraction, as others in this column have.
        case decimalPoint
        /// A number, a text, true, false or null, as opposed to an array or an object.
        case value
    }

    /// What JSON should have held.
    package enum ShapeWish: String, Equatable, Sendable {
        case record
        case row
        /// A text that is the name of a column.
        case name
    }
}

/// Where in a data set a cell stands.
package struct DataPlace: Equatable, Sendable {
    package var line: Int
    /// The cell's number in its row.
    package var column: Int
    /// The column's name in the header; empty in the header itself.
    package var name: String
    /// The number of its record, from 1, in data that is told by these rather than by lines.
    package var record: Int?

    package init(line: Int, column: Int, name: String, record: Int? = nil) {
        self.line = line
        self.column = column
        self.name = name
        self.record = record
    }
}
