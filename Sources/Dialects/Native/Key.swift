/// A key of the native language: how it is documented, and what it does to the settings.
///
/// The reference on the gallery page is made from these, so a key cannot be without its text.
package struct Key<Settings>: Sendable {
    package let name: String
    /// What may stand behind the equals sign.
    package let form: String
    package let summary: String
    /// A whole query that shows it.
    package let example: String
    let apply: @Sendable (inout Settings, KeyValue) throws(NativeError) -> Void

    init(
        _ name: String, _ form: String, _ summary: String, example: String,
        apply: @escaping @Sendable (inout Settings, KeyValue) throws(NativeError) -> Void
    ) {
        self.name = name
        self.form = form
        self.summary = summary
        self.example = example
        self.apply = apply
    }
}
