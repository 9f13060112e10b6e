/// A strong entity tag (RFC 9110, 8.8.3): two answers of the same tag are the same, byte by byte.
package struct EntityTag: Equatable, Sendable {
    /// What stands between the quotes: letters, digits and hyphens.
    let opaque: String

    init(opaque: String) { self.opaque = opaque }

    /// The tag as a header has it.
    package var text: String { "\"" + opaque + "\"" }
}
