import Notation
import Testing

@Suite("The calendar")
struct CivilTimeTests {
    @Test(
        "A date is so many days from 1970",
        arguments: [
            (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11016), (2000, 3, 1, 11017),
            (1900, 3, 1, -25508),
            (2026, 11, 21, 20778), (0, 3, 1, -719_468), (1, 1, 1, -719_162),
            (9999, 12, 31, 2_932_896),
            (-9999, 1, 1, -4_371_587),
        ])
    func days(year: Int, month: Int, day: Int, days: Int) {
        #expect(CivilTime(year: year, month: month, day: day).daysSinceEpoch == days)
        #expect(CivilTime(daysSinceEpoch: days) == CivilTime(year: year, month: month, day: day))
    }

    @Test("Each day follows the one before, through two cycles of the calendar")
    func everyDay() {
        var last = CivilTime(daysSinceEpoch: -200_001)
        for days in -200_000...100_000 {
            let date = CivilTime(daysSinceEpoch: days)
            let isNext = date.day == last.day + 1 && date.month == last.month
            let isFirst =
                date.day == 1 && last.day == CivilTime.days(inMonth: last.month, of: last.year)
            if !(isNext || isFirst) || date.daysSinceEpoch != days { Issue.record("\(days)") }
            last = date
        }
    }

    @Test("Every microsecond of a time survives")
    func roundTrip() {
        let time = CivilTime(
            year: 2026, month: 1, day: 31, hour: 23, minute: 59, second: 58, millisecond: 999,
            microsecond: 997)
        #expect(CivilTime(wall: time.wall) == time)
        #expect(
            CivilTime(wall: -0.001)
                == CivilTime(
                    year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59,
                    millisecond: 999, microsecond: 999))
    }

    @Test("Fields beyond their range count on")
    func countsOn() {
        #expect(
            CivilTime(year: 2026, month: 14, day: 0).daysSinceEpoch
                == CivilTime(year: 2027, day: 31).daysSinceEpoch)
        #expect(
            CivilTime(year: 2026, hour: -1).wall
                == CivilTime(year: 2025, month: 12, day: 31, hour: 23).wall)
    }

    @Test(
        "Weekdays and weeks are those of the calendar",
        arguments: [
            (2026, 1, 1, 4, 1, 2026, 1), (2021, 1, 3, 0, 3, 2020, 53),
            (2024, 12, 30, 1, 365, 2025, 1),
            (2000, 2, 29, 2, 60, 2000, 9), (1582, 10, 4, 1, 277, 1582, 40),
        ])
    func weeks(
        year: Int, month: Int, day: Int, weekday: Int, dayOfYear: Int, weekYear: Int, week: Int
    ) {
        let date = CivilTime(year: year, month: month, day: day)
        #expect(date.weekday == weekday)
        #expect(date.dayOfYear == dayOfYear)
        #expect(date.isoWeek == (weekYear, week))
    }

    @Test(
        "A time that the calendar does not reach is none",
        arguments: [Double.nan, .infinity, -1e300, 8.64e15 + 2])
    func unreachable(wall: Double) {
        #expect(CivilTime(wall: wall) == nil)
    }

    @Test("No field traps", arguments: [Int.min, -1, 0, 99, .max])
    func survives(field: Int) {
        let time = CivilTime(
            year: field, month: field, day: field, hour: field, minute: field, second: field,
            millisecond: field, microsecond: field)
        #expect(time.wall.isFinite)
        _ = (time.daysSinceEpoch, time.weekday, time.dayOfYear, time.isoWeek)
        _ = (
            time.quarter, CivilTime.days(inMonth: field, of: field),
            CivilTime(daysSinceEpoch: field)
        )
    }
}
