/// For how long an answer may be shown again without asking, as `Cache-Control` says it (RFC 9111,
/// 5.2; RFC 5861).
package struct Freshness: Equatable, Sendable {
    package static let day = 86_400
    /// The longest time that means anything.
    package static let year = 31_536_000

    /// In seconds; 0 where each use asks whether there is something new.
    private var seconds: Int
    /// In seconds beyond: shown again while the new answer is fetched.
    private var grace = 0
    /// Whether it is shown still if there is only an error instead.
    private var outlivesErrors = true
    /// Whether caches may show it to others than the one who asked.
    private var isShared = true

    private init(seconds: Int, grace: Int) {
        self.seconds = min(max(seconds, 0), Self.year)
        self.grace = grace
    }

    /// For this long and no longer, because somebody said so.
    package static func exactly(_ seconds: Int) -> Freshness {
        Freshness(seconds: seconds, grace: 0)
    }

    /// For what is wholly told by its address: only a new build of the program draws it otherwise.
    package static let lasting = Freshness(seconds: 3_600, grace: day)

    /// For what may change at any moment.
    package static let asking = Freshness(seconds: 0, grace: 0)

    /// The same, but for the one who asked alone.
    package var unshared: Freshness {
        var own = self
        own.isShared = false
        return own
    }

    /// The same, but for so many seconds at most, and not at all after them.
    package func ending(in limit: Int) -> Freshness {
        var short = self
        short.seconds = min(seconds, max(limit, 0))
        short.grace = 0
        short.outlivesErrors = false
        return short
    }

    /// An answer that is out of date is better than an error, hence `stale-if-error`.
    var text: String {
        let reach = isShared ? "public" : "private"
        // The same as `no-cache`, but Apache's cache stores it, where the address has a query, and so
        // has something to ask about.
        guard seconds > 0 else { return reach + ", max-age=0, must-revalidate" }
        let revalidating = grace > 0 ? ", stale-while-revalidate=\(grace)" : ""
        let surviving = outlivesErrors ? ", stale-if-error=\(Self.day)" : ""
        return "\(reach), max-age=\(seconds)\(revalidating)\(surviving)"
    }
}
