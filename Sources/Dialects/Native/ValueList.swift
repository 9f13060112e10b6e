import Figures
import Notation

/// One item of a list of values: the numbers, dates or words between its colons.
struct ValueItem: Equatable {
    enum Field: Equatable {
        case number(Double)
        case date(Double)
        case word(String)
        case gap
        /// A number too large for a chart.
        case excess
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
    /// Read from a data set.
    case columns(Columns)

    /// The values of a draft: its columns, or what its value says.
    init(
        of draft: Draft, in zone: Zone, _ limits: FormulaLimits
    ) throws(NativeError) {
        if let columns = draft.columns {
            self = .columns(columns)
            return
        }
        try self.init(
            reading: draft.value, as: draft.kind.fields, in: zone,
            allowsFormula: draft.kind.fields == .value && !draft.kind.traits.contains(.bare),
            limits)
    }

    /// Reads the value of a mark whose items mean `fields`. `allowsFormula` tells whether x can vary
    /// for it.
    init(
        reading value: KeyValue, as fields: MarkKind.Fields, in zone: Zone, allowsFormula: Bool,
        _ limits: FormulaLimits
    ) throws(NativeError) {
        if let numbers = Self.numbers(in: value.text) {
            self = .numbers(numbers)
            return
        }
        let texts = value.items
        let reader = ItemReader(fields: fields, zone: zone)
        let items = texts.map { ValueItem(fields: reader.fields(of: $0.text), offset: $0.offset) }
        for (item, text) in zip(items, texts) where item.fields.contains(.excess) {
            throw value.wrong(KeyValue.reachable, at: item.offset, found: text.text.trimmed)
        }
        if allowsFormula, Self.looksLikeFormula(value.text, items) {
            do {
                self = .formula(try Formula(value.text, limits: limits))
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
                guard
                    let (number, length) = Double.leadingDecimal(
                        in: bytes.span.extracting(place..<bytes.count)),
                    let number = number.withinReach
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
        guard items.count == 1, items[0].fields.count == 1 else { return false }
        if case .word = items[0].fields[0] { return true }
        return text.utf8.contains(UInt8(ascii: "("))
    }
}
