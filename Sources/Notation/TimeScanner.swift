/// Walks over the text of a date or time, from left to right.
struct TimeScanner {
    /// Bytes of the longest text: `Wednesday, 30 September 2026 12:30:45.123456789123 +0000` and the like.
    static let longest = 64

    private let bytes: InlineArray<64, UInt8>
    private let count: Int
    var place = 0
    private(set) var isPlainYear = false
    private(set) var telling = DateOrder.Telling.nothing
    /// Milliseconds east of UTC, where the text tells them.
    var offset: Double?
    /// The day of the week, where the text names it.
    var weekday: Int?

    /// The text has at most `longest` bytes.
    init(_ text: Span<UInt8>) {
        var bytes = InlineArray<64, UInt8>(repeating: 0)
        for i in text.indices { bytes[i] = text[i] }
        self.bytes = bytes
        count = text.count
    }

    var isAtEnd: Bool { place == count }

    /// The byte that comes next; zero at the end.
    var next: UInt8 { place < count ? bytes[place] : 0 }

    var isAtDigit: Bool { 0x30...0x39 ~= next }

    var isAtLetter: Bool { 0x61...0x7A ~= next | 0x20 }

    /// The date or time that the whole text is.
    mutating func readDate(compactly: Bool, order: DateOrder?) -> CivilTime? {
        let leading =
            isAtLetter ? nameLedDate() : numberLedDate(compactly: compactly, order: order)
        guard let date = leading, isAtEnd else { return nil }
        if let weekday, date.weekday != weekday { return nil }
        return date
    }

    private mutating func numberLedDate(compactly: Bool, order: DateOrder?) -> CivilTime? {
        guard let first = takeNumber(digits: 1...8) else { return nil }
        if isAtEnd {
            isPlainYear = first.digits == 4
            if isPlainYear { return CivilTime(year: first.value) }
            return compactly && first.digits == 8 ? compactDate(first.value) : nil
        }
        let separator = next
        place += 1
        switch (first.digits, separator) {
        case (8, UInt8(ascii: "T")), (8, UInt8(ascii: "t")), (8, UInt8(ascii: " ")):
            guard let date = compactDate(first.value) else { return nil }
            let time = separator == UInt8(ascii: " ") ? time(on: date) : compactTime(on: date)
            return takeOffset() ? time : nil
        case (4, UInt8(ascii: "-")), (4, UInt8(ascii: "/")), (4, UInt8(ascii: ".")),
            (4, UInt8(ascii: " ")):
            return dateWithin(year: first.value, separator: separator)
        case (1...2, UInt8(ascii: ".")):
            guard let month = takeNumber(digits: 1...2), take(UInt8(ascii: ".")),
                let year = takeNumber(digits: 4...4)
            else { return nil }
            return withTime(date(year.value, month.value, first.value))
        case (1...2, UInt8(ascii: ":")):
            place = 0
            return time(on: CivilTime(year: 1970))
        case (1...2, UInt8(ascii: "/")) where !isAtLetter:
            return order.flatMap { slashDate(first.value, order: $0) }
        case (1...2, UInt8(ascii: " ")), (1...2, UInt8(ascii: "-")), (1...2, UInt8(ascii: "/")):
            return namedDate(day: first.value, separator: separator)
        default:
            return nil
        }
    }

    private func compactDate(_ digits: Int) -> CivilTime? {
        date(digits / 10000, digits / 100 % 100, digits % 100)
    }

    /// What follows a year and a separator.
    private mutating func dateWithin(year: Int, separator: UInt8) -> CivilTime? {
        let isDashed = separator == UInt8(ascii: "-")
        if isDashed, take(UInt8(ascii: "W"), or: UInt8(ascii: "w")) { return week(of: year) }
        if isDashed, take(UInt8(ascii: "Q"), or: UInt8(ascii: "q")) {
            guard let quarter = takeNumber(digits: 1...1), 1...4 ~= quarter.value else {
                return nil
            }
            return CivilTime(year: year, month: quarter.value * 3 - 2)
        }
        // A space stands only before a name.
        guard isAtLetter || separator != UInt8(ascii: " "),
            let month = isAtLetter ? takeMonth() : takeNumber(digits: 1...2)?.value,
            1...12 ~= month
        else { return nil }
        if isAtEnd {
            return separator == UInt8(ascii: ".") ? nil : CivilTime(year: year, month: month)
        }
        guard take(separator), let day = takeNumber(digits: 1...2) else { return nil }
        return withTime(date(year, month, day.value))
    }

    private mutating func week(of year: Int) -> CivilTime? {
        guard let week = takeNumber(digits: 2...2) else { return nil }
        // January 4 always lies in week 1.
        let fourth = CivilTime(year: year, day: 4)
        let monday = fourth.daysSinceEpoch - (fourth.weekday + 6) % 7 + (week.value - 1) * 7
        let start = CivilTime(daysSinceEpoch: monday)
        return start.isoWeek == (year, week.value) ? start : nil
    }

    /// What follows a number and a slash: `31/2026` or `1/2026`.
    private mutating func slashDate(_ first: Int, order: DateOrder) -> CivilTime? {
        guard let second = takeNumber(digits: 1...2)?.value, take(UInt8(ascii: "/")),
            let year = takeNumber(digits: 4...4)?.value
        else { return nil }
        if first > 12 {
            telling = .dayFirst
        } else if second > 12 {
            telling = .monthFirst
        } else if first != second {
            telling = .either
        }
        switch (telling, order) {
        case (.dayFirst, .monthFirst), (.monthFirst, .dayFirst), (.either, .asTold): return nil
        case (.dayFirst, _), (.either, .dayFirst): return withTime(date(year, second, first))
        default: return withTime(date(year, first, second))
        }
    }

    func date(_ year: Int, _ month: Int, _ day: Int) -> CivilTime? {
        // No month is shorter than 28 days.
        guard 1...12 ~= month, 1...31 ~= day,
            day <= 28 || day <= CivilTime.days(inMonth: month, of: year) ?? 0
        else { return nil }
        return CivilTime(year: year, month: month, day: day)
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte, !isAtEnd else { return false }
        place += 1
        return true
    }

    mutating func take(_ byte: UInt8, or other: UInt8) -> Bool { take(byte) || take(other) }

    mutating func takeNumber(digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
        let start = place
        var value = 0
        while isAtDigit, place - start < digits.upperBound {
            value = value * 10 + Int(next - 0x30)
            place += 1
        }
        return digits ~= place - start ? (value, place - start) : nil
    }

    /// Zero beyond the end.
    func byte(at place: Int) -> UInt8 { place < count ? bytes[place] : 0 }
}
