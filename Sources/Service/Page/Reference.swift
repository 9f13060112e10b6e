import Dialects

/// Every mark and key of the native language, from the places where they are declared.
enum Reference {
    struct Part {
        let id: String
        let title: String
        let introduction: String
        let entries: [Entry]
    }

    static var parts: [Part] {
        [
            Part(
                id: "marks", title: "Marks",
                introduction: "A mark adds a layer to the chart. The keys behind it describe it.",
                entries: MarkKind.all.map(Entry.init)),
            Part(
                id: "mark-keys", title: "Keys of a mark",
                introduction: "They stand behind the mark that they describe.",
                entries: Key.ofMarks.map { Entry($0, id: "key-" + $0.name) }),
            Part(
                id: "chart-keys", title: "Keys of the chart",
                introduction: "They may stand anywhere.",
                entries: Key.ofCharts.map { Entry($0, id: "chart-" + $0.name) }),
            Part(
                id: "answer-keys", title: "Keys of the answer",
                introduction: "They may stand anywhere, and change nothing in the chart.",
                entries: Order.keys.map(Entry.init)),
        ]
    }

    static var html: String {
        """
        <section aria-labelledby="reference">
        <h2 id="reference">Reference</h2>
        \(grammar)
        \(parts.map(html(of:)).joined(separator: "\n"))
        </section>
        """
    }

    private static func html(of part: Part) -> String {
        """
        <section aria-labelledby="\(part.id)">
        <h3 id="\(part.id)">\(part.title)</h3>
        <p>\(part.introduction)</p>
        <dl class="grid">
        \(part.entries.map { $0.html }.joined(separator: "\n"))
        </dl>
        </section>
        """
    }

    private static var grammar: String {
        """
        <ul>
        <li>A query is a row of pairs <code>key=value</code> with <code>&amp;</code> between them, \
        read from left to right.</li>
        <li>Values are numbers, <code>3,1,4</code>; a gap is empty, <code>3,,4</code>. A pair has \
        a colon, <code>1:2.5</code> or <code>Mon:3</code>; a formula is written in x, \
        <code>sin(x)/x</code>.</li>
        <li>Formulas know <code>+ - * / ^ % ( )</code>, <code>&lt; &lt;= &gt; &gt;= == !=</code> \
        (1 or 0), <code>pi</code>, <code>e</code> and the functions \
        \(Formula.functions.map { "<code>\($0)</code>" }.joined(separator: " ")).</li>
        <li>With <code>data=</code> or a posted table, a value may be a column: its name, or its \
        number from 1; a pair may be one of columns, <code>hp:mpg</code>, and a formula may hold \
        them, <code>tmax-tmin</code> or <code>'Max temp'-5</code>.</li>
        <li>Dates are written <code>2026-01-31</code> or <code>2026-01-31T12:30</code>.</li>
        <li>In an address <code>+</code> is a space, <code>%2B</code> a plus, <code>%26</code> an \
        ampersand and <code>%23</code> a number sign; <code>\\n</code> breaks a line of text.</li>
        <li>What is wrong with a query is said in the picture itself.</li>
        <li>Keys that begin with <code>_</code> mean nothing; they make an address new \
        to a cache.</li>
        </ul>
        """
    }
}
