/// One pair of a query or a form, decoded.
package struct Parameter: Equatable, Sendable {
    package var key: String
    package var value: String
    /// The byte at which the key begins in the query or form as it was sent.
    package var keyOffset: Int
    /// The byte at which the value begins there. Places *within* a value are counted in
    /// characters of the decoded text, which is what a person sees.
    package var offset: Int

    package init(key: String, value: String, keyOffset: Int = 0, offset: Int = 0) {
        self.key = key
        self.value = value
        self.keyOffset = keyOffset
        self.offset = offset
    }
}
