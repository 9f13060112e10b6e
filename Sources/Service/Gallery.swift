import Gateway

/// The page that a browser gets which asks for nothing: every example drawn live, a playground, and
/// the reference of the language. It names no other file and no other host.
enum Gallery {
    /// The page is the same for as long as the program is, but each visit asks, so that it never
    /// tells of keys that the program does not know yet, or no more.
    static func answer(to request: Request) -> Answer {
        let keeping = request.caller.isKnown ? Freshness.asking.unshared : .asking
        let tag = request.isRetrieval ? tag : nil
        let held = request.held.isAnything ? tag : tag.flatMap { request.held.match(for: $0) }
        if let held { return .notModified(held, keeping, variesByCaller: true) }
        var answer = Answer(contentType: .html, body: Array(page.utf8), scriptHash: Script.hash)
        answer.variesByCaller = true
        answer.freshness = request.isRetrieval ? keeping : nil
        answer.entityTag = tag
        return answer
    }

    private static var tag: EntityTag? {
        var fingerprint = Fingerprint()
        fingerprint?.add("gallery")
        return fingerprint?.tag
    }

    private static var page: String {
        [
            head, "<body>", top, "<main>", Playground.html, chapters, Reference.html, "</main>",
            bottom, Script.element, "</body>\n</html>\n",
        ].joined(separator: "\n")
    }

    private static var head: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="description" content="Draws a chart from the address of an image.">
        <title>PlotCGI: a chart from an address</title>
        <link rel="icon" href="\(icon.address())">
        \(Style.element)
        </head>
        """
    }

    /// The program draws its own icon.
    private static let icon = Example(
        "Icon", "spark=2,5,3,8&width=5&color=3b5cc4&bg=none&size=32x32")

    private static var top: String {
        """
        <header>
        <h1>PlotCGI</h1>
        <p class="lead">A chart from the address of an image. Put it where an image can stand: in \
        a page, a mail, a wiki, a readme.</p>
        <p class="query"><code>&lt;img src=&quot;/cgi-bin/plot?\
        <b>line</b>=3,1,4,1,5,9&amp;<b>title</b>=Requests&quot;&gt;</code></p>
        <nav aria-label="On this page">
        <ul>
        \(links)
        </ul>
        </nav>
        </header>
        """
    }

    private static var links: String {
        let places =
            [("playground", "Playground")] + Chapter.all.map { ($0.id, $0.title) }
            + [("forms", "Forms"), ("text", "In text")] + Reference.parts.map { ($0.id, $0.title) }
        return places.map { "<li><a href=\"#\($0)\">\($1)</a></li>" }.joined(separator: "\n")
    }

    private static var chapters: String {
        """
        <section aria-labelledby="gallery">
        <h2 id="gallery">Gallery</h2>
        <p>Every picture is drawn as you look at it, by the query beside it. Here they have the \
        size that fits the page; without <code>size</code> a picture has 800 by 400 points. \
        <span hidden>Choose a picture to try its query in the playground.</span></p>
        \(Chapter.all.map { $0.html }.joined(separator: "\n"))
        \(Forms.html)
        \(Sentence.html)
        </section>
        """
    }

    private static var bottom: String {
        """
        <footer>
        <p>This page comes out of the program itself, and so does every picture on it.</p>
        </footer>
        """
    }
}
