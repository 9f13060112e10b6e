/// What is wrong with a query or a form: the offset counts bytes from its start.
package enum QueryError: Error, Equatable {
    case tooManyParameters(limit: Int)
    case keyTooLong(limit: Int, offset: Int)
}
