/// A day and time that a rule of the tz database names, the same in each year: the last Sunday of March at 1:00 UTC.
struct ZoneMoment: Equatable, Sendable {
    /// Whose clock the time is told by.
    enum Clock: Sendable { case wall, standard, universal }

    private enum Day: Equatable {
        case on(Int)
        case last(weekday: Int)
        case from(Int, weekday: Int)
        case until(Int, weekday: Int)
    }

    private var month = 1
    private var day = Day.on(1)
    private var time = 0.0
    private(set) var clock = Clock.wall

    /// Reads month, day and time as the file has them: `Mar`, `lastSu`, `1u`. What is left out is the earliest.
    init?(_ fields: ArraySlice<String>) {
        let fields = Array(fields)
        if fields.count > 0 {
            guard let month = Self.index(of: fields[0], in: EnglishNames.months) else { return nil }
            self.month = month + 1
        }
        if fields.count > 1 {
            guard let day = Self.day(fields[1]) else { return nil }
            self.day = day
        }
        if fields.count > 2 {
            let (milliseconds, suffix) = Self.duration(fields[2])
            time = milliseconds
            clock =
                switch suffix {
                case UInt8(ascii: "s"): .standard
                case UInt8(ascii: "u"), UInt8(ascii: "g"), UInt8(ascii: "z"): .universal
                default: .wall
                }
        }
    }

    /// What its clock shows then, as `CivilTime.wall`.
    func wall(in year: Int) -> Double {
        let first = CivilTime(year: year, month: month)
        let date: Int
        switch day {
        case .on(let day):
            date = first.daysSinceEpoch + day - 1
        case .last(let weekday):
            let last = CivilTime(year: year, month: month + 1, day: 0)
            date = last.daysSinceEpoch - (last.weekday - weekday + 7) % 7
        case .from(let day, let weekday):
            let start = CivilTime(year: year, month: month, day: day)
            date = start.daysSinceEpoch + (weekday - start.weekday + 7) % 7
        case .until(let day, let weekday):
            let end = CivilTime(year: year, month: month, day: day)
            date = end.daysSinceEpoch - (end.weekday - weekday + 7) % 7
        }
        return Double(date) * 86_400_000 + time
    }

    /// The instant in `year`, where clocks stand `offset` ahead of UTC and are put forward by `save`.
    func instant(in year: Int, offset: Double, save: Double) -> Double {
        switch clock {
        case .universal: wall(in: year)
        case .standard: wall(in: year) - offset
        case .wall: wall(in: year) - offset - save
        }
    }

    /// Milliseconds of `2`, `-0:25:21` or `-`, and the letter that may follow.
    static func duration(_ text: String) -> (milliseconds: Double, suffix: UInt8?) {
        var (total, part, unit) = (0.0, 0.0, 3_600_000.0)
        var suffix: UInt8?
        for byte in text.utf8 {
            if let digit = byte.decimalDigit {
                part = part * 10 + Double(digit)
            } else if byte == UInt8(ascii: ":") {
                total += part * unit
                (part, unit) = (0, unit / 60)
            } else if byte != UInt8(ascii: "-") {
                suffix = byte
            }
        }
        total += part * unit
        return (text.utf8.first == UInt8(ascii: "-") ? 0 - total : total, suffix)
    }

    private static func day(_ text: String) -> Day? {
        let bytes = Array(text.utf8)
        if let day = Double(decimal: text) { return .on(Int(day)) }
        if text.utf8.starts(with: "last".utf8) {
            return weekday(bytes.dropFirst(4)).map { .last(weekday: $0) }
        }
        guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")), sign > 1,
            let weekday = weekday(bytes[..<(sign - 1)]),
            let day = Double(decimal: String(decoding: bytes[(sign + 1)...], as: UTF8.self))
        else { return nil }
        return bytes[sign - 1] == UInt8(ascii: ">")
            ? .from(Int(day), weekday: weekday) : .until(Int(day), weekday: weekday)
    }

    private static func weekday(_ bytes: ArraySlice<UInt8>) -> Int? {
        index(of: String(decoding: bytes, as: UTF8.self), in: EnglishNames.weekdays)
    }

    /// The file cuts a name off where no other begins like that.
    private static func index(of start: String, in names: [String]) -> Int? {
        names.firstIndex { $0.utf8.starts(with: start.utf8) }
    }

}
