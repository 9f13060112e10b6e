import Notation
import Testing
import Trials

@Suite("JSON")
struct JSONTests {
    @Test("A value is read with its members in order, the last of a name holding")
    func values() throws {
        let text = """
            { "b" : [1, -2.5e3, null], "a": "x\\u00e9\\n\\ud83d\\ude00\\/", "c": {}, "b": [true, 0],
              "d": [], "": false }
            """
        let object = try #require(try Self.members(of: text))
        #expect(object.names == ["b", "a", "c", "d", ""])
        #expect(object["b"] == .array([.bool(true), .number(0)]))
        #expect(object["a"] == .string("xé\n😀/"))
        #expect(object["c"] == .object(JSONObject()))
        #expect(object["d"] == .array([]))
        #expect(object[""] == .bool(false))
        #expect(object["e"] == nil)
    }

    @Test("An array of numbers is kept as numbers, with null as none")
    func numbers() throws {
        guard case .numbers(let numbers) = try JSON("[1,null,-0.5,1E+2]".utf8.span) else {
            Issue.record("no numbers")
            return
        }
        #expect(numbers.map { $0.isNaN ? "_" : $0.decimalText } == ["1", "_", "-0.5", "100"])
        #expect(
            try JSON("[1,null,\"x\"]".utf8.span)
                == .array([.number(1), .null, .string("x")]))
    }

    @Test(
        "A value can be anything, with blanks around it",
        arguments: [
            (" 1 ", JSON.number(1)), ("\u{FEFF}\"x\"", .string("x")), ("\n\tnull\r\n", .null),
            ("false", .bool(false)), ("0.1234567890123456789", .number(0.1234567890123456789)),
            ("\"\\ud800x\"", .string("\u{FFFD}x")),
            ("\"\\udc00\\ud800\"", .string("\u{FFFD}\u{FFFD}")),
            ("\"\\\"\\\\\\b\\f\\r\\t\"", .string("\"\\\u{8}\u{c}\r\t")), ("1e-400", .number(0)),
        ])
    func alone(text: String, value: JSON) throws {
        #expect(try JSON(text.utf8.span) == value)
    }

    @Test(
        "What is no JSON is refused, with its line and column and what was due",
        arguments: [
            ("", 1, 1, "", JSONError.Wanted.value), ("[1,]", 1, 4, "]", .value),
            ("[1 2]", 1, 4, "2", .commaOrBracket), ("{\"a\":1,}", 1, 8, "}", .name),
            ("{\"a\" 1}", 1, 6, "1", .colon), ("{\"a\":1 \"b\"}", 1, 8, "\"", .commaOrBrace),
            ("{a:1}", 1, 2, "a", .name), ("[1]\n x", 2, 2, "x", .end),
            ("[01]", 1, 3, "1", .commaOrBracket),
            ("[1.]", 1, 4, "]", .number), ("[-]", 1, 3, "]", .number), ("[.5]", 1, 2, ".", .value),
            ("[+1]", 1, 2, "+", .value), ("[1e]", 1, 4, "]", .number),
            ("[1e999]", 1, 2, "1", .number),
            ("nul", 1, 1, "n", .value), ("[NaN]", 1, 2, "N", .value), ("'a'", 1, 1, "'", .value),
            ("\"a", 1, 3, "", .closingQuote), ("\"a\nb\"", 1, 3, "\n", .escapedControl),
            ("\"\\x\"", 1, 2, "\\", .escape), ("\"\\u12g4\"", 1, 2, "\\", .escape),
            ("\"\\", 1, 3, "", .closingQuote),
            ("[\r\n1,\r\n\r\n é]", 4, 2, "é", .value), ("[1", 1, 3, "", .commaOrBracket),
            ("{", 1, 2, "", .name), ("{\"a\":", 1, 6, "", .value),
            ("[1}", 1, 3, "}", .commaOrBracket),
            ("truex", 1, 5, "x", .end), ("[1,2", 1, 5, "", .commaOrBracket),
            ("{\"a\"", 1, 5, "", .colon),
        ])
    func refuses(
        text: String, line: Int, column: Int, found: String, wanted: JSONError.Wanted
    ) {
        let error = JSONError(line: line, column: column, found: found, wanted: wanted)
        #expect(throws: error) { try JSON(text.utf8.span) }
    }

    @Test("Arrays within arrays are read to a depth that no stack minds, and refused beyond it")
    func depth() throws {
        let deepest = JSONTokens.deepest
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSON(nested(deepest).utf8.span)
        let error = JSONError(line: 1, column: deepest + 1, found: "[", wanted: .lessDepth)
        #expect(throws: error) { try JSON(nested(deepest + 1).utf8.span) }
        #expect(throws: error) { try JSON(nested(1_000_000).utf8.span) }
    }

    @Test("Objects with many members are read in proportion to their number")
    func manyMembers() throws {
        let members = (0..<20_000).map { "\"name\($0 % 10_000)\":\($0)" }
        let object = try #require(
            try Self.members(of: "{" + members.joined(separator: ",") + "}"))
        #expect(object.names.count == 10_000)
        #expect(object["name77"] == .number(10_077))
    }

    @Test("Every value reads back as it was written")
    func roundTrip() throws {
        var random = SeededRandom(seed: 20)
        for _ in 0..<2000 {
            let value = random.json(depth: 4)
            let text = value.written(by: &random)
            #expect(try JSON(text.utf8.span) == value, "\(text)")
        }
    }

    @Test(
        "Whatever bytes there are, they are a value or an error",
        arguments: 1...4 as ClosedRange<UInt64>)
    func survives(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<4000 {
            var bytes: [UInt8]
            if round % 2 == 0 {
                bytes = Array(random.json(depth: 3).written(by: &random).utf8)
                for _ in 0..<random.whole(1...3) where !bytes.isEmpty {
                    let place = random.whole(0...bytes.count - 1)
                    switch random.whole(0...2) {
                    case 0: bytes.remove(at: place)
                    case 1: bytes[place] = UInt8(random.whole(0...255))
                    default: bytes.insert(random.one(of: Array("[]{},:\"\\u-1e.".utf8)), at: place)
                    }
                }
            } else {
                bytes = Array(random.text(of: "[]{},:\"\\ud8019-+.eE tfn \n", upTo: 30).utf8)
            }
            _ = try? JSON(bytes.span)
        }
    }

    private static func members(of text: String) throws -> JSONObject? {
        guard case .object(let object) = try JSON(text.utf8.span) else { return nil }
        return object
    }
}

