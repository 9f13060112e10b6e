import Dialects
import Gateway
import Tables

/// Where the operator keeps saved charts and data sets.
struct Shelves {
    /// What the operator set.
    let environment: Environment
    /// At a shell a data set is any file that the person may read.
    let isShell: Bool
    private let limits: Limits

    init(_ environment: Environment, for caller: Caller) {
        self.environment = environment
        isShell = caller.audience == .terminal
        limits = Limits(environment)
    }

    /// The pairs of the chart that was saved under a name; nil where there is none.
    func chart(named name: String) throws(Failure) -> [Parameter]? {
        let file: OpenFile
        do {
            guard let folder = try Folder(environment.text(of: "PLOT_CHARTS")) else { return nil }
            file = try folder.file(withStem: name)
        } catch {
            if error == .missing { return nil }
            throw .unreadableChart
        }
        let text = try read(file)
        do {
            return try SavedChart(text, limits: limits).parameters
        } catch {
            throw .request(.query(error))
        }
    }

    private func read(_ file: OpenFile) throws(Failure) -> [UInt8] {
        guard file.size <= limits.body else { throw .unreadableChart }
        do {
            return try file.bytes()
        } catch {
            throw .unreadableChart
        }
    }

    /// The data set of a name, opened.
    func data(named name: String) throws(DataError) -> OpenFile {
        do {
            return try open(name)
        } catch {
            throw error == .missing ? .missing(name) : .source(.unreadable)
        }
    }

    private func open(_ name: String) throws(FileError) -> OpenFile {
        let path = environment.text(of: "PLOT_DATA")
        if path.isEmpty, isShell { return try OpenFile.anywhere(name) }
        guard let folder = try Folder(path) else { throw .missing }
        return try folder.file(name)
    }
}
