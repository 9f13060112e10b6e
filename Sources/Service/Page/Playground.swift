/// Where one types a query and sees its picture, or its error, at once.
///
/// It lives by the script, and without it is not shown.
enum Playground {
    static var html: String {
        """
        <section aria-labelledby="playground">
        <h2 id="playground">Playground</h2>
        <noscript><p>It needs JavaScript. Without it, write a query behind the question mark of \
        this page's address.</p></noscript>
        <form hidden>
        <label for="query">Query</label>
        <textarea id="query" name="query" rows="3" spellcheck="false" autocapitalize="off" \
        autocomplete="off">\(Markup.html(first.query))</textarea>
        <a href="\(first.address())"><img src="\(first.address())" alt="The chart of the query" \
        width="800" height="400" loading="lazy"></a>
        <p role="status"></p>
        <dl>
        \(["Address", "HTML", "Markdown"].map(result).joined(separator: "\n"))
        </dl>
        </form>
        </section>
        """
    }

    private static let first = Example(
        "Visits",
        "x=2026-01-01..2026-06-01&line=120,132,151,149,178,204&name=Visits"
            + "&line=80,84,97,90,101,108&name=Visitors&title=Visits+and+visitors&ylim=0..")

    private static func result(_ name: String) -> String {
        "<div><dt>\(name)</dt><dd class=\"query\"><output></output></dd></div>"
    }
}
