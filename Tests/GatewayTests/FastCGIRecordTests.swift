import Testing

@testable import Gateway

@Suite("What the program says by FastCGI")
struct FastCGIRecordTests {
    @Test("An answer is one stream, its end, and the end of the request, byte by byte")
    func writes() {
        #expect(
            Record.answer(258, [72, 105]) == [
                1, 6, 1, 2, 0, 2, 6, 0, 72, 105, 0, 0, 0, 0, 0, 0,
                1, 6, 1, 2, 0, 0, 0, 0,
                1, 3, 1, 2, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            ])
    }

    @Test("What is meant for the log comes before the answer, as a stream of its own")
    func writesLog() {
        let records = HeardRecord.all(in: Record.answer(1, [1], log: [2, 3]))
        #expect(
            records == [
                HeardRecord(7, 1, [2, 3]), HeardRecord(7, 1, []), HeardRecord(6, 1, [1]),
                HeardRecord(6, 1, []), HeardRecord(3, 1, [0, 0, 0, 0, 0, 0, 0, 0]),
            ])
    }

    @Test(
        "A long answer is cut into records that are full, and comes together again",
        arguments: [0, 1, 7, 8, 65_527, 65_528, 65_529, 131_056, 200_000])
    func cuts(size: Int) throws {
        let answer = (0..<size).map { UInt8($0 & 255) }
        let bytes = Record.answer(1, answer)
        let records = try #require(HeardRecord.all(in: bytes))
        let output = records.filter { $0.kind == 6 }
        #expect(output.flatMap { $0.content } == answer)
        #expect(output.count == (size + 65_527) / 65_528 + 1 && output.last?.content == [])
        #expect(output.dropLast(2).allSatisfy { $0.content.count == 65_528 })
        #expect(bytes.count % 8 == 0 && records.last?.kind == 3)
    }
}

@Suite("Names and values of FastCGI")
struct NameValuesTests {
    @Test("A length is one byte or four", arguments: [0, 1, 127, 128, 129, 255, 256, 70_000])
    func readsLengths(size: Int) {
        let text = String(repeating: "x", count: size)
        let list = NameValues(["A": text, text + "N": "1", "B": "2"])
        #expect(list["A"].map { Array($0) } == Array(text.utf8))
        #expect(list[text + "N"].map { Array($0) } == Array("1".utf8))
        #expect(list["B"].map { Array($0) } == Array("2".utf8))
        #expect(list["C"] == nil)
    }

    @Test("A short length may be spelled with four bytes")
    func readsWideLengths() {
        var list = NameValues()
        list.append([0x80, 0, 0, 1, 0x80, 0, 0, 2, 65, 66, 67])
        #expect(list["A"].map { Array($0) } == [66, 67])
    }

    @Test("What is cut short ends the list, wherever it was cut")
    func endsEarly() {
        let whole = NameValues(["A": "1", "B": String(repeating: "x", count: 130)]).bytes
        for end in 0..<whole.count {
            var list = NameValues()
            list.append(whole[..<end])
            #expect((list["A"] != nil) == (end >= 4) && list["B"] == nil)
        }
        var endless = NameValues()
        endless.append([1, 0xFF, 0xFF, 0xFF, 0xFF, 65])
        #expect(endless["A"] == nil)
    }

    @Test("Of two values of one name the first counts, and an empty one is there but empty")
    func takesFirst() {
        let environment = Environment(sent: NameValues(["A": "1", "A": "2", "B": ""]))
        #expect(environment.text(of: "A") == "1")
        #expect(environment.has("B") && environment.size(of: "B") == 0)
    }

    @Test("Nothing about a request is taken from the process, but settings that were not sent are")
    func parts() throws {
        let name = "PLOT_TEST_OF_SETTINGS"
        try set(name, "7")
        defer { try? set(name, nil) }
        #expect(!Environment(sent: NameValues()).has("PATH"))
        #expect(Environment(sent: NameValues()).bytes(of: "PATH").isEmpty)
        #expect(Environment(sent: NameValues()).setting(name, default: 1) == 7)
        #expect(Environment(sent: NameValues([name: "8"])).setting(name, default: 1) == 8)
        #expect(Environment(sent: NameValues([name: ""])).setting(name, default: 1) == 7)
        #expect(Environment([:]).setting(name, default: 1) == 1)
    }
}
