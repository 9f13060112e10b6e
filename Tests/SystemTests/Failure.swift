/// Why a test could not even begin.
struct Failure: Error, CustomStringConvertible {
    var description: String
}
