import Notation
import Tables

/// What is wrong with a data set, in words.
extension Explanation {
    init(_ error: DataError) {
        switch error {
        case .missing(let name):
            self.init(
                "There is no data set called \(Self.quoted(name)).",
                "Name a file that lies in the folder of data sets, such as data=weather.csv.")
        case .source(.changed):
            self.init(
                "The data set was written to while it was read.",
                "Ask again in a moment. Whoever writes it does best to write a new file and rename it."
            )
        case .source(.unreadable):
            self.init(
                "The data set cannot be read.",
                "The server's operator can mend that: the file may be closed to the program.")
        case .limit(let counted, let most, let setting):
            self.init(
                "The data set has more than \(most) \(Self.plural(counted)).",
                "Use a smaller one, or raise \(setting).")
        case .empty:
            self.init("The data set is empty.", "Give it a line of names and a line of values.")
        case .noText:
            self.init("The data set is no text in UTF-8.", "Save it as CSV or JSON in UTF-8.")
        case .badGzip:
            self.init("The data set's packing is damaged or cut off.", "Pack it again by gzip.")
        case .badCell(let place, let found, let wanted):
            self.init(
                Self.at(place) + "\(Self.quoted(found)) is no \(Self.noun(wanted)).",
                "Mend the cell or leave it empty, leave its row out by where=, or show another column."
            )
        case .tooManyCells(let line, let found, let wanted):
            self.init(
                "Line \(line) of the data set has \(found) cells, and the header \(wanted).",
                "Put cells that hold the delimiter in quotes.")
        case .openQuote(let place):
            self.init(
                Self.at(place) + "the quote that begins it is not closed.",
                "Close it; a quote within a cell is written twice.")
        case .textAfterQuote(let place, let found):
            self.init(
                Self.at(place) + "\(Self.quoted(found)) stands behind the closing quote.",
                "Write a quote within a cell twice.")
        case .json(let error):
            let found = error.found.isEmpty ? "the text ends" : "\(Self.quoted(error.found)) stands"
            self.init(
                "The data is no JSON: in line \(error.line), at byte \(error.column), \(found) "
                    + "where it cannot.",
                "Send an array of records, such as [{\"day\":1,\"sales\":5}].")
        case .badShape(let line, let column, let found, _):
            self.init(
                "The JSON is no table: in line \(line), at byte \(column), "
                    + "\(found.isEmpty ? "something is missing" : "\(Self.quoted(found)) does not fit").",
                "Send an array of records, such as [{\"day\":1,\"sales\":5}], or an object of columns."
            )
        case .severalTables(let names):
            self.init(
                "The JSON has several tables: \(names.map { Self.quoted($0) }.joined(separator: ", ")).",
                "Send only the one that the chart shows.")
        case .unequalColumns(let name, let count, let other, let otherCount):
            self.init(
                "The columns of the JSON are not equally long: \(Self.quoted(name)) has "
                    + "\(Self.values(count)), and \(Self.quoted(other)) \(otherCount).",
                "Give each column a value for every row; null leaves a gap.")
        }
    }

    private static func values(_ count: Int) -> String {
        count == 1 ? "1 value" : "\(count) values"
    }

    private static func plural(_ counted: DataError.Counted) -> String {
        switch counted {
        case .rows: "rows"
        case .columns: "columns"
        case .bytes: "bytes"
        case .cell: "bytes in a cell"
        case .depth: "arrays and objects inside each other"
        }
    }

    private static func noun(_ wanted: DataError.CellWish) -> String {
        switch wanted {
        case .number: "number"
        case .decimalPoint: "number with a point"
        case .time: "date"
        case .monthFirst: "date with the month first, as others in this column are"
        case .dayFirst: "date with the day first, as others in this column are"
        case .timestamp: "Unix timestamp, as others in this column are"
        case .value: "single value"
        }
    }

    private static func at(_ place: DataPlace) -> String {
        if let record = place.record {
            return
                "In record \(record) of the data set (line \(place.line)), \(quoted(place.name)): "
        }
        let name = place.name.isEmpty ? "" : " (\(quoted(place.name)))"
        return "In line \(place.line) of the data set, cell \(place.column)\(name): "
    }
}
