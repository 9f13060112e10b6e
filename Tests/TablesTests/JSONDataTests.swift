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
            try table("{\"a\":[1],\"a\":[2,3],\"b\":[4,null]}").lines == [
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

    @Test(
        "The one array of records or rows is the table, however deep in objects it lies",
        arguments: [
            "{\"data\":{\"items\":[{\"x\":1,\"y\":2},{\"x\":3}]}}",
            "{\"status\":\"ok\",\"results\":[{\"x\":1,\"y\":2},{\"x\":3}]}",
            "{\"results\":[{\"x\":1,\"y\":2},{\"x\":3}],\"status\":{\"code\":200}}",
            "{\"box\":[1,2,3],\"note\":[],\"features\":[{\"x\":1,\"y\":2},{\"x\":3}]}",
            "{\"a\":{\"b\":{\"c\":{\"d\":[[\"x\",\"y\"],[1,2],[3]]}}},\"e\":{\"f\":[5]}}",
            "{\"x\":[1,3],\"y\":[2,null],\"unit\":\"m\",\"about\":{\"by\":[\"me\"]}}",
            "{\"units\":{\"x\":\"m\"},\"hourly\":{\"x\":[1,3],\"y\":[2,null]},\"errors\":[]}",
        ])
    func deep(text: String) throws {
        #expect(try table(text).lines == ["x numbers: 1 3", "y numbers: 2 _"])
    }

    @Test(
        "Several tables in one text are refused with their names",
        arguments: [
            (
                "{\"a\":[{\"x\":1}],\"b\":{\"c\":[{\"x\":1}]}}", ["a", "b.c"]
            ),
            ("{\"a\":[[1,2]],\"b\":[{\"x\":1}],\"d\":[5]}", ["b"]),
            ("{\"a\":[[1,2]],\"b\":[{\"x\":1}]}", ["b", "a"]),
            ("{\"hourly\":{\"t\":[1]},\"daily\":{\"t\":[1]}}", ["hourly", "daily"]),
            (
                "{\"a\":[{}],\"b\":[{}],\"c\":[{}],\"d\":[{}],\"e\":[{}]}",
                ["a", "b", "c", "d"]
            ),
        ])
    func several(text: String, names: [String]) throws {
        guard names.count > 1 else {
            #expect(try table(text).lines == ["x numbers: 1"])
            return
        }
        #expect(throws: DataError.severalTables(names)) { try table(text) }
    }

    @Test("A table is found below as many objects as JSON may have inside each other")
    func deepest() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "{\"a\":", count: depth) + "[{\"x\":1}]"
                + String(repeating: "}", count: depth)
        }
        #expect(try table(nested(254)).lines == ["x numbers: 1"])
        #expect(throws: DataError.self) { try table(nested(255)) }
        let name = String(repeating: "é\\u00e9", count: 1000)
        let text = "{\"\(name)\":{\"b\":[{}],\"c\":[{}]}}"
        let shown = String(repeating: "é", count: 40) + "…"
        #expect(throws: DataError.severalTables([shown, shown])) { try table(text) }
    }

    @Test("Objects in records make columns whose names are put together with points")
    func nested() throws {
        let text =
            "[{\"t\":1,\"m\":{\"cpu\":5,\"d\":{\"\\u0061\":7}},\"z\":0},"
            + "{\"m\":{\"d\":{},\"cpu\":6},\"t\":2},{\"m\":null,\"t\":3}]"
        #expect(
            try table(text).lines == [
                "t numbers: 1 2 3", "m.cpu numbers: 5 6 _", "m.d.a numbers: 7 _ _",
                "z numbers: 0 _ _", "m numbers: _ _ _",
            ])
        #expect(try table("{\"m\":{\"a\":1}}\n{\"m\":{\"a\":2}}").lines == ["m.a numbers: 1 2"])
        #expect(try table("[{\"m\":{\"a\":1},\"m.a\":2}]").lines == ["m.a numbers: 2"])
    }

    @Test("Objects that lie too deep in a record, or are called too long, stay closed")
    func bounds() throws {
        func names(_ text: String) throws -> [String] {
            try TableReader(ByteSource(Array(text.utf8))).names
        }
        func nest(_ name: String, _ count: Int) -> String {
            String(repeating: "{\"\(name)\":", count: count) + "1"
                + String(repeating: "}", count: count)
        }
        #expect(try names("[\(nest("a", 9))]") == ["a.a.a.a.a.a.a.a.a"])
        #expect(try names("[\(nest("a", 10))]") == ["a.a.a.a.a.a.a.a.a"])
        let long = String(repeating: "n", count: 200)
        #expect(try names("[\(nest(long, 4))]") == [long + "." + long])
        let place = DataPlace(line: 1, column: 1, name: long + "." + long, record: 1)
        #expect(throws: DataError.badCell(place, found: "{", wanted: .value)) {
            try table("[\(nest(long, 4))]", as: .number)
        }
        // What would be names of a terabyte otherwise.
        let wide =
            "[{\"\(String(repeating: "n", count: 100_000))\":{"
            + (0..<900).map { "\"\($0)\":1" }.joined(separator: ",") + "}}]"
        #expect(try names(wide).count == 1)
    }

    @Test("Columns of an object are equally long, as far as they are asked for")
    func unequal() throws {
        let text = "{\"a\":[1,2,3],\"b\":[4],\"c\":[5,6,7]}"
        #expect(throws: DataError.unequalColumns("a", count: 3, other: "b", otherCount: 1)) {
            try table(text)
        }
        var reader = try TableReader(ByteSource(Array(text.utf8)))
        let read = try reader.read([
            .init(column: 2, kind: .number), .init(column: 0, kind: .number),
        ])
        #expect(read.lines == ["c numbers: 5 6 7", "a numbers: 1 2 3"])
    }

    @Test("Columns that are not asked for may hold anything")
    func skipped() throws {
        for text in [
            "[{\"a\":[1,{}],\"x\":1},{\"x\":2,\"a\":[[]]}]",
            "[{\"a\":{\"b\":[1,{}]},\"x\":1},{\"x\":2,\"a\":[[]]}]",
            "{\"a\":[[1,{}],{\"b\":1}],\"x\":[1,2]}", "[[\"a\",\"x\"],[[{}],1],[{\"b\":[]},2]]",
        ] {
            var reader = try TableReader(ByteSource(Array(text.utf8)))
            let read = try reader.read([.init(column: 1, kind: .number)])
            #expect(read.lines == ["x numbers: 1 2"])
        }
    }

    @Test(
        "What is wrong is told with its line and column, or with the record",
        arguments: [
            (
                "[{\"a\":1},\n{\"a\":\"x\"}]",
                DataError.badCell(
                    DataPlace(line: 2, column: 1, name: "a", record: 2), found: "x", wanted: .number
                )
            ),
            (
                "[{\"a\":1},\n{\"a\":[2]}]",
                .badCell(
                    DataPlace(line: 2, column: 1, name: "a", record: 2), found: "[", wanted: .value)
            ),
            (
                "{\"a\":[1,\n\n{}]}",
                .badCell(
                    DataPlace(line: 3, column: 1, name: "a", record: 2), found: "{", wanted: .value)
            ),
            ("[{\"a\":1},\n 2]", .badShape(line: 2, column: 2, found: "2", wanted: .record)),
            ("[1,2]", .badShape(line: 1, column: 2, found: "1", wanted: .record)),
            ("[[\"a\"],\n{}]", .badShape(line: 2, column: 1, found: "{", wanted: .row)),
            ("[[[]]]", .badShape(line: 1, column: 3, found: "[", wanted: .name)),
            (
                "{\"items\":[{\"a\":1,\"m\":{\"b\":1}},\n{\"m\":{\"b\":\"x\"}}]}",
                .badCell(
                    DataPlace(line: 2, column: 2, name: "m.b", record: 2), found: "x",
                    wanted: .number)
            ),
            (
                "[{\"a\":1.5},\n{\"a\":\"2,5\"}]",
                .badCell(
                    DataPlace(line: 2, column: 1, name: "a", record: 2), found: "2,5",
                    wanted: .decimalPoint)
            ),
            ("[[\"a\"],[1],\n[1,2]]", .tooManyCells(line: 2, found: 2, wanted: 1)),
            (
                "[{\"a\":1}",
                .json(JSONError(line: 1, column: 9, found: "", wanted: .commaOrBracket))
            ),
            ("[{\"a\":1}] x", .json(JSONError(line: 1, column: 11, found: "x", wanted: .end))),
            (
                "{\"a\":[1]}\n{\"a\":[2]}",
                .badCell(
                    DataPlace(line: 1, column: 1, name: "a", record: 1), found: "[", wanted: .value)
            ),
            (
                "{\"a\":[1]} x",
                .json(JSONError(line: 1, column: 11, found: "x", wanted: .value))
            ),
            ("{\"b\":{\"c\":[]},\"d\":{\"e\":[]}}", .empty),
            ("[]", .empty), ("{}", .empty), ("[{}]", .empty), ("[[]]", .empty),
        ])
    func errors(text: String, error: DataError) {
        #expect(throws: error) { try table(text, as: .number) }
    }
}
