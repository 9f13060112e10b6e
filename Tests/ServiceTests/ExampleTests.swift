import Testing

@testable import Service

@Suite("An example of the page")
struct ExampleTests {
    @Test("A query in type can be copied as it is, and nothing in it is markup")
    func typesets() {
        let example = Example("", "line=3,1&title=<b>&_")
        #expect(
            example.code
                == "<code><span><b>line</b>=3,<wbr>1</span><span>&amp;<b>title</b>=&lt;b&gt;</span>"
                + "<span>&amp;<b>_</b></span></code>"
        )
    }

    @Test("Words and query cannot leave their attributes")
    func escapes() {
        let picture = Example("\"><script>", "line=1\"'<&name=a").picture((100, 50))
        #expect(picture.contains("href=\"?line=1&quot;&#39;&lt;&amp;name=a\""))
        #expect(picture.contains("alt=\"&quot;&gt;&lt;script&gt;\""))
    }

    @Test("A picture is as fine as the screen, as dark as the page, and as large as there is room")
    func follows() {
        #expect(
            Example("Two", "line=1,2").picture((100, 50)) == """
                <a href="?line=1,2"><picture><source media="(prefers-color-scheme: dark)" \
                srcset="?line=1,2&amp;size=100x50&amp;theme=dark 1x, \
                ?line=1,2&amp;size=100x50&amp;theme=dark&amp;dpr=2 2x">\
                <img src="?line=1,2&amp;size=100x50" srcset="?line=1,2&amp;size=100x50&amp;dpr=2 2x" \
                width="100" height="50" loading="lazy" \
                alt="Two"></picture></a>
                """)
    }

    @Test(
        "What a query says of its size, colours and pixels is left as it is",
        arguments: [
            ("line=1&size=60x20", ["width=\"60\" height=\"20\""], ["size=100x50"]),
            ("line=1&w=60", ["width=\"60\" height=\"400\""], ["size="]),
            ("scatter=1:2&size=12", ["&amp;size=12&amp;size=100x50"], []),
            ("line=1&theme=dark", ["src="], ["<source"]),
            ("line=1&bg=ivory", ["src="], ["<source"]),
            ("line=1&dpr=3", ["theme=dark\">"], ["dpr=2", " 2x"]),
        ])
    func keeps(query: String, present: [String], absent: [String]) {
        let picture = Example("", query).picture((100, 50))
        for text in present { #expect(picture.contains(text)) }
        for text in absent { #expect(!picture.contains(text)) }
    }
}
