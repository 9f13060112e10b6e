/// Why a format cannot be used, and where: the offset counts bytes from the format's start.
package enum FormatError: Error, Equatable {
    /// A number format has something here that belongs elsewhere or nowhere.
    case unexpected(offset: Int)
    /// A time format has a directive here that does not exist, or that ends before its letter.
    case unknownDirective(offset: Int)
}
