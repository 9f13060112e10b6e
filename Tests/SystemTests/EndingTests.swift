import Foundation
import Testing

@Suite("Whatever ends a drawing, the answer is whole")
struct EndingTests {
    /// Ways to fail, with what the client gets and what the log says.
    static let faults: [(name: String, status: Int, word: String)] =
        ["overflow", "division", "index", "nil", "precondition", "fatalError", "conversion"]
        .map { ($0, 500, "trap") }
        + ["null", "wild", "stack"].map { ($0, 500, "SIGSEGV") }
        + ["abort", "huge", "growing", "crumbs"].map { ($0, 503, "memory") }
        + [
            ("endless", 504, "PLOT_MAX_CPU"), ("waiting", 504, "PLOT_MAX_TIME"),
            ("terminate", 503, "SIGTERM"),
        ]
    static let calls = ["open", "create", "remove", "signal", "fork", "socket", "execute", "code"]

    @Test("The client gets one error, and the log one line", arguments: EndingTests.faults)
    func ends(fault: String, status: Int, word: String) throws {
        for stage in ["read", "drawn", "known"] {
            let command = try provoke("\(fault)@\(stage)")
            let answer = try Response(ofProgram: command.output)
            #expect(answer.status == status && answer.type.hasPrefix("text/html"))
            #expect((answer.headers["retry-after"] != nil) == (status == 503))
            #expect(answer.text.hasSuffix("</html>\n"))
            checkLog(command, says: word)
        }
    }

    @Test(
        "Once the request has been read, a call that drawing needs not is a fault",
        arguments: EndingTests.calls)
    func forbids(call: String) throws {
        for stage in ["drawn", "known"] {
            let command = try provoke("\(call)@\(stage)")
            #expect(try Response(ofProgram: command.output).status == 500)
            checkLog(command, says: "SIGSYS")
        }
        #expect(!FileManager.default.fileExists(atPath: "/tmp/plot-was-here"))
    }

    @Test("An image client gets a picture, a program JSON, and HEAD the header of it")
    func suits() throws {
        let picture = try provoke("overflow@drawn", ["HTTP_SEC_FETCH_DEST": "image"])
        #expect(try Response(ofProgram: picture.output).size == [400, 90])
        let json = try provoke("overflow@drawn", ["HTTP_ACCEPT": "application/json"])
        #expect(try Response(ofProgram: json.output).text.hasPrefix("{\"status\":500,"))
        let head = try provoke("overflow@drawn", ["REQUEST_METHOD": "HEAD"])
        #expect(try Response(ofProgram: head.output, hasBody: false).status == 500)
    }

    @Test("The wish of `errors=` holds")
    func heedsWish() throws {
        let command = try provoke("overflow@drawn&errors=image")
        #expect(try Response(ofProgram: command.output).type == "image/png")
    }

    @Test("Without a bound, drawing takes its time", arguments: ["PLOT_MAX_TIME", "PLOT_MAX_CPU"])
    func unbounded(setting: String) throws {
        let other = setting == "PLOT_MAX_TIME" ? "PLOT_MAX_CPU" : "PLOT_MAX_TIME"
        let command = try provoke("endless@drawn", [setting: "0", other: "1"])
        checkLog(command, says: other)
    }

    @Test("The program that is shipped has no faults to ask for")
    func isSound() throws {
        let names = EndingTests.faults.map { $0.name } + EndingTests.calls
        for name in names {
            #expect(try Plot.get("line=3,1,4&_fault=\(name)@drawn").status == 200)
        }
    }

    private func provoke(
        _ fault: String, _ changes: [String: String] = [:]
    ) throws -> Command {
        let bounds = [
            "PLOT_MAX_TIME": fault.hasPrefix("waiting") ? "1" : "60",
            "PLOT_MAX_CPU": fault.hasPrefix("endless") ? "1" : "60",
            "PLOT_MAX_MEMORY": "268435456", "HTTP_ACCEPT": Plot.page,
        ]
        let settings = bounds.merging(changes) { $1 }
        return try Command(
            Repository.program(named: "faulty-plot"),
            environment: Plot.environment("line=3,1,4&_fault=\(fault)", settings))
    }

    private func checkLog(_ command: Command, says word: String) {
        #expect(!command.diedOfSignal && command.status == 70)
        #expect(command.diagnostics.hasPrefix("plot: stopped "))
        #expect(command.diagnostics.hasSuffix("\n") && command.diagnostics.contains(word))
        #expect(command.diagnostics.split(separator: "\n").count == 1)
    }
}