extension SeededRandom {
    mutating func json(depth: Int) -> JSON {
        switch whole(0...(depth > 0 ? 6 : 3)) {
        case 0: return .null
        case 1: return .bool(once(in: 2))
        case 2: return .number(jsonNumber())
        case 3: return .string(text(of: "ab\"\\/é😀\n\u{1}\u{7F} ", upTo: 6))
        case 4: return .numbers((0...whole(0...5)).map { _ in jsonNumber() })
        case 5:
            // A text in it, so that it is no array of numbers.
            return .array((0..<whole(0...4)).map { _ in json(depth: depth - 1) } + [.string("")])
        default:
            // There is no other way to make one than to read it.
            let names = (0..<whole(0...20)).map { "\($0)" }
            var text = names.map { "\"\($0)\":" + json(depth: 0).written(by: &self) }
            text.shuffle(using: &self)
            return (try? JSON(("{" + text.joined(separator: ",") + "}").utf8.span)) ?? .null
        }
    }

    private mutating func jsonNumber() -> Double {
        switch whole(0...2) {
        case 0: return Double(whole(-1000...1000))
        case 1: return Double(whole(-1_000_000...1_000_000)) / 1000
        default:
            let value = anyDouble()
            return value.isFinite ? value : 0
        }
    }
}

extension JSON {
    func written(by random: inout SeededRandom) -> String {
        let blank = random.one(of: ["", "", " ", "\n", "\t\r\n "])
        switch self {
        case .null: return blank + "null"
        case .bool(let bool): return blank + "\(bool)"
        case .number(let number): return "\(number)" + blank
        case .string(let text): return Self.quoted(text, &random) + blank
        case .numbers(let numbers):
            return "[" + numbers.map { "\($0)" }.joined(separator: ",") + blank + "]"
        case .array(let items):
            return "[" + blank + items.map { $0.written(by: &random) }.joined(separator: ",") + "]"
        case .object(let object):
            var members: [String] = []
            for (name, value) in zip(object.names, object.values) {
                members.append(
                    Self.quoted(name, &random) + blank + ":" + value.written(by: &random))
            }
            return "{" + blank + members.joined(separator: "," + blank) + blank + "}"
        }
    }

    private static func quoted(_ text: String, _ random: inout SeededRandom) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            let isPlain = 0x20...0x7E ~= unit && unit != 0x22 && unit != 0x5C
            if isPlain && !random.once(in: 5) {
                quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            } else {
                let digits = String(unit, radix: 16, uppercase: random.once(in: 2))
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}
