/// What a client holds already, as `If-None-Match` says it (RFC 9110, 13.1.2).
package struct HeldTags: Equatable, Sendable {
    /// As it came. A list that is longer than any server's headers is no list.
    private let list: [UInt8]
    private static let longestList = 16_384

    package static let none = HeldTags([])

    init(_ list: [UInt8]) { self.list = list.count > Self.longestList ? [] : list }

    /// Whether the client holds something, whatever it is: `*`.
    package var isAnything: Bool {
        list.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            .map(Array.init) == [[UInt8(ascii: "*")]]
    }

    /// The tag under which the client holds this very answer; nil where it does not. Tags are compared
    /// weakly; where a list stops being one, the rest of it counts as not there.
    ///
    /// It may be another than `tag`, for servers that compress an answer on its way change it, and hand
    /// it back to the program as they changed it. Apache's cache goes by a 304 only if that names the
    /// tag which the cache knows.
    package func match(for tag: EntityTag) -> EntityTag? {
        let spellings = ["", "-gzip", "-br", "-zstd", "-deflate"].map { tag.opaque + $0 }
        var rest = list[...]
        while let held = Self.next(&rest) {
            if let spelling = spellings.first(where: { held.elementsEqual($0.utf8) }) {
                return EntityTag(opaque: spelling)
            }
        }
        return nil
    }

    /// Takes one tag and what stands before it off the list: what is between its quotes.
    private static func next(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        rest = rest.drop {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")
        }
        if rest.starts(with: "W/".utf8) { rest = rest.dropFirst(2) }
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        let inner = rest.dropFirst()
        guard let end = inner.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        rest = inner[(end + 1)...]
        return inner[..<end]
    }
}
