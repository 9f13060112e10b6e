/// Times of the day, and how far their clocks are from UTC.
extension TimeScanner {
    /// A date, and its time behind a `T`, a space, a comma and a space, or what else `mark` is.
    mutating func withTime(_ date: CivilTime?, after mark: UInt8 = UInt8(ascii: "T")) -> CivilTime?
    {
        guard let date, !isAtEnd else { return date }
        if !take(mark, or: UInt8(ascii: "t")) {
            _ = take(UInt8(ascii: ","))
            guard take(UInt8(ascii: " ")) else { return nil }
        }
        guard let time = time(on: date) else { return nil }
        return takeOffset() ? time : nil
    }

    /// `12:30`, `12:30:45`, `12:30:45.123456`, and with all of them `PM`.
    mutating func time(on date: CivilTime) -> CivilTime? {
        guard let hour = takeNumber(digits: 1...2), take(UInt8(ascii: ":")),
            let minute = takeNumber(digits: 2...2)
        else { return nil }
        var (second, microseconds) = (0, 0)
        if take(UInt8(ascii: ":")) {
            guard let seconds = takeNumber(digits: 2...2), let fraction = takeFraction() else {
                return nil
            }
            (second, microseconds) = (seconds.value, fraction)
        }
        guard let hour = hourOfDay(hour.value) else { return nil }
        return time(on: date, hour, minute.value, second, microseconds)
    }

    /// `123045` or `1230`, or what `time` reads.
    mutating func compactTime(on date: CivilTime) -> CivilTime? {
        let start = place
        guard let digits = takeNumber(digits: 1...6) else { return nil }
        switch digits.digits {
        case 4: return time(on: date, digits.value / 100, digits.value % 100, 0, 0)
        case 6:
            guard let fraction = takeFraction() else { return nil }
            return time(
                on: date, digits.value / 10000, digits.value / 100 % 100, digits.value % 100,
                fraction)
        default:
            place = start
            return time(on: date)
        }
    }

    private func time(
        on date: CivilTime, _ hour: Int, _ minute: Int, _ second: Int, _ microseconds: Int
    ) -> CivilTime? {
        guard hour < 24, minute < 60, second < 60 else { return nil }
        var time = date
        (time.hour, time.minute, time.second) = (hour, minute, second)
        (time.millisecond, time.microsecond) = (microseconds / 1000, microseconds % 1000)
        return time
    }

    /// The hour that `hour` is together with the `AM` or `PM` that may follow; nil where there is none
    /// such.
    private mutating func hourOfDay(_ hour: Int) -> Int? {
        let start = place
        // Browsers write a narrow space that no line is broken at: U+202F.
        if !take(UInt8(ascii: " ")), next == 0xE2, byte(at: place + 1) == 0x80,
            byte(at: place + 2) == 0xAF
        {
            place += 3
        }
        let half = next | 0x20
        guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p"),
            byte(at: place + 1) | 0x20 == UInt8(ascii: "m")
        else {
            place = start
            return hour
        }
        place += 2
        guard 1...12 ~= hour else { return nil }
        return hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
    }

    /// Digits after a point, as millionths, where there is one; what lies below is cut off. Nil where
    /// none follow it.
    private mutating func takeFraction() -> Int? {
        guard take(UInt8(ascii: "."), or: UInt8(ascii: ",")) else { return 0 }
        let start = place
        var (value, worth) = (0, 100_000)
        while isAtDigit {
            value += Int(next - 0x30) * worth
            worth /= 10
            place += 1
        }
        return place > start ? value : nil
    }

    /// `Z`, `GMT`, `UTC`, `+02`, `+0200`, `+02:00`, `GMT+0200`, each after a space or not, or nothing;
    /// false where it is none of them.
    mutating func takeOffset() -> Bool {
        if isAtEnd { return true }
        _ = take(UInt8(ascii: " "))
        if take(UInt8(ascii: "Z"), or: UInt8(ascii: "z")) {
            offset = 0
            return true
        }
        if takeUniversal(), isAtEnd { return true }
        let isWest = next == UInt8(ascii: "-")
        guard take(UInt8(ascii: "+"), or: UInt8(ascii: "-")), let hours = takeNumber(digits: 1...4)
        else { return false }
        var minutes =
            hours.digits > 2 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60
        if hours.digits <= 2, take(UInt8(ascii: ":")) {
            guard let rest = takeNumber(digits: 2...2), rest.value < 60 else { return false }
            minutes += rest.value
        }
        guard minutes < 24 * 60, hours.digits <= 2 || hours.value % 100 < 60 else { return false }
        offset = Double(isWest ? -minutes : minutes) * 60_000
        return true
    }
}
