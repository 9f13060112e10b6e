/// A regular step through time as calendars and clocks count it: 15 minutes, a week, three months.
///
/// Steps start where people expect them: 6 hours at midnight, 15 minutes at the full hour, 5 years at
/// years that 5 divides, in the local time of a zone.
package struct CalendarStep: Hashable, Sendable {
    package enum Unit: UInt8, Sendable {
        case millisecond, second, minute, hour, day, week, month, year

        /// In milliseconds; of months and years the usual average.
        var length: Double {
            switch self {
            case .millisecond: 1
            case .second: 1000
            case .minute: 60_000
            case .hour: 3_600_000
            case .day: 86_400_000
            case .week: 604_800_000
            case .month: 2_592_000_000
            case .year: 31_536_000_000
            }
        }
    }

    package var unit: Unit
    /// How many units make one step, 1 at least.
    package var count: Int
    /// The day that weeks start on, 0 for Sunday.
    package var firstWeekday = 0

    package init(_ unit: Unit, _ count: Int = 1) {
        self.unit = unit
        // Ten million years in milliseconds: no chart's step is longer, and nothing overflows.
        self.count = count.clamped(to: 1...(1 << 58))
    }

    /// A quarter of a year.
    package static let quarter = CalendarStep(.month, 3)

    /// About how long a step takes, in milliseconds.
    package var length: Double { unit.length * Double(count) }

    /// The last start of a step at or before `instant`; NaN beyond the calendar's limits.
    package func floor(_ instant: Double, in zone: Zone = .utc) -> Double {
        let offset = zone.offset(at: instant)
        guard let time = CivilTime(wall: (instant + offset).rounded(.down)) else { return .nan }
        guard unit < .day else { return zone.start(ofWall: flooredDate(time).wall) }
        let start = flooredClock(instant + offset)
        // Of an hour that comes twice, the one that `instant` lies in.
        return zone.offset(at: start - offset) == offset
            ? start - offset : zone.start(ofWall: start)
    }

    /// The start of the step after the one that `instant` lies in, always later; NaN beyond the limits.
    package func next(after instant: Double, in zone: Zone = .utc) -> Double {
        let next =
            unit < .day ? nextByClock(after: instant, zone) : nextByDate(after: instant, zone)
        return next > instant && next <= CivilTime.farthest ? next : .nan
    }

    private func nextByDate(after instant: Double, _ zone: Zone) -> Double {
        guard let time = zone.civilTime(at: instant) else { return .nan }
        let date = flooredDate(time)
        let next = zone.start(ofWall: advanced(date, by: 1).wall)
        // Across the date line a day can come twice, and the next one begin before its end.
        return next > instant ? next : zone.start(ofWall: advanced(date, by: 2).wall)
    }

    private func nextByClock(after instant: Double, _ zone: Zone) -> Double {
        let offset = zone.offset(at: instant)
        let unchanged = flooredClock(instant + offset) + length - offset
        let change = offset - zone.offset(at: unchanged)
        guard change != 0 else { return unchanged }
        // Clocks that change on the way make the step longer or shorter.
        let next = floor(unchanged, in: zone)
        return next > instant ? next : max(unchanged, floor(unchanged + change, in: zone))
    }

    /// `instant` moved by so many steps, the time of day kept where the unit is a day or longer.
    ///
    /// A month later than the 31st is the month's last day. NaN beyond the calendar's limits.
    package func offset(_ instant: Double, by steps: Int, in zone: Zone = .utc) -> Double {
        guard let time = zone.civilTime(at: instant) else { return .nan }
        let moved =
            unit < .day
            ? instant + length * Double(steps) : zone.instant(of: advanced(time, by: steps))
        return moved.magnitude <= CivilTime.farthest ? moved : .nan
    }
}

extension CalendarStep.Unit: Comparable {
    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
