import Figures
import Notation

/// One item of a list of values: the numbers, dates or words between its colons.
struct ValueItem: Equatable {
    enum Field: Equatable {
        case number(Double)
        case date(Double)
        case word(String)
        case gap
    }

    var fields: [Field]
    /// The character at which it begins.
    var offset: Int
}

/// What stands behind a mark: a list of values, or a formula.
enum Values {
    /// Plain numbers, by far the most frequent list; gaps are no numbers.
    case numbers([Double])
    case items([ValueItem])
    case formula(Formula)

    /// Reads the value of a mark. `allowsFormula` tells whether x can vary for it.
    init(reading value: KeyValue, in zone: Zone, allowsFormula: Bool) throws(NativeError) {
        if let numbers = Self.numbers(in: value.text) {
            self = .numbers(numbers)
            return
        }
        let items = Self.items(in: value.text, zone: zone)
        if allowsFormula, Self.looksLikeFormula(value.text, items) {
            do {
                self = .formula(try Formula(value.text))
                return
            } catch {
                throw value.wrong(.formula(error.reason), at: error.offset, found: error.found)
            }
        }
        self = .items(items)
    }

    /// The numbers of a list that holds nothing else but gaps; nil for any other text.
    static func numbers(in text: String) -> [Double]? {
        let bytes = Array(text.utf8)
        var numbers: [Double] = []
        var place = 0
        while true {
            while place < bytes.count, bytes[place] == 32 { place += 1 }
            if place == bytes.count || bytes[place] == UInt8(ascii: ",") {
                numbers.append(.nan)
            } else if bytes[place] == UInt8(ascii: "_") {
                numbers.append(.nan)
                place += 1
            } else {
                guard let (number, length) = Double.leadingDecimal(in: bytes.span.extracting(place..<bytes.count)),
                    number.isFinite
                else { return nil }
                numbers.append(number)
                place += length
            }
            while place < bytes.count, bytes[place] == 32 { place += 1 }
            if place == bytes.count { return numbers }
            guard bytes[place] == UInt8(ascii: ",") else { return nil }
            place += 1
        }
    }

    private static func looksLikeFormula(_ text: String, _ items: [ValueItem]) -> Bool {
        guard items.count == 1 else { return false }
        if text.utf8.contains(UInt8(ascii: "(")) { return true }
        if case .word? = items[0].fields.first { return items[0].fields.count == 1 }
        return false
    }

    static func items(in text: String, zone: Zone) -> [ValueItem] {
        let reader = TimeReader(zone: zone)
        return KeyValue(key: "", text: text).items.map { item in
            ValueItem(fields: fields(of: item.text.trimmed, reader), offset: item.offset)
        }
    }

    private static func fields(of text: String, _ reader: TimeReader) -> [ValueItem.Field] {
        if text.isEmpty || text == "_" { return [.gap] }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        rejoinTimes(&parts)
        return parts.map { part in
            let part = part.trimmed
            if part.isEmpty || part == "_" { return .gap }
            if let number = Double(decimal: part) { return .number(number) }
            if let date = reader.read(part) { return .date(date.instant) }
            return .word(KeyValue.unescaped(part))
        }
    }

    /// The colons of 2026-01-31T12:30:15 are its own, and no field ends there.
    private static func rejoinTimes(_ parts: inout [String]) {
        var index = 0
        while index + 1 < parts.count {
            let bytes = Array(parts[index].utf8)
            let letters = bytes.dropLast(2)
            let endsWithHour =
                bytes.count >= 13 && (letters.last == 84 || letters.last == 32)
                && bytes.contains(UInt8(ascii: "-"))
            if endsWithHour, isSixty(parts[index + 1]) {
                parts[index] += ":" + parts.remove(at: index + 1)
                // Seconds follow only where a value remains after them.
                if index + 2 < parts.count, isSixty(parts[index + 1]) {
                    parts[index] += ":" + parts.remove(at: index + 1)
                }
            }
            index += 1
        }
    }

    private static func isSixty(_ text: String) -> Bool {
        let digits = text.utf8.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ 48...57 ~= $0 }) else { return false }
        return text.utf8.count == 2 || text.utf8.dropFirst(2).first == UInt8(ascii: ".")
            || text.hasSuffix("Z")
    }
}
