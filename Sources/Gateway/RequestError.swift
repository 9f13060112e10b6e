/// Why a request cannot be understood. Nothing has been drawn yet.
package enum RequestError: Error, Equatable {
    /// Neither GET, HEAD, POST nor OPTIONS.
    case methodNotAllowed
    case uriTooLong(limit: Int)
    /// The variables of the request, which the client's headers are among, take too many bytes.
    case headersTooLarge(limit: Int)
    /// `CONTENT_LENGTH` is no plain number.
    case badContentLength
    case bodyTooShort(expected: Int, got: Int)
    case bodyTooLarge(limit: Int)
    /// The body stopped coming, and its end was not reached.
    case bodyTimedOut
    /// The body is neither a form nor data.
    case unsupportedMediaType
    /// The body is compressed. Nothing is unpacked here, so nothing can swell.
    case unsupportedContentEncoding
    case query(QueryError)
}
