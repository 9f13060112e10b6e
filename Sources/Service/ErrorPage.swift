import Gateway

/// The page of an error: what is wrong, where, and how to mend it.
struct ErrorPage {
    let bytes: [UInt8]

    init(_ words: Explanation, _ status: Status) {
        let title = "\(status.rawValue) \(status.reason)"
        let page = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 Inter, system-ui, sans-serif; max-width: 38em;
              margin: 12vh auto; padding: 0 1.5em; color: #1a202c; background: #fff; }
            h1 { font-size: 1em; font-weight: 600; color: #b83a6b; margin: 0 0 1.2em; }
            .problem { font-size: 1.25em; margin: 0 0 .6em; overflow-wrap: anywhere; }
            .cure { color: #566070; margin: 0; overflow-wrap: anywhere; }
            @media (prefers-color-scheme: dark) {
              body { color: #f0f2f5; background: #151921; }
              h1 { color: #e56b9b; }
              .cure { color: #a5aebb; }
            }
            </style>
            <h1>\(title)</h1>
            <p class="problem">\(Markup.html(words.problem))</p>
            <p class="cure">\(Markup.html(words.cure))</p>
            </html>

            """
        bytes = Array(page.utf8)
    }
}
