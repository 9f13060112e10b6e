import Foundation

/// Where the tests find what they drive.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program as it is shipped, or the one that `PLOT_BINARY` names.
    static func program() throws -> URL {
        let named = ProcessInfo.processInfo.environment["PLOT_BINARY"]
        return try named.map { URL(filePath: $0) } ?? program(named: "plot")
    }

    /// What was built to be shipped, or beside it.
    static func program(named name: String) throws -> URL {
        let program = root.appending(path: ".build/release/" + name)
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw Failure(
                description: "There is no \(program.path): "
                    + "swift build -c release --product \(name)")
        }
        return program
    }
}
