/// Why pixels did not become bytes.
package enum EncodingError: Error, Equatable {
    /// The format has no room for sides like these: none, or longer than `longest` pixels.
    case badSize(width: Int, height: Int, longest: Int)
    /// The library gave up, as it does when memory runs out.
    case gaveUp
}

extension Pixels {
    func checkSides(longest: Int) throws(EncodingError) {
        guard 1...longest ~= width, 1...longest ~= height else {
            throw .badSize(width: width, height: height, longest: longest)
        }
    }
}
