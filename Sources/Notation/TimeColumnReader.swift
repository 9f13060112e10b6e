/// Reads many times, one after the other: fast where they are written as ISO 8601 does.
///
/// Gives what `TimeReader` gives. Dates with slashes are read with the month first until one of them
/// tells how they are written; from then on the others have to be written so too.
package struct TimeColumnReader: Sendable {
    private let reader: TimeReader
    /// How dates with slashes are written, as far as one of them told it.
    package private(set) var order: DateOrder?
    /// How many dates were read that would be others if the day came first, before one told it.
    package private(set) var assumptions = 0
    private let isUTC: Bool
    /// The date read last, as its eight digits, and its midnight on the wall.
    private var lastDate = -1
    private var lastMidnight = 0.0
    /// The month read last, as its six digits, how long it is, and the midnight it begins with.
    private var lastMonth = -1
    private var daysOfMonth = 0
    private var monthStart = 0.0
    /// How far the zone's clocks stand from UTC on that whole date; nil where they are changed about then.
    private var lastOffset: Double?

    package init(zone: Zone, readsCompactDates: Bool = false) {
        reader = TimeReader(zone: zone, readsCompactDates: readsCompactDates)
        isUTC = zone == .utc
    }

    /// The instant, in milliseconds since 1970-01-01 00:00 UTC; nil where `text` is no time.
    package mutating func read(_ text: Span<UInt8>) -> Double? {
        isoInstant(text) ?? otherInstant(text)
    }

    /// Whether `text` is a time with the day first, and nothing but dates that could be either was read
    /// with the month first so far.
    package func wantsDayFirst(for text: Span<UInt8>) -> Bool {
        order == nil && assumptions > 0 && reader.read(text, order: .dayFirst)?.telling == .dayFirst
    }

    /// From now on the day is first. What was read has to be read again.
    package mutating func putDayFirst() { order = .dayFirst }

    /// Whether `text` is a time that is written in the other order than those before it.
    package func contradicts(_ text: Span<UInt8>) -> Bool {
        order != nil && reader.read(text, order: .asTold) != nil
    }

    private mutating func otherInstant(_ text: Span<UInt8>) -> Double? {
        guard let reading = reader.read(text, order: order ?? .monthFirst) else {
            guard order == nil, assumptions == 0,
                let reading = reader.read(text, order: .dayFirst)
            else { return nil }
            order = .dayFirst
            return reading.instant
        }
        switch reading.telling {
        case .nothing: break
        case .either: assumptions += order == nil ? 1 : 0
        case .monthFirst: order = .monthFirst
        case .dayFirst: order = .dayFirst
        }
        return reading.instant
    }

    /// `2026-01-31`, alone or with `T12:30`, `:45`, `.123` or `,123`, and `Z`; nil for all else.
    private mutating func isoInstant(_ text: Span<UInt8>) -> Double? {
        guard 10...24 ~= text.count, text[4] == 0x2D, text[7] == 0x2D, move(to: text) else {
            return nil
        }
        guard text.count > 10 else { return instant(after: 0) }
        guard text.count >= 16, text[10] == 0x54 || text[10] == 0x20, text[13] == 0x3A,
            let hour = Self.pair(text, 11), hour < 24, let minute = Self.pair(text, 14),
            minute < 60
        else { return nil }
        var milliseconds = (hour * 60 + minute) * 60_000
        var place = 16
        if place + 3 <= text.count, text[place] == 0x3A {
            guard let second = Self.pair(text, place + 1), second < 60 else { return nil }
            milliseconds += second * 1000
            place += 3
            if place + 4 <= text.count, text[place] == 0x2E || text[place] == 0x2C {
                guard let tens = Self.pair(text, place + 1), let ones = text[place + 3].decimalDigit
                else { return nil }
                milliseconds += tens * 10 + Int(ones)
                place += 4
            }
        }
        if place == text.count { return instant(after: milliseconds) }
        guard place + 1 == text.count, text[place] == 0x5A else { return nil }
        return lastMidnight + Double(milliseconds)
    }

    /// Makes the date that `text` begins with the last one; false where it is none.
    private mutating func move(to text: Span<UInt8>) -> Bool {
        guard let century = Self.pair(text, 0), let year = Self.pair(text, 2),
            let month = Self.pair(text, 5), let day = Self.pair(text, 8)
        else { return false }
        let months = (century * 100 + year) * 100 + month
        let date = months * 100 + day
        if date == lastDate { return true }
        if months != lastMonth {
            guard let days = CivilTime.days(inMonth: month, of: century * 100 + year) else {
                return false
            }
            (lastMonth, daysOfMonth) = (months, days)
            monthStart = CivilTime(year: century * 100 + year, month: month).wall
        }
        guard 1...daysOfMonth ~= day else { return false }
        lastDate = date
        lastMidnight = monthStart + Double(day - 1) * 86_400_000
        guard !isUTC else { return true }
        // No two changes are as near as two days.
        let before = reader.zone.offset(at: lastMidnight - 86_400_000)
        let after = reader.zone.offset(at: lastMidnight + 2 * 86_400_000)
        lastOffset = before == after ? before : nil
        return true
    }

    /// When the clocks show so many milliseconds after the last date's midnight.
    private func instant(after milliseconds: Int) -> Double {
        let wall = lastMidnight + Double(milliseconds)
        if isUTC { return wall }
        return lastOffset.map { wall - $0 } ?? reader.zone.instant(ofWall: wall)
    }

    /// The number of two digits.
    @inline(__always)
    private static func pair(_ text: Span<UInt8>, _ place: Int) -> Int? {
        let (tens, ones) = (text[place] &- 0x30, text[place + 1] &- 0x30)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}
