/// Why pixels did not become bytes.
package enum EncodingError: Error, Equatable {
    /// The format has no room for sides like these.
    case badSize(width: Int, height: Int)
    /// The library gave up, as it does when memory runs out.
    case gaveUp
}
