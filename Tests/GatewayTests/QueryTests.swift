import Gateway
import Testing

func pairs(_ query: Query) -> [String] { query.parameters.map { "\($0.key)=\($0.value)" } }

@Test(
    "A query is split at & and at the first =, and then decoded once",
    arguments: [
        ("", []), ("&", []), ("a", ["a="]), ("a=", ["a="]), ("=1", ["=1"]),
        ("a=1&b=2", ["a=1", "b=2"]), ("a=1&&b=2&", ["a=1", "b=2"]), ("a=1=2", ["a=1=2"]),
        ("a=1&a=2", ["a=1", "a=2"]), ("a=1+2%2B3", ["a=1 2+3"]), ("a%3Db=%26%3d", ["a=b=&="]),
        ("a=%2541", ["a=%41"]), ("a=%c3%A9", ["a=é"]), ("a=1;b=2", ["a=1;b=2"]),
    ])
func splits(text: String, expected: [String]) throws {
    #expect(try pairs(Query(decoding: Array(text.utf8))) == expected)
}

@Test(
    "A % without two digits stays as it is",
    arguments: ["%", "%4", "%zz", "%4z", "%%", "100%"])
func keepsBadEscapes(text: String) throws {
    #expect(try pairs(Query(decoding: Array("a=\(text)&b=1".utf8))) == ["a=\(text)", "b=1"])
}

@Test(
    "Broken UTF-8 is repaired, and control characters are left out",
    arguments: [
        ("%FF", "\u{FFFD}"), ("x%E2%82y", "x\u{FFFD}y"), ("%C0%80", "\u{FFFD}\u{FFFD}"),
        ("a%00b", "ab"), ("%1F%7F", ""), ("a%09b%0Ac", "a\tb\nc"), ("a%0D%0Ab", "a\nb"),
        ("a\u{202E}b\u{2066}c\u{2069}", "abc"), ("%E2%80%AAa%E2%80%AF", "a\u{202F}"),
        ("\u{202D}", ""), ("a\u{2019}\u{200E}\u{2070}", "a\u{2019}\u{200E}\u{2070}"),
        ("%E2%00%82%AC", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
func repairs(text: String, expected: String) throws {
    #expect(try pairs(Query(decoding: Array("a=\(text)".utf8))) == ["a=\(expected)"])
}

@Test("A pair knows where it stood")
func knowsPlaces() throws {
    let query = try Query(decoding: Array("%61=1&&bc=+2&d".utf8))
    #expect(query.parameters.map(\.keyOffset) == [0, 7, 13])
    #expect(query.parameters.map(\.offset) == [4, 10, 14])
}

@Test("The last pair with a key counts")
func overrides() throws {
    let query = try Query(decoding: Array("w=1&w=2".utf8))
    #expect(query["w"] == "2")
    #expect(query["h"] == nil)
}

@Test("Too many pairs are refused")
func refusesMany() {
    var limits = Limits()
    limits.parameters = 2
    #expect(throws: QueryError.tooManyParameters(limit: 2)) {
        try Query(decoding: Array("a&b&c".utf8), limits: limits)
    }
}

@Test("A key that is too long is refused, with its place")
func refusesLongKey() {
    var limits = Limits()
    limits.key = 3
    #expect(throws: QueryError.keyTooLong(limit: 3, offset: 6)) {
        try Query(decoding: Array("abc=1&abcd=1".utf8), limits: limits)
    }
}

@Test("Whatever the bytes are, a query comes out as clean text", arguments: 0..<200)
func survives(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let alphabet = Array("%%%&&==++0aFz".utf8) + [0, 0x0A, 0x1F, 0x7F, 0xC3, 0xE2, 0x82, 0xFF]
    let bytes = (0..<100).map { _ -> UInt8 in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return alphabet[Int(state % UInt64(alphabet.count))]
    }
    for parameter in try Query(decoding: bytes).parameters {
        let isClean = parameter.value.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t"
        }
        #expect(isClean)
        #expect(parameter.keyOffset <= parameter.offset && parameter.offset <= bytes.count)
    }
}
