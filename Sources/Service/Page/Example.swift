import Dialects
import Gateway

/// A query that the page draws, and in words what its picture shows.
struct Example {
    let title: String
    /// As it stands in an address: escaped where it has to be.
    let query: String
    let pairs: [Pair]

    init(_ title: String, _ query: String) {
        self.title = title
        self.query = query
        let parameters = (try? Query(decoding: Array(query.utf8)))?.parameters ?? []
        pairs = parameters.map { Pair($0.key, $0.value) }
    }

    /// The address of the picture, for an attribute. It has no path, so that it holds wherever the
    /// program is.
    func address(_ more: [String] = []) -> String {
        Markup.html("?" + ([query] + more).joined(separator: "&"))
    }

    func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

    /// The query as type: its keys stand out, and a line breaks between two pairs, or where a pair is
    /// longer than the line, behind a comma.
    var code: String {
        let pairs = Self.split(query, at: "&").map { pair in
            let key = pair.utf8.prefix { $0 != UInt8(ascii: "=") }
            let value = String(Substring(pair.utf8[key.endIndex...]))
            let items = Self.split(value, at: ",").map(Markup.html)
            return "<b>\(Markup.html(String(Substring(key))))</b>"
                + items.joined(separator: ",<wbr>")
        }
        return "<code><span>" + pairs.joined(separator: "</span><span>&amp;") + "</span></code>"
    }

    private static func split(_ text: String, at mark: Unicode.Scalar) -> [String] {
        text.utf8.split(separator: UInt8(ascii: mark), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }
}
