import Foundation

/// A list of the runs of a server's program, which a script in the program's place keeps.
struct ProgramLog {
    private let list: URL

    /// What stands in the list for a run: the query, and the first line of what came of it.
    struct Run: Equatable {
        var query: String
        var firstLine: String

        static func drew(_ query: String) -> Run { Run(query, "Content-Type: image/png") }
        static func confirmed(_ query: String) -> Run { Run(query, "Status: 304 Not Modified") }

        init(_ query: String, _ firstLine: String) {
            self.query = query
            self.firstLine = firstLine
        }
    }

    init(of server: WebServer) throws {
        let real = server.programs.appending(path: "real")
        let program = server.programs.appending(path: "plot")
        list = server.programs.appending(path: "runs")
        try FileManager.default.moveItem(at: program, to: real)
        try Data().write(to: list)
        let script = """
            #!/bin/sh
            answer=$(mktemp)
            '\(real.path)' > "$answer"
            line=$(head -n 1 "$answer" | tr -d '\\r')
            printf '%s|%s\\n' "$QUERY_STRING" "$line" >> '\(list.path)'
            cat "$answer"
            rm "$answer"
            """
        try Data(script.utf8).write(to: program)
        for (url, mode) in [(program, 0o755), (list, 0o666)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
        }
    }

    /// The runs until now, earliest first.
    var runs: [Run] {
        get throws {
            try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map { line in
                let parts = line.split(separator: "|", omittingEmptySubsequences: false)
                return Run(String(parts[0]), String(parts[1]))
            }
        }
    }
}
