/// Steps by the fields of calendar and clock, whatever the zone.
extension CalendarStep {
    /// Where the step began by a clock that is never changed, for steps shorter than a day.
    func flooredClock(_ wall: Double) -> Double {
        (wall / length).rounded(.down) * length
    }

    /// Midnight of the day on which the step began, for steps of days and longer.
    func flooredDate(_ time: CivilTime) -> CivilTime {
        switch unit {
        case .year:
            return CivilTime(year: floored(time.year))
        case .month:
            return CivilTime(year: 0, month: floored(time.year * 12 + time.month - 1) + 1)
        case .week:
            // 1970-01-01 was a Thursday.
            let shift = 4 - firstWeekday.clamped(to: 0...6)
            let weeks = (time.daysSinceEpoch + shift).flooredQuotient(7).quotient
            return CivilTime(daysSinceEpoch: floored(weeks) * 7 - shift)
        case .day, .hour, .minute, .second, .millisecond:
            return CivilTime(daysSinceEpoch: floored(time.daysSinceEpoch))
        }
    }

    /// The greatest multiple of `count` that is not greater than `value`.
    private func floored(_ value: Int) -> Int {
        value - value.flooredQuotient(count).remainder
    }

    /// The same time of day, so many steps of days or longer on.
    func advanced(_ time: CivilTime, by steps: Int) -> CivilTime {
        // Farther than that is beyond the calendar, and sums with it do not overflow.
        let amount = Int((Double(count) * Double(steps)).clamped(to: -1e9...1e9))
        var later = time
        switch unit {
        case .year: later.year += amount
        case .month: later.month += amount
        case .week: later.day += amount * 7
        case .day, .hour, .minute, .second, .millisecond: later.day += amount
        }
        guard unit > .week else { return later }
        let month = CivilTime(
            daysSinceEpoch: CivilTime(year: later.year, month: later.month).daysSinceEpoch)
        later.day = min(later.day, CivilTime.days(inMonth: month.month, of: month.year) ?? 31)
        return later
    }
}
