import Foundation
import Testing

@Suite("At a shell")
struct ShellTests {
    private func plot(_ arguments: [String], input: String = "") throws -> Command {
        try Command(
            Repository.program(), arguments, environment: [:], input: Data(input.utf8))
    }

    @Test("Help is how the program is called", arguments: [["--help"], ["-h"], []])
    func help(arguments: [String]) throws {
        let command = try plot(arguments)
        #expect(command.status == 0)
        #expect(String(decoding: command.output, as: UTF8.self).hasPrefix("plot draws a chart"))
    }

    @Test("data=- reads standard input")
    func input() throws {
        let command = try plot(["data=-&x=q&line=v&format=csv"], input: "q,v\na,1\nb,2\n")
        #expect(command.diagnostics == "" && command.status == 0)
        #expect(command.output == Data("q,v\r\na,1\r\nb,2\r\n".utf8))
        // More than is read at once.
        let long = (0..<100_000).map { "\($0),\($0 % 7)\n" }.joined()
        let rows = try plot(["data=-&x=q&line=v&format=csv"], input: "q,v\n" + long)
        #expect(rows.output.count { $0 == 10 } == 100_001)
        #expect(try plot(["data=-&line=1"]).status != 0)
    }

    @Test("A server's client cannot have standard input read")
    func inputOfServer() throws {
        #expect(try Plot.get("data=-&line=v").status == 404)
        let body = Data("v\n1\n".utf8)
        #expect(try Plot.post(body, ["QUERY_STRING": "data=-&line=v"]).status == 404)
    }

    @Test(
        "Keys of the answer say what they want",
        arguments: [
            ("quality=abc&format=jpg", "“abc” is no whole number."),
            ("cache=1h", "“1h” is no whole number of seconds."),
            ("cache=", "The key “cache” is empty."),
            ("cache=-5", "does not lie between 0 and"), ("data=", "The key “data” is empty."),
        ])
    func answerKeys(pair: String, problem: String) throws {
        let answer = try Plot.get("line=1,2&errors=page&" + pair)
        #expect(answer.status == 400)
        #expect(String(decoding: answer.body, as: UTF8.self).contains(problem))
    }

    @Test("The name of a form may be written in capitals", arguments: ["PNG", "Svg"])
    func capitals(form: String) throws {
        let answer = try Plot.get("line=1,2&format=" + form)
        #expect(answer.status == 200)
        #expect(answer.body == (try Plot.get("line=1,2&format=" + form.lowercased())).body)
    }
}
