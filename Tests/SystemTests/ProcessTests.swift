import Foundation
import Testing

@Suite("How the program behaves as a process")
struct ProcessTests {
    let environment = Plot.environment("line=3,1,4")

    @Test("Behind a server, arguments are not looked at")
    func ignoresArguments() throws {
        let answer = try Plot.run(environment, ["size=300x200", "-h", "--version"])
        #expect(answer.size == [800, 400])
    }

    @Test(
        "Each variable of a server is enough to be behind one",
        arguments: ["GATEWAY_INTERFACE", "REQUEST_METHOD", "QUERY_STRING"])
    func recognisesServer(name: String) throws {
        let answer = try Plot.run([name: name == "REQUEST_METHOD" ? "GET" : ""], ["nosuchkey=1"])
        #expect(!answer.text.contains("nosuchkey"))
    }

    @Test("At a shell, the arguments are the query and the output is the picture alone")
    func readsArguments() throws {
        let command = try Command(
            Repository.program(), ["line=3,1,4", "size=300x200"], environment: [:])
        #expect(command.status == 0)
        #expect(try command.output == Plot.picture("line=3,1,4&size=300x200"))
    }

    @Test("At a shell, an error is a sentence beside the output")
    func reportsError() throws {
        let command = try Command(Repository.program(), ["nosuchkey=1"], environment: [:])
        #expect(command.status == 1)
        #expect(command.output.isEmpty)
        #expect(command.diagnostics.contains("nosuchkey"))
    }

    @Test(
        "A closed descriptor changes nothing",
        arguments: ["<&-", "2>&-", "<&- 2>&-"])
    func copesWithClosed(redirection: String) throws {
        let command = try shell("exec \"$0\" \(redirection)")
        #expect(command.status == 0)
        #expect(
            try command.output == Command(Repository.program(), environment: environment).output)
    }

    @Test(
        "With a closed output, or one that takes nothing, the program ends quietly",
        arguments: [">&-", ">&- <&- 2>&-", "> /dev/full", "> /dev/null", "1< /dev/null"])
    func copesWithoutOutput(redirection: String) throws {
        let command = try shell("exec \"$0\" \(redirection)")
        #expect(!command.diedOfSignal)
        #expect(command.output.isEmpty && command.diagnostics.isEmpty)
    }

    @Test("A reader who left ends the program quietly", arguments: ["default", "ignore"])
    func copesWithoutReader(signal: String) throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let command = try shell("exec env --\(signal)-signal=PIPE \"$0\"", output: pipe)
        #expect(!command.diedOfSignal)
        #expect(command.diagnostics.isEmpty)
    }

    @Test("A pipe that takes little at a time gets the whole answer", arguments: [0, O_NONBLOCK])
    func fillsShortPipe(flags: Int32) throws {
        let pipe = Pipe()
        let end = pipe.fileHandleForWriting.fileDescriptor
        // Linux' F_SETPIPE_SZ, which Swift's overlay lacks.
        #expect(fcntl(end, 1_031, 4_096) == 4_096)
        #expect(fcntl(end, F_SETFL, flags) == 0)
        let command = try Command(Repository.program(), environment: environment, output: pipe)
        #expect(try Response(ofProgram: command.output).body == Plot.picture("line=3,1,4"))
    }

    @Test("An environment that a client has filled does no harm")
    func copesWithLargeEnvironment() throws {
        var large = environment
        for number in 0..<98 { large["HTTP_X_\(number)"] = String(repeating: "x", count: 8_000) }
        #expect(try Plot.run(large).body == Plot.picture("line=3,1,4"))
    }

    private func shell(_ script: String, output: Pipe = Pipe()) throws -> Command {
        try Command(
            URL(filePath: "/bin/sh"), ["-c", script, Repository.program().path],
            environment: environment, output: output)
    }
}
