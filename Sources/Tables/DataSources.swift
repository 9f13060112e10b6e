/// The data sets that a chart may name.
package struct DataSources {
    /// What was posted, where that is data. It can be read once.
    package var posted: ByteSource?
    /// Opens the data set of a name, as `data=` gives it.
    package var open: (String) throws(DataError) -> ByteSource

    package init(
        posted: ByteSource? = nil, open: @escaping (String) throws(DataError) -> ByteSource
    ) {
        self.posted = posted
        self.open = open
    }

    /// Nothing to read from.
    package static var none: DataSources {
        DataSources { name throws(DataError) in throw .missing(name) }
    }
}
