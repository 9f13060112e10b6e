import Foundation
import Testing

@Suite("What the program asks of the kernel")
struct TraceTests {
    @Test("Nothing is written to a file, and the only files that are opened are the kernel's own")
    func touchesNoFile() throws {
        let opening = try trace().filter { $0.hasPrefix("open") || $0.hasPrefix("creat") }
        // Swift's runtime asks once where its stack is; and what libraries say is to be lost.
        let isHarmless = opening.allSatisfy {
            $0.contains("\"/proc/self/maps\", O_RDONLY") || $0.contains("\"/dev/null\", O_WRONLY")
        }
        #expect(isHarmless, "\(opening)")
    }

    @Test("One call sends the header and the picture, and it is the last but for the end")
    func writesOnce() throws {
        let calls = try trace()
        let writing = calls.indices.filter { calls[$0].hasPrefix("write") }
        #expect(writing.count == 1)
        let after = calls[((writing.first ?? 0) + 1)...]
        let isOver = after.allSatisfy {
            $0.hasPrefix("exit") || $0.hasPrefix("munmap") || $0.hasPrefix("brk")
                || $0.hasPrefix("+++")
        }
        #expect(isOver, "\(after)")
        let line = try #require(writing.first.map { calls[$0] })
        #expect(line.hasPrefix("write(1, \"Content-Type: image/png"))
    }

    @Test("No other program is started and nothing is asked of a network")
    func staysAlone() throws {
        let calls = try trace().dropFirst()
        let isAlone = calls.allSatisfy { call in
            !["execve", "fork", "vfork", "clone", "socket", "connect"].contains {
                call.hasPrefix($0)
            }
        }
        #expect(isAlone)
    }

    /// The system calls of drawing one chart, each as strace writes it.
    private func trace() throws -> [String] {
        let folder = try TemporaryFolder()
        let log = folder.url.appending(path: "log")
        let command = try Command(
            URL(filePath: "/usr/bin/strace"),
            ["-f", "-o", log.path, Repository.program().path],
            environment: Plot.environment("line=3,1,4&title=Requests"))
        #expect(try Response(ofProgram: command.output).status == 200)
        return try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            .map { String($0.drop { !$0.isWhitespace }.drop { $0.isWhitespace }) }
    }
}
