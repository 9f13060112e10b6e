import Dialects

/// One mark or key of the reference.
struct Entry {
    /// The name of its place on the page.
    let id: String
    let names: [String]
    /// What may stand behind the equals sign.
    let form: String
    let summary: String
    let example: Example
    /// The keys that describe it; none for what is a key itself.
    let keys: [String]

    init(_ kind: MarkKind) {
        id = "mark-" + kind.names[0]
        names = kind.names
        form = kind.form
        summary = kind.summary
        example = Example("Example of \(kind.names[0])", kind.example)
        keys = kind.keys
    }

    init<Settings>(_ key: Key<Settings>, id: String) {
        self.id = id
        names = [key.name]
        form = key.form
        summary = key.summary
        example = Example("Example of \(key.name)", key.example)
        keys = []
    }

    init(_ key: AnswerKey) {
        id = "answer-" + key.name
        names = [key.name]
        form = key.form
        summary = key.summary
        example = Example("Example of \(key.name)", key.example)
        keys = []
    }

    var html: String {
        """
        <div id="\(id)">
        <dt>\(terms) <span>\(Markup.html(form))</span></dt>
        <dd>\(Markup.html(summary))\(links)</dd>
        <dd>\(example.picture((360, 180)))<p class="query">\(example.code)</p></dd>
        </div>
        """
    }

    private var terms: String {
        names.map { "<code>\(Markup.html($0))=</code>" }.joined(separator: " or ")
    }

    private var links: String {
        if keys.isEmpty { return "" }
        let links = keys.map { "<a href=\"#key-\($0)\">\($0)</a>" }.joined(separator: " ")
        return " <span class=\"keys\">Takes \(links)</span>"
    }
}
