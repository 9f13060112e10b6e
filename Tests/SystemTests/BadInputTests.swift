import Foundation
import Testing

@Suite("What the program answers to what is broken")
struct BadInputTests {
    let line = Data("line=3,1,4".utf8)

    @Test("A form that is posted draws what the same query draws")
    func drawsForm() throws {
        let answer = try Plot.post(line)
        #expect(answer.status == 200)
        #expect(try answer.body == Plot.picture("line=3,1,4"))
    }

    @Test("The pairs of a form follow those of the URL")
    func mergesForm() throws {
        let answer = try Plot.post(line, ["QUERY_STRING": "size=300x200"])
        #expect(answer.size == [300, 200])
    }

    @Test("A body without a length ends where the input ends")
    func readsToTheEnd() throws {
        #expect(try Plot.post(line, length: "").body == Plot.picture("line=3,1,4"))
    }

    @Test("Of a body that is longer than it is said to be, the rest is not read")
    func ignoresRest() throws {
        let answer = try Plot.post(line + Data("&nosuchkey=1".utf8), length: "\(line.count)")
        #expect(try answer.body == Plot.picture("line=3,1,4"))
    }

    @Test("The body of a GET request is ignored")
    func ignoresBody() throws {
        let answer = try Plot.run(
            Plot.environment("line=3,1,4", ["CONTENT_LENGTH": "11"]),
            input: Data("nosuchkey=1".utf8))
        #expect(try answer.body == Plot.picture("line=3,1,4"))
    }

    @Test("A body that is cut short is an error", arguments: [Data(), Data("line".utf8)])
    func refusesShort(body: Data) throws {
        #expect(try Plot.post(body, length: "10").status == 400)
    }

    @Test("A form with nothing in it is answered as an empty query is")
    func answersEmptyForm() throws {
        #expect(try Plot.post(Data()).status == Plot.get("").status)
    }

    @Test(
        "A length that is no plain number is an error",
        arguments: ["+10", "-1", "0x10", "10,10", "1e1", " 10", "ten", "1000000000000000"])
    func refusesLength(length: String) throws {
        #expect(try Plot.post(line, length: length).status == 400)
    }

    @Test("A body over the limit is refused", arguments: ["said", "not said"])
    func refusesLarge(size: String) throws {
        let body = line + Data(repeating: UInt8(ascii: ","), count: 5_000_000)
        #expect(try Plot.post(body, length: size == "said" ? nil : "").status == 413)
    }

    @Test("A body is refused by what it is said to have, long before it is there")
    func refusesPromise() throws {
        #expect(try Plot.post(line, length: "999999999999999").status == 413)
    }

    @Test("A query over the limit is refused")
    func refusesLongQuery() throws {
        let query = "line=1,2&title=" + String(repeating: "x", count: 65_536)
        #expect(try Plot.get(query).status == 414)
    }

    @Test(
        "The operator sets the limits",
        arguments: [
            ("PLOT_MAX_QUERY", "9", 414), ("PLOT_MAX_QUERY", "10", 200),
            ("PLOT_MAX_PARAMETERS", "0", 400), ("PLOT_MAX_KEY", "3", 400),
            ("PLOT_MAX_KEY", "three", 200),
        ])
    func obeysLimits(name: String, value: String, status: Int) throws {
        #expect(try Plot.get("line=3,1,4", [name: value]).status == status)
    }

    @Test("Ten thousand keys are too many", arguments: ["a=1&", "line&", "&"])
    func refusesManyKeys(pair: String) throws {
        let query = String(repeating: pair, count: 10_000)
        #expect(try Plot.get(query).status == 400)
    }

    @Test(
        "Only a form is read",
        arguments: [
            ["CONTENT_TYPE": "multipart/form-data; boundary=x"], ["CONTENT_TYPE": "text/html"],
            ["HTTP_CONTENT_ENCODING": "gzip"],
        ])
    func refusesType(changes: [String: String]) throws {
        #expect(try Plot.post(line, changes).status == 415)
    }

    @Test(
        "A type's parameters and its letters' case do not matter",
        arguments: ["APPLICATION/x-www-form-urlencoded; charset=utf-8", ""])
    func readsType(type: String) throws {
        #expect(try Plot.post(line, ["CONTENT_TYPE": type]).status == 200)
    }

    @Test(
        "A text is drawn whatever its bytes are",
        arguments: [
            [0x25], [0x25, 0x7A, 0x7A], [0x25, 0x34], [0xFF, 0xFE], [0xC0, 0x80], [0xE2, 0x82],
            [0x00], [0x61, 0x00, 0x62], Array("%00%01%1F%7F".utf8), Array("%FF%C0%80".utf8),
            Array("%ED%A0%80%F4%90%80%80".utf8), [0xEF, 0xBF, 0xBF],
        ] as [[UInt8]])
    func drawsText(bytes: [UInt8]) throws {
        let answer = try Plot.post(line + Data("&title=".utf8) + Data(bytes))
        #expect(answer.status == 200)
        #expect(answer.type == "image/png")
    }

    @Test("A NUL does not end a text")
    func readsPastNul() throws {
        let answer = try Plot.post(line + Data([0]) + Data(",1&size=300x200".utf8))
        #expect(try answer.body == Plot.picture("line=3,1,4,1&size=300x200"))
    }
}
