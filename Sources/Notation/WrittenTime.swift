/// An instant and what calendar and clock show then, ready to be written field by field.
struct WrittenTime {
    let time: CivilTime
    let instant: Double
    let zone: Zone

    /// What one directive of a time format stands for; `letter` is one that `TimeFormat` let through.
    func text(of letter: UInt8, padding: TimeFormat.Padding?, digits: Int) -> [UInt8] {
        if let words = words(for: letter) { return Array(words.utf8) }
        if letter == UInt8(ascii: "f") { return fraction(digits: digits) }
        guard let (value, width) = number(for: letter) else { return [letter] }
        let usual: TimeFormat.Padding = letter == UInt8(ascii: "e") ? .space : .zero
        return pad(value, to: width, with: padding ?? usual)
    }

    private func words(for letter: UInt8) -> String? {
        switch letter {
        case UInt8(ascii: "A"): EnglishNames.weekdays[time.weekday]
        case UInt8(ascii: "a"): EnglishNames.short(EnglishNames.weekdays[time.weekday])
        case UInt8(ascii: "B"): EnglishNames.months[time.month - 1]
        case UInt8(ascii: "b"): EnglishNames.short(EnglishNames.months[time.month - 1])
        case UInt8(ascii: "p"): time.hour < 12 ? "AM" : "PM"
        case UInt8(ascii: "Z"): zone.abbreviation(at: instant)
        case UInt8(ascii: "z"): offsetText
        default: nil
        }
    }

    /// A field's value and its least number of digits.
    private func number(for letter: UInt8) -> (value: Int, width: Int)? {
        switch letter {
        case UInt8(ascii: "d"), UInt8(ascii: "e"): (time.day, 2)
        case UInt8(ascii: "g"): (time.isoWeek.year.flooredQuotient(100).remainder, 2)
        case UInt8(ascii: "G"): (time.isoWeek.year, 4)
        case UInt8(ascii: "H"): (time.hour, 2)
        // Plotly's half of the year.
        case UInt8(ascii: "h"): ((time.month + 5) / 6, 1)
        case UInt8(ascii: "I"): ((time.hour + 11) % 12 + 1, 2)
        case UInt8(ascii: "j"): (time.dayOfYear, 3)
        case UInt8(ascii: "L"): (time.millisecond, 3)
        case UInt8(ascii: "m"): (time.month, 2)
        case UInt8(ascii: "M"): (time.minute, 2)
        case UInt8(ascii: "q"): (time.quarter, 1)
        // Every instant that has a date is a hundred times nearer than the end of Int.
        case UInt8(ascii: "Q"): (Int(instant.rounded(.down)), 1)
        case UInt8(ascii: "s"): (Int((instant / 1000).rounded(.down)), 1)
        case UInt8(ascii: "S"): (time.second, 2)
        case UInt8(ascii: "u"): ((time.weekday + 6) % 7 + 1, 1)
        case UInt8(ascii: "U"): ((time.dayOfYear + 6 - time.weekday) / 7, 2)
        case UInt8(ascii: "V"): (time.isoWeek.week, 2)
        case UInt8(ascii: "w"): (time.weekday, 1)
        case UInt8(ascii: "W"): ((time.dayOfYear + 6 - (time.weekday + 6) % 7) / 7, 2)
        case UInt8(ascii: "y"): (time.year.flooredQuotient(100).remainder, 2)
        case UInt8(ascii: "Y"): (time.year, 4)
        default: nil
        }
    }

    private func pad(_ value: Int, to width: Int, with padding: TimeFormat.Padding) -> [UInt8] {
        let digits = Array(String(value.magnitude).utf8)
        let filling = padding == .space ? UInt8(ascii: " ") : UInt8(ascii: "0")
        let missing = padding == .none ? 0 : max(0, width - digits.count)
        let sign = value < 0 ? [UInt8(ascii: "-")] : []
        return sign + [UInt8](repeating: filling, count: missing) + digits
    }

    /// The first digits of the second's fraction.
    private func fraction(digits count: Int) -> [UInt8] {
        let microseconds = time.millisecond * 1000 + time.microsecond
        return Array((pad(microseconds, to: 6, with: .zero) + Array("000".utf8)).prefix(count))
    }

    /// `+0200`.
    private var offsetText: String {
        let offset = zone.offset(at: instant)
        let minutes = Int(offset.magnitude / 60_000)
        let digits = pad(minutes / 60 * 100 + minutes % 60, to: 4, with: .zero)
        return String(decoding: [UInt8(ascii: offset < 0 ? "-" : "+")] + digits, as: UTF8.self)
    }
}
