/// A time zone: how far its clocks are from UTC, at any instant.
///
/// Instants are milliseconds since 1970-01-01 00:00 UTC, as in JavaScript; offsets are milliseconds east.
package struct Zone: Equatable, Sendable {
    package let name: String
    /// What holds before the first change.
    let first: ZoneChange
    /// In ascending order.
    var changes: [ZoneChange] = []
    /// What goes on year by year after the last change.
    var tail: ZoneTail?

    package static let utc = Zone(name: "UTC", offset: 0, abbreviation: "UTC")

    /// Clocks that always stand `offset` milliseconds ahead of UTC.
    package init(name: String, offset: Double, abbreviation: String) {
        self.name = name
        first = ZoneChange(instant: -.infinity, offset: offset, abbreviation: abbreviation)
    }

    init(name: String, first: ZoneChange) {
        self.name = name
        self.first = first
    }

    /// Milliseconds to add to an instant for what the clocks show then.
    package func offset(at instant: Double) -> Double { change(before: instant).offset }

    /// What the clocks' time is called then: `CET`, `EDT`, `+0530`.
    package func abbreviation(at instant: Double) -> String { change(before: instant).abbreviation }

    /// What calendar and clock show; nil beyond the calendar's limits and for NaN.
    package func civilTime(at instant: Double) -> CivilTime? {
        CivilTime(wall: instant + offset(at: instant))
    }

    /// When calendar and clock show `time`.
    ///
    /// Of two such instants the first, and where the clocks were put forward past it, as much later
    /// as they were: JavaScript's rule.
    package func instant(of time: CivilTime) -> Double { instant(ofWall: time.wall) }

    /// When the clocks show what they showed in UTC at `wall`.
    func instant(ofWall wall: Double) -> Double {
        // No offset is as large as a day, and no two changes are as near as two.
        let before = offset(at: wall - 86_400_000)
        let after = offset(at: wall + 86_400_000)
        if before == after || offset(at: wall - before) == before { return wall - before }
        return offset(at: wall - after) == after ? wall - after : wall - before
    }

    /// The first instant at which the clocks show `wall` or, where they were put forward past it, more.
    func start(ofWall wall: Double) -> Double {
        let instant = instant(ofWall: wall)
        return instant + offset(at: instant) == wall ? instant : change(before: instant).instant
    }

    private func change(before instant: Double) -> ZoneChange {
        guard let last = changes.last, instant < last.instant else {
            return tail?.change(before: instant) ?? changes.last ?? first
        }
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : changes[low - 1]
    }
}
