/// How dates with slashes are written: `1/31/2026` or `31/1/2026`.
package enum DateOrder: Equatable, Sendable {
    case monthFirst
    case dayFirst
    /// As each date tells by itself: one that could be either is not read.
    case asTold

    /// What one text tells of it.
    package enum Telling: Equatable, Sendable {
        /// It is no such date, or the same one either way.
        case nothing
        case monthFirst
        case dayFirst
        /// The other order would make another date of it.
        case either
    }
}

extension TimeReader {
    /// This reader for texts that belong together: the first that tells in which order all of them are
    /// written settles it, and where none does the month comes first.
    package func settled(by texts: some Sequence<String>) -> TimeReader {
        var order = DateOrder.monthFirst
        search: for text in texts {
            switch read(text.utf8.span, order: .asTold)?.telling {
            case .dayFirst:
                order = .dayFirst
                break search
            case .monthFirst: break search
            case .either, .nothing, nil: continue
            }
        }
        return TimeReader(zone: zone, readsCompactDates: readsCompactDates, order: order)
    }
}
