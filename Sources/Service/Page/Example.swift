import Dialects
import Gateway

/// A query that the page draws, and in words what its picture shows.
struct Example {
    let title: String
    /// As it stands in an address: escaped where it has to be.
    let query: String

    init(_ title: String, _ query: String) {
        self.title = title
        self.query = query
    }

    /// The address of the picture, for an attribute. It has no path, so that it holds wherever the
    /// program is.
    func address(_ more: [String] = []) -> String {
        Markup.html("?" + ([query] + more).joined(separator: "&"))
    }

    var pairs: [Pair] {
        let parameters = (try? Query(decoding: Array(query.utf8)))?.parameters ?? []
        return parameters.map { Pair($0.key, $0.value) }
    }

    func has(_ key: String) -> Bool { pairs.contains { $0.key == key } }

    /// The query as type: its keys stand out, and a line breaks before an ampersand if it can.
    var code: String {
        let pairs = query.utf8.split(separator: UInt8(ascii: "&")).map { pair in
            let key = pair.prefix { $0 != UInt8(ascii: "=") }
            let rest = pair[key.endIndex...]
            return "<b>\(Markup.html(String(Substring(key))))</b>"
                + Markup.html(String(Substring(rest)))
        }
        return "<code>" + pairs.joined(separator: "<wbr>&amp;") + "</code>"
    }
}
