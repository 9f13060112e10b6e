@testable import Gateway
@testable import Service

extension Entry {
    /// The file of a saved chart; behind a NUL, the query that overrides it.
    static let saved = Entry(
        name: "saved",
        fault: { bytes in
            let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            guard let chart = try? SavedChart(Array(parts[0]), limits: Limits()) else { return nil }
            var promises = Promises()
            let pairs = chart.parameters
            promises.hold(pairs.overridden(by: []) == pairs, "nothing overrides something")
            promises.hold(pairs.overridden(by: pairs) == pairs, "it overrides itself otherwise")
            guard parts.count > 1, let query = try? Query(decoding: Array(parts[1])) else {
                return promises.fault
            }
            let both = pairs.overridden(by: query.parameters)
            promises.hold(
                both.count >= max(pairs.count, query.parameters.count)
                    && both.count <= pairs.count + query.parameters.count, "pairs are lost")
            promises.hold(
                query.parameters.allSatisfy { both.contains($0) }, "the query does not hold")
            return promises.fault
        },
        seeds: [
            "line=3,1,4\ntitle=A\n", "# of May\n\u{FEFF}line=3\r\n\ttitle=A%20b+c \u{0}title=B",
            "line=1&line=2\u{0}line=3&line=4&line=5",
        ], words: ["\r\n", "\n#", "&", "=", "line=", "\u{FEFF}"])

    /// What a client's headers say: a line each for `Sec-Fetch-Dest`, `Accept` and `If-None-Match`.
    static let headers = Entry(
        name: "headers",
        fault: { bytes in
            let lines = bytes.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false)
            let texts = lines.map { String(decoding: $0, as: UTF8.self) }
            var promises = Promises()
            let audience = Audience(destination: texts[0], accept: texts.count > 1 ? texts[1] : "")
            promises.hold(audience != .terminal, "it takes a client for a shell")
            let list = lines.count > 2 ? Array(lines[2]) : []
            let tag = EntityTag(opaque: "3a-b")
            let held = HeldTags(list)
            if let match = held.match(for: tag) {
                promises.hold(match.opaque.hasPrefix(tag.opaque), "it matches another tag")
                promises.hold(
                    list.indices.contains { list[$0...].starts(with: match.text.utf8) },
                    "it finds a tag that is not there")
            }
            promises.hold(
                HeldTags(Array("\"3a-b\",".utf8) + list).match(for: tag) == tag
                    || list.count > 16_000, "what comes behind a tag hides it")
            return promises.fault
        },
        seeds: [
            "image\nimage/avif,image/webp;q=0.8,*/*;q=0", "document\ntext/html;q=0,image/png\n*",
            "\napplication/json\nW/\"x\", \"3a-b-gzip\"",
        ],
        words: ["\"3a-b\"", "W/\"", ";q=0.000", "text/html", "application/json", "image/", "-gzip"])
}
