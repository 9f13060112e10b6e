import Dialects
import Gateway
import Tables

/// The data sets of one chart, open before it is drawn, so that its tag can tell in which state they are.
struct DataFiles {
    private enum Set {
        case file(OpenFile)
        /// One that is part of the program.
        case sample(String)
        /// Standard input.
        case input
    }

    private var sets: [(name: String, set: Set)] = []
    /// What was posted, where that is data.
    var posted: [UInt8]?

    var areNamed: Bool { !sets.isEmpty }

    mutating func open(_ name: String, from shelves: Shelves) throws(DataError) {
        if sets.contains(where: { $0.name == name }) { return }
        if name == "-", shelves.isShell {
            sets.append((name, .input))
            return
        }
        do {
            sets.append((name, .file(try shelves.data(named: name))))
        } catch {
            guard case .missing = error, let sample = SampleData.text(named: name) else {
                throw error
            }
            sets.append((name, .sample(sample)))
        }
    }

    /// What tells the files among these data sets, as they are now, from all others.
    var identity: [[UInt8]] {
        sets.compactMap { if case .file(let file) = $0.set { file.identity } else { nil } }
    }

    var sources: DataSources {
        let sets = sets
        return DataSources(posted: posted.map { ByteSource($0) }) { name throws(DataError) in
            switch sets.first(where: { $0.name == name })?.set {
            case .file(let file)?: return file.source
            case .sample(let text)?: return ByteSource(Array(text.utf8))
            case .input?: return CGI.input
            case nil: throw .missing(name)
            }
        }
    }
}
