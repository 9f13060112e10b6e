import Notation
import Testing

@testable import Tables

@Suite("Data in JSON")
struct JSONDataTests {
    @Test(
        "A table is an array of records, an object of columns, or an array of rows",
        arguments: [
            "[{\"x\":1,\"y\":\"a\"},{\"x\":null,\"y\":\"b\"},{\"y\":\"a\",\"x\":2.5}]",
            "{\"x\":[1,null,2.5],\"y\":[\"a\",\"b\",\"a\"]}",
            "[[\"x\",\"y\"],[1,\"a\"],[null,\"b\"],[2.5,\"a\"]]",
            "{\"x\":1,\"y\":\"a\"}\n{\"y\":\"b\"}\n{\"x\":2.5,\"y\":\"a\"}\n",
            "\u{FEFF} [ {\"x\":1,\"y\":\"a\"} , {\"y\":\"b\",\"x\":\"NA\"},\n{\"x\":\"2.5\",\"y\":\"\\u0061\"}]",
        ])
    func shapes(text: String) throws {
        #expect(try table(text).lines == ["x numbers: 1 _ 2.5", "y words: <a> <b> <a>"])
    }

    @Test("Names come from all records, in the order of their first appearance")
    func names() throws {
        #expect(
            try table("[{\"b\":1},{\"a\":2,\"b\":3},{},{\"c\":4,\"b\":5}]").lines == [
                "b numbers: 1 3 _ 5", "a numbers: _ 2 _ _", "c numbers: _ _ _ 4",
            ])
        #expect(try table("[{\"a\":1,\"a\":2}]").lines == ["a numbers: 2"])
        #expect(
            try table("{\"a\":[1],\"a\":[2,3],\"b\":[4]}").lines == [
                "a numbers: 2 3", "b numbers: 4 _",
            ])
        #expect(try table("[[1,2],[3]]").lines == ["1 numbers: 1 3", "2 numbers: 2 _"])
    }

    @Test(
        "Texts are dates or words as all of their column are, and numbers what they were written as"
    )
    func kinds() throws {
        #expect(
            try table("[{\"t\":\"2026-01-01\"},{\"t\":\"2026-01-02T12:00:00Z\"}]").lines
                == ["t times: 2026-1-1 2026-1-2T12:0:0"])
        #expect(
            try table("[{\"v\":1.50},{\"v\":true},{\"v\":1e2}]").lines == [
                "v words: <1.50> <true> <1e2>"
            ])
    }

    @Test("Columns that are not asked for may hold anything")
    func skipped() throws {
        for text in [
            "[{\"a\":{\"b\":[1,{}]},\"x\":1},{\"x\":2,\"a\":[[]]}]",
            "{\"a\":[[1,{}],{\"b\":1}],\"x\":[1,2]}", "[[\"a\",\"x\"],[[{}],1],[{\"b\":[]},2]]",
        ] {
            var reader = try TableReader(ByteSource(Array(text.utf8)))
            let read = try reader.read([.init(column: 1, kind: .number)])
            #expect(read.lines == ["x numbers: 1 2"])
        }
    }

    @Test(
        "What is wrong is told with its line and column",
        arguments: [
            (
                "[{\"a\":1},\n{\"a\":\"x\"}]",
                DataError.badCell(
                    DataPlace(line: 2, column: 1, name: "a"), found: "x", wanted: .number)
            ),
            (
                "[{\"a\":1},\n{\"a\":[2]}]",
                .badCell(DataPlace(line: 2, column: 1, name: "a"), found: "[", wanted: .value)
            ),
            (
                "{\"a\":[1,\n\n{}]}",
                .badCell(DataPlace(line: 3, column: 1, name: "a"), found: "{", wanted: .value)
            ),
            ("[{\"a\":1},\n 2]", .badShape(line: 2, column: 2, found: "2", wanted: .record)),
            ("[1,2]", .badShape(line: 1, column: 2, found: "1", wanted: .record)),
            ("[[\"a\"],\n{}]", .badShape(line: 2, column: 1, found: "{", wanted: .row)),
            ("[[[]]]", .badShape(line: 1, column: 3, found: "[", wanted: .name)),
            ("{\"a\":[1],\"b\":2}", .badShape(line: 1, column: 14, found: "2", wanted: .column)),
            ("[[\"a\"],[1],\n[1,2]]", .tooManyCells(line: 2, found: 2, wanted: 1)),
            (
                "[{\"a\":1}",
                .json(JSONError(line: 1, column: 9, found: "", wanted: .commaOrBracket))
            ),
            ("[{\"a\":1}] x", .json(JSONError(line: 1, column: 11, found: "x", wanted: .end))),
            (
                "{\"a\":[1]}\n{\"a\":[2]}",
                .json(JSONError(line: 2, column: 1, found: "{", wanted: .end))
            ),
            ("[]", .empty), ("{}", .empty), ("[{}]", .empty), ("[[]]", .empty),
        ])
    func errors(text: String, error: DataError) {
        #expect(throws: error) { try table(text, as: .number) }
    }
}
