/// A date of the proleptic Gregorian calendar and a time of day, as a calendar and a clock on the wall show them.
///
/// Fields beyond their usual range count on: day 0 is the last of the month before, month 14 a February.
package struct CivilTime: Hashable, Sendable {
    package var year: Int
    /// 1...12.
    package var month: Int
    /// 1...31.
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var millisecond: Int
    /// 0..<1000, beyond the milliseconds.
    package var microsecond: Int

    package init(
        year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
        millisecond: Int = 0, microsecond: Int = 0
    ) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
        self.microsecond = microsecond
    }

    /// The farthest that a time may lie from 1970, in milliseconds: JavaScript's limit of a hundred million days.
    package static let farthest = 8.64e15

    /// What the wall shows `wall` milliseconds after it showed 1970-01-01 00:00; nil beyond `farthest` and for NaN.
    package init?(wall: Double) {
        guard wall.magnitude <= Self.farthest else { return nil }
        // Near today a Double of milliseconds is good for a quarter of a microsecond. A far one has no
        // fraction, and a thousand times as large it would lose its last digits.
        let whole = wall.rounded(.down)
        let microseconds = Int(((wall - whole) * 1000).rounded())
        let (milliseconds, microsecond) = (Int(whole) + microseconds / 1000, microseconds % 1000)
        let (days, rest) = milliseconds.flooredQuotient(86_400_000)
        self.init(daysSinceEpoch: days)
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1000 % 60
        millisecond = rest % 1000
        self.microsecond = microsecond
    }

    /// Midnight, so many days after 1970-01-01; a count of more than a hundred million is cut off there.
    package init(daysSinceEpoch days: Int) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let (era, dayOfEra) = (days.clamped(to: -100_000_001...100_000_001) + 719_468)
            .flooredQuotient(146_097)
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// Milliseconds since the wall showed 1970-01-01 00:00; where the zone is UTC, the instant.
    package var wall: Double {
        // In real numbers, which no field can overflow.
        var seconds = Double(daysBeforeMonth) + (Double(day) - 1)
        seconds = seconds * 86_400 + Double(hour) * 3600 + Double(minute) * 60 + Double(second)
        return seconds * 1000 + Double(millisecond) + Double(microsecond) / 1000
    }

    /// Whole days since 1970-01-01, whatever the time of day.
    package var daysSinceEpoch: Int {
        daysBeforeMonth + day.clamped(to: -100_000_000...100_000_000) - 1
    }

    /// Days from 1970-01-01 to the first of this month.
    private var daysBeforeMonth: Int {
        // No year that far away has an instant, and nothing overflows on the way to find that out.
        let months =
            year.clamped(to: -400_000...400_000) * 12 + month.clamped(to: -5_000_000...5_000_000)
            - 1
        // As above, days_from_civil; the year begins in March, so that the leap day is its last.
        let (year, monthFromMarch) = (months - 2).flooredQuotient(12)
        let (era, yearOfEra) = year.flooredQuotient(400)
        let dayOfYear = (153 * monthFromMarch + 2) / 5
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// 0 for Sunday ... 6 for Saturday.
    package var weekday: Int { (daysSinceEpoch + 4).flooredQuotient(7).remainder }

    /// 1 for the first of January.
    package var dayOfYear: Int { daysSinceEpoch - CivilTime(year: year).daysSinceEpoch + 1 }

    /// 1...4.
    package var quarter: Int { month / 3 + (month % 3 > 0 ? 1 : 0) }

    /// The week of ISO 8601, 1...53, and the year it belongs to: the one that holds its Thursday.
    package var isoWeek: (year: Int, week: Int) {
        let monday = daysSinceEpoch - (weekday + 6) % 7
        let thursday = CivilTime(daysSinceEpoch: monday + 3)
        return (thursday.year, (thursday.dayOfYear - 1) / 7 + 1)
    }

    /// How many days a month has; nil where there is no such month.
    package static func days(inMonth month: Int, of year: Int) -> Int? {
        guard 1...12 ~= month else { return nil }
        let first = CivilTime(year: year, month: month)
        let next = CivilTime(year: year, month: month + 1)
        return next.daysSinceEpoch - first.daysSinceEpoch
    }
}

extension Int {
    /// Division that rounds down, so that the remainder is never negative; for a positive divisor.
    func flooredQuotient(_ divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
