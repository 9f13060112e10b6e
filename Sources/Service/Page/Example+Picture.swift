import Dialects

extension Example {
    /// Width and height in points.
    typealias Size = (width: Int, height: Int)

    /// The picture in a link to itself: as fine as the screen and as dark as the page, in the size
    /// that the query asks for or else in `size`.
    func picture(_ size: Size) -> String {
        let asked = Native.size(askedBy: pairs).map {
            (width: Int($0.width), height: Int($0.height))
        }
        let (width, height) = asked ?? size
        let fitting = asked == nil ? ["size=\(width)x\(height)"] : []
        let fine = fineSource(fitting)
        return """
            <a href="\(address())"><picture>\(darkSource(fitting))\
            <img src="\(address(fitting))"\(fine.isEmpty ? "" : " srcset=\"\(fine)\"") \
            width="\(width)" height="\(height)" loading="lazy" alt="\(Markup.html(title))">\
            </picture></a>
            """
    }

    /// A query that chooses its own colours of paper keeps them.
    private func darkSource(_ keys: [String]) -> String {
        if has("theme") || has("bg") { return "" }
        let keys = keys + ["theme=dark"]
        let fine = fineSource(keys)
        let sources = fine.isEmpty ? address(keys) : "\(address(keys)) 1x, \(fine)"
        return "<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(sources)\">"
    }

    /// The picture for a fine screen; nothing where the query has chosen how fine it is.
    private func fineSource(_ keys: [String]) -> String {
        has("dpr") ? "" : address(keys + ["dpr=2"]) + " 2x"
    }
}
