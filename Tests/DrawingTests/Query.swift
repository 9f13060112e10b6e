import Dialects
import Drawing
import Figures
import Fonts
import Scenes
import Trials

/// A chart of the native language, written as in a URL, so that a failure can be drawn at the shell.
struct Query: CustomStringConvertible, Sendable {
    private(set) var pairs: [Pair] = []

    init() {}

    /// Reads a query as it stands in a URL.
    init(_ text: String) throws { pairs = try Trials.pairs(of: text) }

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
