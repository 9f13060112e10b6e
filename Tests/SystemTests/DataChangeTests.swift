import Foundation
import Testing

@Suite("Data sets that are written to meanwhile", .timeLimit(.minutes(10)))
struct DataChangeTests {
    /// Asks for one record for each number that the file holds.
    private let query = "data=states.csv&x=v&bar=*&agg=count&format=json"
    private let count = 300_000

    private func text(_ state: Int) -> String {
        "v\n" + String(repeating: "\(state)\n", count: count)
    }

    private func expectOneState(_ answer: Response) {
        let records = answer.text.split(separator: "\n").filter { $0.hasPrefix("{") }
        #expect(records.count == 1, "\(records)")
        #expect(records.first?.hasSuffix(":\(count)}") == true, "\(records)")
    }

    @Test("While one file after the other takes the name, each chart shows one of them")
    func showsOneState() throws {
        let shelf = try Shelf(["states.csv": text(0)])
        let writer = try Background(
            """
            import os, sys, time
            end, state = time.monotonic() + 30, 0
            while time.monotonic() < end:
                state = (state + 1) % 10
                with open("next", "wb") as file: file.write(b"v\\n" + b"%d\\n" % state * \(count))
                os.rename("next", "states.csv")
            """, in: shelf.url)
        defer { writer.end() }
        var seen: Set<String> = []
        for _ in 0..<20 {
            let answer = try Plot.get(query, shelf.data)
            #expect(answer.status == 200)
            expectOneState(answer)
            seen.insert(answer.text)
        }
        #expect(seen.count > 1)
    }

    @Test("What takes the name of a file that is being read is shown the next time")
    func readsToTheEnd() throws {
        let shelf = try Shelf(["states.csv": text(1), "next.csv": text(2)])
        let before = try Plot.get(query, shelf.data)
        let answer = try read(shelf) { folder in
            _ = try Command.run(
                "mv", folder.appending(path: "next.csv").path,
                folder.appending(path: "states.csv").path)
        }
        #expect(answer.status == 200 && answer.text == before.text)
        #expect(try Plot.get(query, shelf.data).text != before.text)
    }

    @Test(
        "A file that is written to while it is read is an error, and the next time a chart",
        arguments: ["as long", "longer", "shorter"])
    func noticesChange(size: String) throws {
        let shelf = try Shelf(["states.csv": text(1)])
        let answer = try read(shelf) { folder in
            let file = try FileHandle(
                forUpdating: folder.appending(path: "states.csv"))
            if size == "shorter" { try file.truncate(atOffset: 400_000) }
            if size == "longer" { try file.seekToEnd() }
            try file.write(contentsOf: Data("v\n2\n2\n".utf8))
            try file.close()
        }
        #expect(answer.status == 503 && answer.text.contains("written to while it was read"))
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(try Plot.get(query, shelf.data).status == 200)
    }

    @Test("A file that never rests is an error, for changes that follow fast can hide one another")
    func waitsForRest() throws {
        let shelf = try Shelf(["states.csv": "v\n1\n"])
        let writer = try Background(
            """
            import os, time
            end = time.monotonic() + 30
            while time.monotonic() < end:
                os.utime("states.csv")
                time.sleep(0.002)
            """, in: shelf.url)
        defer { writer.end() }
        let answer = try trace("poll:delay_exit=100000", shelf)
        #expect(answer.status == 503)
    }

    /// Has the program pause in the middle of a file and does `change` meanwhile.
    private func read(
        _ shelf: Shelf, _ change: @escaping @Sendable (URL) throws -> Void
    ) throws -> Response {
        let folder = shelf.url
        // By now the program need not wait for the file to come to rest.
        Thread.sleep(forTimeInterval: 0.05)
        let changing = Thread {
            Thread.sleep(forTimeInterval: 0.5)
            do { try change(folder) } catch { Issue.record(error) }
        }
        changing.start()
        return try trace("read:delay_enter=1200000:when=2", shelf)
    }

    /// The answer of a program that strace stops on its way, as `injection` says.
    private func trace(_ injection: String, _ shelf: Shelf) throws -> Response {
        let paths =
            injection.hasPrefix("read") ? ["-P", shelf.url.appending(path: "states.csv").path] : []
        let call = String(injection.prefix { $0 != ":" })
        let command = try Command(
            URL(filePath: "/usr/bin/strace"),
            ["-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(injection)"] + paths
                + [Repository.program().path],
            environment: Plot.environment(query, shelf.data))
        return try Response(ofProgram: command.output)
    }
}

/// A script of Python's that runs beside a test until the test ends it.
private final class Background {
    private let process = Process()

    /// Returns when the script has begun.
    init(_ script: String, in folder: URL) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "print(\"ready\", flush=True)\n" + script]
        process.currentDirectoryURL = folder
        process.standardOutput = output
        try process.runUnblocked()
        _ = try output.fileHandleForReading.read(upToCount: 1)
    }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}
