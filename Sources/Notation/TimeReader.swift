/// Reads dates and times as people and programs write them.
///
/// `2026`, `2026-01`, `2026-01-31`, `2026/1/31`, `31.12.2026`, `2026-W05`, `2026-Q1`, `12:30`; after a
/// full date, a time `T12:30:45.123456` (or a space for the `T`), and after that `Z` or `+02:00`.
package struct TimeReader: Sendable {
    /// A text's instant, the first one where the text means a longer while.
    package struct Reading: Equatable, Sendable {
        /// Milliseconds since 1970-01-01 00:00 UTC.
        package var instant: Double
        /// Whether the text is a year and nothing else, so that it could as well be a plain number.
        package var isPlainYear = false
    }

    /// Where texts without an offset are at home.
    package var zone = Zone.utc
    /// Whether `20260131` is a date, and not a number.
    package var readsCompactDates = false

    package init(zone: Zone = .utc, readsCompactDates: Bool = false) {
        self.zone = zone
        self.readsCompactDates = readsCompactDates
    }

    /// Nil where the whole text is not a time, or one that no calendar has.
    package func read(_ text: String) -> Reading? { read(text.utf8.span) }

    package func read(_ bytes: Span<UInt8>) -> Reading? {
        // The longest text is `2026-01-31T12:30:45.123456789123456789+02:00` and the like.
        guard 4...64 ~= bytes.count else { return nil }
        var text = TimeScanner(bytes)
        guard let date = text.readDate(compactly: readsCompactDates) else { return nil }
        guard let offset = text.offset else {
            return Reading(instant: zone.instant(of: date), isPlainYear: text.isPlainYear)
        }
        return Reading(instant: date.wall - offset)
    }
}
