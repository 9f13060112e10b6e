/// Dates that name their month, and words that stand in dates.
extension TimeScanner {
    /// What begins with a day of the week or a month.
    mutating func nameLedDate() -> CivilTime? {
        weekday = takeName(of: EnglishNames.weekdays)
        if weekday != nil {
            _ = take(UInt8(ascii: ","))
            guard take(UInt8(ascii: " ")) else { return nil }
        }
        if isAtDigit {
            // A number before it would have no day of the week.
            guard let day = takeNumber(digits: 1...2) else { return nil }
            let separator = next
            guard take(UInt8(ascii: " "), or: UInt8(ascii: "-")) else { return nil }
            return namedDate(day: day.value, separator: separator)
        }
        guard let month = takeMonth() else { return nil }
        if take(UInt8(ascii: "-")) { return date(inMonth: month, separator: UInt8(ascii: "-")) }
        guard take(UInt8(ascii: " ")) else { return nil }
        // Days of one digit may be moved right.
        _ = take(UInt8(ascii: " "))
        return date(inMonth: month, separator: UInt8(ascii: " "))
    }

    /// What follows a month and a separator: `2026`, `5, 2026`, or `5 13:45:00 2026`.
    private mutating func date(inMonth month: Int, separator: UInt8) -> CivilTime? {
        guard let number = takeNumber(digits: 1...4) else { return nil }
        if number.digits == 4 {
            return weekday == nil ? CivilTime(year: number.value, month: month) : nil
        }
        guard number.digits <= 2 else { return nil }
        if separator == UInt8(ascii: " "), take(UInt8(ascii: ",")) {
            guard take(UInt8(ascii: " ")) else { return nil }
        } else {
            guard take(separator) else { return nil }
        }
        let start = place
        guard let year = takeNumber(digits: 1...4) else { return nil }
        if year.digits == 4 { return withTime(date(year.value, month, number.value)) }
        place = start
        return timeAndYear(month: month, day: number.value)
    }

    /// The end of a date as C's `asctime` writes it: `13:45:00 2026`, `13:45:00 UTC 2026`.
    private mutating func timeAndYear(month: Int, day: Int) -> CivilTime? {
        guard let time = time(on: CivilTime(year: 1970)), take(UInt8(ascii: " ")) else {
            return nil
        }
        if takeUniversal() {
            guard take(UInt8(ascii: " ")) else { return nil }
        }
        guard let year = takeNumber(digits: 4...4),
            var date = date(year.value, month, day)
        else { return nil }
        (date.hour, date.minute, date.second) = (time.hour, time.minute, time.second)
        (date.millisecond, date.microsecond) = (time.millisecond, time.microsecond)
        return date
    }

    /// What follows a day and a separator: `Jan 2026`, and a time.
    mutating func namedDate(day: Int, separator: UInt8) -> CivilTime? {
        guard let month = takeMonth() else { return nil }
        if separator == UInt8(ascii: " ") { _ = take(UInt8(ascii: ",")) }
        guard take(separator), let year = takeNumber(digits: 4...4) else { return nil }
        let date = date(year.value, month, day)
        // As logs of web servers are written.
        guard separator == UInt8(ascii: "/"), next == UInt8(ascii: ":") else {
            return withTime(date)
        }
        return withTime(date, after: UInt8(ascii: ":"))
    }

    /// 1...12.
    mutating func takeMonth() -> Int? { takeName(of: EnglishNames.months).map { $0 + 1 } }

    /// The place in `names` of the one that comes next, whole or its first three letters.
    private mutating func takeName(of names: [String]) -> Int? {
        let start = place
        while isAtLetter, place - start < 10 { place += 1 }
        let length = place - start
        for (index, name) in names.enumerated()
        where (length == 3 || length == name.utf8.count) && spells(name, from: start, length) {
            return index
        }
        // The one month that is cut short to four as well.
        if length == 4, names.count == 12, spells("sept", from: start, 4) { return 8 }
        place = start
        return nil
    }

    /// Whether the first `length` letters of `word` stand at `start`, in any case.
    private func spells(_ word: String, from start: Int, _ length: Int) -> Bool {
        var place = start
        for letter in word.utf8.prefix(length) {
            guard byte(at: place) | 0x20 == letter | 0x20 else { return false }
            place += 1
        }
        return true
    }

    /// Takes `GMT`, `UTC` or `UT`, and says that the text tells its offset; false where none comes next.
    mutating func takeUniversal() -> Bool {
        for word in ["gmt", "utc", "ut"] where spells(word, from: place, word.utf8.count) {
            place += word.utf8.count
            offset = 0
            return true
        }
        return false
    }
}
