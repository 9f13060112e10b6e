internal import Notation

/// A number as people and programs write it into a cell: `-1.5e3`, `1,5`, `1,234.5`, `1.234,5`, `12 %`.
struct CellNumber {
    /// What a number tells of how its column is written.
    struct Style: OptionSet {
        let rawValue: UInt8

        /// A point before the fraction.
        static let point = Style(rawValue: 1)
        /// Commas between the thousands.
        static let commaGroups = Style(rawValue: 2)
        /// A comma before the fraction.
        static let comma = Style(rawValue: 4)
        /// Points between the thousands.
        static let pointGroups = Style(rawValue: 8)
        /// `1,234`: the comma is either of them.
        static let ambiguousComma = Style(rawValue: 16)
        /// `1.234`: the point is either of them.
        static let ambiguousPoint = Style(rawValue: 32)

        static let continental: Style = [.comma, .pointGroups]
        static let english: Style = [.point, .commaGroups]
    }

    /// Where the comma may be either, it is taken as one between thousands, and a point as one before
    /// the fraction.
    var value: Double
    var style: Style = []

    /// Nil where the whole cell is no number, with what may be put around one.
    init?(_ cell: Span<UInt8>) {
        if let number = CellNumber(bare: cell) {
            self = number
            return
        }
        guard let dressed = DressedNumber(cell) else { return nil }
        if dressed.isGrouped {
            self.init(ungrouped: dressed.bare.span)
        } else {
            self.init(bare: dressed.bare.span)
            if dressed.isEnglish, style == .ambiguousComma { style = .commaGroups }
            if dressed.isEnglish, style == .ambiguousPoint { style = .point }
        }
    }

    /// Thousands were told apart already: a point or a comma is one before a fraction.
    private init?(ungrouped cell: Span<UInt8>) {
        var english: [UInt8] = []
        var style: Style = []
        for index in cell.indices {
            switch cell[index] {
            case UInt8(ascii: "."): style.insert(.point)
            case UInt8(ascii: ","): style.insert(.comma)
            default: break
            }
            english.append(cell[index] == UInt8(ascii: ",") ? UInt8(ascii: ".") : cell[index])
        }
        guard let value = Double(decimal: english.span) else { return nil }
        self.init(value: value, style: style)
    }

    private init?(bare cell: Span<UInt8>) {
        if let value = Double(decimal: cell) {
            self.init(value: value, style: Self.pointStyle(cell))
            return
        }
        var (points, commas, lastPoint, lastComma) = (0, 0, 0, 0)
        for index in cell.indices {
            switch cell[index] {
            case UInt8(ascii: "."): (points, lastPoint) = (points + 1, index)
            case UInt8(ascii: ","): (commas, lastComma) = (commas + 1, index)
            // Longer ones are no more precise, and none has separators.
            case _ where index > 400: return nil
            default: break
            }
        }
        if commas == 0, points <= 1 { return nil }
        if commas == 1, points == 0 {
            self.init(cell, withComma: lastComma)
        } else if commas == 0 || commas == 1 && lastComma > lastPoint {
            self.init(
                cell, grouping: UInt8(ascii: "."), mark: UInt8(ascii: ","),
                style: commas == 1 ? [.pointGroups, .comma] : .pointGroups)
        } else {
            self.init(
                cell, grouping: UInt8(ascii: ","), mark: UInt8(ascii: "."),
                style: points == 1 ? [.commaGroups, .point] : .commaGroups)
        }
    }

    /// What the point of a number that has no comma tells, if there is one.
    private static func pointStyle(_ cell: Span<UInt8>) -> Style {
        for index in cell.indices where cell[index] == UInt8(ascii: ".") {
            let isGrouped =
                CellNumber(
                    cell, grouping: UInt8(ascii: "."), mark: UInt8(ascii: ","), style: []) != nil
            return isGrouped ? .ambiguousPoint : .point
        }
        return []
    }

    private init(value: Double, style: Style = []) {
        self.value = value
        self.style = style
    }

    /// One comma and no point: `1,5` or `1,234`.
    private init?(_ cell: Span<UInt8>, withComma comma: Int) {
        if let whole = CellNumber(
            cell, grouping: UInt8(ascii: ","), mark: UInt8(ascii: "."), style: .ambiguousComma)
        {
            self = whole
            return
        }
        var english: [UInt8] = []
        for index in cell.indices {
            english.append(index == comma ? UInt8(ascii: ".") : cell[index])
        }
        guard let value = Double(decimal: english.span) else { return nil }
        self.init(value: value, style: .comma)
    }

    /// Groups of three digits, the first of one to three, then a fraction or nothing.
    private init?(_ cell: Span<UInt8>, grouping: UInt8, mark: UInt8, style: Style) {
        var english: [UInt8] = []
        var place = 0
        if cell[0] == UInt8(ascii: "-") || cell[0] == UInt8(ascii: "+") {
            english.append(cell[0])
            place = 1
        }
        var isFirst = true
        while true {
            let start = place
            while place < cell.count, 0x30...0x39 ~= cell[place] {
                english.append(cell[place])
                place += 1
            }
            let count = place - start
            guard isFirst ? 1...3 ~= count && cell[start] != 0x30 : count == 3 else { return nil }
            guard place < cell.count, cell[place] == grouping else { break }
            place += 1
            isFirst = false
        }
        if place < cell.count, cell[place] == mark {
            english.append(UInt8(ascii: "."))
            place += 1
            while place < cell.count, 0x30...0x39 ~= cell[place] {
                english.append(cell[place])
                place += 1
            }
        }
        guard place == cell.count, let value = Double(decimal: english.span) else { return nil }
        self.init(value: value, style: style)
    }

    /// What `true` and `false` are where numbers are asked for: 1 and 0.
    static func truth(_ cell: Span<UInt8>) -> Double? {
        if cell.count == 4, spells(cell, "true") { return 1 }
        if cell.count == 5, spells(cell, "false") { return 0 }
        return nil
    }

    /// Whether a whole number begins with a needless zero, as what is a name does: `00123`, `007`.
    static func looksLikeName(_ cell: Span<UInt8>) -> Bool {
        guard cell.count > 1, cell[0] == UInt8(ascii: "0") else { return false }
        for index in cell.indices where !(0x30...0x39 ~= cell[index]) { return false }
        return true
    }
}
