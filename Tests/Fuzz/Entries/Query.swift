import Trials

@testable import Gateway

extension Entry {
    /// The pairs of a query.
    static let query = Entry(
        name: "query",
        fault: { bytes in
            guard let query = try? Query(decoding: bytes) else { return nil }
            var promises = Promises()
            for pair in query.parameters {
                promises.hold(pair.key.utf8.count <= 3 * Limits().key, "a key is too long")
                promises.hold(
                    pair.keyOffset < pair.offset || pair.offset == bytes.count,
                    "a value stands before its key")
                promises.hold(pair.offset <= bytes.count, "a value stands behind the query")
                promises.hold(
                    pair.key.isPlain && pair.value.isPlain, "control characters come through")
            }
            // Written again with every byte escaped, it means the same.
            let again = query.parameters.map { escaped($0.key) + "=" + escaped($0.value) }
            let pairs = try? Query(
                decoding: Array(again.joined(separator: "&").utf8), limits: .wide)
            promises.hold(
                pairs?.parameters.map { $0.key } == query.parameters.map { $0.key }
                    && pairs?.parameters.map { $0.value } == query.parameters.map { $0.value },
                "what is encoded again is decoded otherwise")
            return promises.fault
        },
        seeds: Manual.queries, words: ["&", "=", "%26", "%3D", "%00", "%F0%9F%98%80", "+"])

    /// The escapes of one value.
    static let percent = Entry(
        name: "percent",
        fault: { bytes in
            var promises = Promises()
            let text = formDecoded(bytes[...])
            promises.hold(text.isPlain, "control characters come through")
            promises.hold(text.utf8.count <= 3 * bytes.count, "the text grows")
            promises.hold(
                formDecoded(Array(escaped(text).utf8)[...]) == text,
                "what is encoded again is decoded otherwise")
            let whole = bytes.map(escape).joined()
            promises.hold(
                formDecoded(Array(whole.utf8)[...]) == cleanText(bytes),
                "escaped bytes are not those bytes")
            return promises.fault
        },
        seeds: ["a%20b+c", "%F0%9F%98%80", "%", "%4", "%zz", "%C3%28", "%00%0D%0A"],
        words: ["%00", "%C3%A9", "%E2%82%AC", "%F0%9F%98%80", "%ED%A0%80", "%FF"])
}

extension Limits {
    /// Escapes are three times as long as what they stand for, and U+FFFD as a byte that is no text.
    fileprivate static var wide: Limits {
        var limits = Limits()
        limits.key = 9 * limits.key
        return limits
    }
}

extension String {
    /// Whether it is free of what no format can hold.
    fileprivate var isPlain: Bool {
        unicodeScalars.allSatisfy {
            ($0.value >= 0x20 || $0 == "\t" || $0 == "\n") && $0.value != 0x7F
        }
    }
}

private func escaped(_ text: String) -> String { text.utf8.map(escape).joined() }

private func escape(_ byte: UInt8) -> String {
    "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16, uppercase: true)
}
