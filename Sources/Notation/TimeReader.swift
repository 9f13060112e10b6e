/// Reads dates and times as people and programs write them.
///
/// - ISO 8601 and what is near it: `2026`, `2026-01`, `2026-01-31`, `2026/1/31`, `2026-W05`, `2026-Q1`,
///   `20260131T123045Z`
/// - with points the day first: `31.12.2026`
/// - with slashes the month or the day first, as `order` says: `1/31/2026`
/// - with the English name of the month, in any case, whole or of three letters: `Jan 5, 2026`,
///   `5 January 2026`, `05-Jan-2026`, `Jan 2026`, `2026-Jan-05`, `Mon, 05 Jan 2026`
/// - a time alone, `12:30`, or behind a full date: after `T`, a space or a comma
///   `12:30:45.123456`, `1:05 PM`, and after that `Z`, `GMT`, `+02:00` or ` +0200`
/// - as logs of web servers write it, `10/Oct/2026:13:55:36 -0700`, and C, `Mon Jan  5 13:45:00 2026`
///
/// A year has four digits. Where a day of the week is named, it has to be that of the date.
package struct TimeReader: Sendable {
    /// A text's instant, the first one where the text means a longer while.
    package struct Reading: Equatable, Sendable {
        /// Milliseconds since 1970-01-01 00:00 UTC.
        package var instant: Double
        /// Whether the text is a year and nothing else, so that it could as well be a plain number.
        package var isPlainYear = false
        /// What the text tells of how dates with slashes are written where it stands.
        package var telling = DateOrder.Telling.nothing
    }

    /// Where texts without an offset are at home.
    package let zone: Zone
    /// Whether `20260131` is a date, and not a number.
    package let readsCompactDates: Bool
    /// How dates with slashes are written; nil where there are none.
    package let order: DateOrder?
    private let isUTC: Bool

    package init(
        zone: Zone = .utc, readsCompactDates: Bool = false, order: DateOrder? = .asTold
    ) {
        self.zone = zone
        self.readsCompactDates = readsCompactDates
        self.order = order
        isUTC = zone == .utc
    }

    /// Nil where the whole text is not a time, or one that no calendar has.
    package func read(_ text: String) -> Reading? { read(text.utf8.span) }

    package func read(_ bytes: Span<UInt8>) -> Reading? { read(bytes, order: order) }

    /// As if `order` were another one.
    func read(_ bytes: Span<UInt8>, order: DateOrder?) -> Reading? {
        guard 4...TimeScanner.longest ~= bytes.count else { return nil }
        var text = TimeScanner(bytes)
        guard let date = text.readDate(compactly: readsCompactDates, order: order) else {
            return nil
        }
        let wall = date.wall
        let instant = text.offset.map { wall - $0 } ?? (isUTC ? wall : zone.instant(ofWall: wall))
        return Reading(instant: instant, isPlainYear: text.isPlainYear, telling: text.telling)
    }
}
