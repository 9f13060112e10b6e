/// Walks over the text of a date or time, from left to right.
struct TimeScanner {
    private let bytes: [UInt8]
    private var place = 0
    private(set) var isPlainYear = false
    /// Milliseconds east of UTC, where the text tells them.
    private(set) var offset: Double?

    init(_ text: Span<UInt8>) {
        var bytes: [UInt8] = []
        for i in text.indices { bytes.append(text[i]) }
        self.bytes = bytes
    }

    var isAtEnd: Bool { place == bytes.count }

    /// The date or time that the whole text is.
    mutating func readDate(compactly: Bool) -> CivilTime? {
        guard let date = leadingDate(compactly: compactly) else { return nil }
        return isAtEnd ? date : nil
    }

    private mutating func leadingDate(compactly: Bool) -> CivilTime? {
        guard let first = takeNumber(digits: 1...8) else { return nil }
        switch (first.digits, take(oneOf: "-/.:")) {
        case (8, nil) where compactly:
            return date(first.value / 10000, first.value / 100 % 100, first.value % 100)
        case (4, nil):
            isPlainYear = true
            return CivilTime(year: first.value)
        case (4, let separator?) where separator != UInt8(ascii: ":"):
            return dateWithin(year: first.value, separator: separator)
        case (1...2, UInt8(ascii: ".")):
            guard let month = takeNumber(digits: 1...2), take(oneOf: ".") != nil,
                let year = takeNumber(digits: 4...4)
            else { return nil }
            return withTime(date(year.value, month.value, first.value))
        case (1...2, UInt8(ascii: ":")):
            place = 0
            return time(on: CivilTime(year: 1970))
        default:
            return nil
        }
    }

    /// What follows a year and a separator.
    private mutating func dateWithin(year: Int, separator: UInt8) -> CivilTime? {
        if take(oneOf: "Ww") != nil {
            guard let week = takeNumber(digits: 2...2), separator == UInt8(ascii: "-") else {
                return nil
            }
            // January 4 always lies in week 1.
            let fourth = CivilTime(year: year, day: 4)
            let monday = fourth.daysSinceEpoch - (fourth.weekday + 6) % 7 + (week.value - 1) * 7
            let start = CivilTime(daysSinceEpoch: monday)
            return start.isoWeek == (year, week.value) ? start : nil
        }
        if take(oneOf: "Qq") != nil {
            guard let quarter = takeNumber(digits: 1...1), 1...4 ~= quarter.value,
                separator == UInt8(ascii: "-")
            else { return nil }
            return CivilTime(year: year, month: quarter.value * 3 - 2)
        }
        guard let month = takeNumber(digits: 1...2), 1...12 ~= month.value else { return nil }
        if isAtEnd {
            return separator == UInt8(ascii: ".") ? nil : CivilTime(year: year, month: month.value)
        }
        guard take(where: { $0 == separator }) != nil, let day = takeNumber(digits: 1...2) else {
            return nil
        }
        return withTime(date(year, month.value, day.value))
    }

    private func date(_ year: Int, _ month: Int, _ day: Int) -> CivilTime? {
        guard let days = CivilTime.days(inMonth: month, of: year), 1...days ~= day else {
            return nil
        }
        return CivilTime(year: year, month: month, day: day)
    }

    private mutating func withTime(_ date: CivilTime?) -> CivilTime? {
        guard let date, !isAtEnd else { return date }
        guard take(oneOf: "Tt ") != nil, let time = time(on: date) else { return nil }
        return takeOffset() ? time : nil
    }

    /// `12:30`, `12:30:45`, `12:30:45.123456`.
    private mutating func time(on date: CivilTime) -> CivilTime? {
        var time = date
        guard let hour = takeNumber(digits: 1...2), hour.value < 24, take(oneOf: ":") != nil,
            let minute = takeNumber(digits: 2...2), minute.value < 60
        else { return nil }
        (time.hour, time.minute) = (hour.value, minute.value)
        guard take(oneOf: ":") != nil else { return time }
        guard let second = takeNumber(digits: 2...2), second.value < 60 else { return nil }
        time.second = second.value
        guard take(oneOf: ".,") != nil else { return time }
        guard let microseconds = takeFraction() else { return nil }
        (time.millisecond, time.microsecond) = (microseconds / 1000, microseconds % 1000)
        return time
    }

    /// Digits after the point, as millionths; what lies below is cut off.
    private mutating func takeFraction() -> Int? {
        let start = place
        var (value, worth) = (0, 100_000)
        while !isAtEnd, let digit = bytes[place].decimalDigit {
            value += Int(digit) * worth
            worth /= 10
            place += 1
        }
        return place > start ? value : nil
    }

    /// `Z`, `+02`, `+0200`, `+02:00` or nothing; false where it is none of them.
    mutating func takeOffset() -> Bool {
        if isAtEnd { return true }
        if take(oneOf: "Zz") != nil {
            offset = 0
            return true
        }
        guard let sign = take(oneOf: "+-"), let hours = takeNumber(digits: 1...4) else {
            return false
        }
        var minutes =
            hours.digits > 2 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
        if hours.digits <= 2, take(oneOf: ":") != nil {
            guard let rest = takeNumber(digits: 2...2), rest.value < 60 else { return false }
            minutes += rest.value
        }
        guard minutes < 24 * 60, hours.digits <= 2 || hours.value % 100 < 60 else { return false }
        offset = Double(sign == UInt8(ascii: "-") ? -minutes : minutes) * 60_000
        return true
    }

    private mutating func take(oneOf wanted: String) -> UInt8? {
        take(where: wanted.utf8.contains)
    }

    private mutating func take(where isWanted: (UInt8) -> Bool) -> UInt8? {
        guard !isAtEnd, isWanted(bytes[place]) else { return nil }
        place += 1
        return bytes[place - 1]
    }

    private mutating func takeNumber(digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
        let start = place
        var value = 0
        while !isAtEnd, place - start < digits.upperBound, let digit = bytes[place].decimalDigit {
            value = value * 10 + Int(digit)
            place += 1
        }
        return digits ~= place - start ? (value, place - start) : nil
    }
}
