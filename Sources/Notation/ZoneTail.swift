/// The rules that a zone will go on with, for the years that no table holds.
struct ZoneTail: Equatable, Sendable {
    /// Its rules are only those that never end.
    let era: ZoneEra

    /// Nil where no rules go on.
    init?(of era: ZoneEra) {
        var era = era
        era.rules.removeAll { $0.lastYear != .max }
        guard !era.rules.isEmpty else { return nil }
        self.era = era
    }

    /// The last change at or before `instant`.
    func change(before instant: Double) -> ZoneChange? {
        guard let year = CivilTime(wall: instant)?.year else { return nil }
        var latest: ZoneChange?
        var save = 0.0
        // Two years back, so that what was saved before the first change can no longer matter.
        for year in (year - 2)...(year + 1) {
            for change in era.changes(in: year, after: save) {
                if change.instant > instant { return latest }
                latest = era.change(at: change.instant, by: change.rule)
                save = era.rules[change.rule].save
            }
        }
        return latest
    }
}
