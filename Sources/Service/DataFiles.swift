import Gateway
import Tables

/// The data sets of one chart, open before it is drawn, so that its tag can tell in which state they are.
struct DataFiles {
    private var files: [(name: String, file: OpenFile)] = []
    /// What was posted, where that is data.
    var posted: [UInt8]?

    mutating func open(_ name: String, from shelves: Shelves) throws(DataError) {
        if files.contains(where: { $0.name == name }) { return }
        files.append((name, try shelves.data(named: name)))
    }

    /// What tells these data sets, as they are now, from all others.
    var identity: [[UInt8]] { files.map { $0.file.identity } }

    var sources: DataSources {
        let files = files
        return DataSources(posted: posted.map { ByteSource($0) }) { name throws(DataError) in
            guard let found = files.first(where: { $0.name == name }) else { throw .missing(name) }
            return found.file.source
        }
    }
}
