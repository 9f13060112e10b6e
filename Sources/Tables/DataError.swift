/// What is wrong with a data set. Lines and columns count from 1.
package enum DataError: Error, Equatable {
    /// No data set has this name.
    case missing(String)
    /// Reading it failed, or it changed meanwhile.
    case source(SourceError)
}
