import Dialects
import Drawing
import Figures
import Fonts
import Scenes

/// A chart of the native language, written as in a URL, so that a failure can be drawn at the shell.
struct Query: CustomStringConvertible, Sendable {
    private(set) var pairs: [Pair] = []

    init() {}

    /// Reads `key=value&key=value`, with `+` for a space and `%XX` for a byte.
    init(_ text: String) {
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Pair(String(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    mutating func add(_ key: String, _ value: String) { pairs.append(Pair(key, value)) }

    func with(_ key: String, _ value: String) -> Query {
        var query = self
        query.add(key, value)
        return query
    }

    func figure() throws(NativeError) -> Figure { try Native.figure(from: pairs) }

    var description: String {
        pairs.map { $0.key + "=" + Self.encoded($0.value) }.joined(separator: "&")
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let code = UInt8(String(Substring(rest.prefix(2))), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? 32 : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 32: result += "+"
            case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "#"),
                UInt8(ascii: "'"), 0..<32, 127...255:
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            default: result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result
    }
}
