/// Examples that belong together.
struct Chapter {
    /// The name of its place on the page.
    let id: String
    let title: String
    let examples: [Example]

    init(_ id: String, _ title: String, _ examples: [Example]) {
        self.id = id
        self.title = title
        self.examples = examples
    }

    var html: String {
        """
        <section aria-labelledby="\(id)">
        <h3 id="\(id)">\(Markup.html(title))</h3>
        <div class="grid">
        \(examples.map(figure).joined(separator: "\n"))
        </div>
        </section>
        """
    }

    private func figure(_ example: Example) -> String {
        """
        <figure>
        \(example.picture((440, 260)))
        <figcaption>
        <p>\(Markup.html(example.title))</p>
        <p class="query">\(example.code)</p>
        </figcaption>
        </figure>
        """
    }
}
