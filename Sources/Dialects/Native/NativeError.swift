package import Tables

/// Why a query of the native language is no chart: the facts, for whoever words them.
package enum NativeError: Error, Equatable {
    /// What a value should have been.
    package enum Wanted: Equatable, Sendable {
        case number
        /// Numbers, pairs, dates or a formula.
        case data
        case date
        case color
        case choice([String])
        case range
        case size
        case numberFormat
        case timeFormat
        case zone(nearest: String?)
        case dash
        case within(Double, Double)
        /// A list with so many fields an item, such as low:high.
        case fields(String)
        case above(Double)
        case formula(FormulaError.Reason)
        case wholeNumber
        case seconds
        /// A part of a whole, which is not below zero.
        case part
        /// How many rows there shall be.
        case rowCount
        /// A column of the data set; `known` are some of those it has.
        case column(nearest: String?, known: [String])
        /// The number of a column, which counts from 1.
        case columnNumber(count: Int, known: [String])
        /// A mark shows one column.
        case oneColumn
        /// A column that can be reckoned with.
        case numberColumn
        /// A column, a comparison and a value.
        case condition
        /// A number to compare those of a column with.
        case numberLike(column: String)
        /// A place among the names along an axis.
        case placeAmongNames
        /// A value for a comparison with words, or with nothing, which only = and != can make.
        case comparison(among: [String])
    }

    /// What a key of the chart would need to have an effect.
    package enum Missing: Equatable, Sendable {
        /// A picture of such marks has no axes.
        case axes(mark: String)
        /// No mark is drawn by a y axis on the right.
        case rightAxis
        /// Nothing stands on names that could be put in order.
        case names
        /// There is no data set.
        case data
        /// No mark shows a column.
        case columns
        /// No mark has values that could be put together.
        case summable
    }

    /// The query holds no mark.
    case noMark
    case unknownKey(String, nearest: String?)
    /// Character `at` of the value, counted from 0, does not fit.
    case wrong(key: String, at: Int, found: String, Wanted)
    /// The key describes a mark, and stands before any.
    case beforeMarks(key: String)
    /// The mark before the key has no use for it.
    case misplaced(key: String, mark: String, takes: [String])
    /// The key describes something that this chart has not.
    case noUse(key: String, Missing)
    /// `key` has more values than there are places in `for`.
    case tooMany(key: String, count: Int, most: Int, of: String)
    /// An operator's or the program's limit: `count` of something where `most` are allowed.
    case limit(key: String, count: Int, most: Int, setting: String)
    /// The two marks cannot be drawn on the same axes.
    case cannotShare(mark: String, with: String)
    /// The data set that was asked for is none.
    case data(DataError)
    /// One data set was posted, and another is named.
    case twoDataSets
    /// Several rows have the same place along x, where the mark can show one.
    case repeated(key: String, column: String, value: String)
    /// A column holds a number, or gives a sum, that no chart can reckon with.
    case beyondReach(key: String, column: String)
    /// A column that is shown as parts of a whole has a number below zero.
    case negativePart(key: String, column: String)
    /// Times and names cannot lie along one axis.
    case mixedPlaces(String, with: String)
    /// No row of the data set fulfils the condition; `only` are the values of its column, where they are
    /// few words, and `near` the one that differs in small letters and capitals alone.
    case noRow(condition: String, column: String, near: String?, only: [String])
    /// Each condition is fulfilled by rows, and no row fulfils all of them.
    case noCommonRow(conditions: [String])
    /// All conditions together compare with more values than can be looked at for every row.
    case tooManyComparisons(count: Int, most: Int)
    /// `limit` and `last` ask for different ends of the rows.
    case bothEnds
    /// A key without the value that it needs.
    case empty(key: String)
    /// A mark has a number along x that none of so many names stands for.
    case besideNames(key: String, place: Double, names: Int)
    /// The boxes of a mark stand on the values of x, or on those of a group.
    case boxesTwice
}
