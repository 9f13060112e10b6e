internal import Scenes

/// A font file of some glyphs (Adobe Technical Note 5176, The Compact Font Format), as PDF wants it for
/// fonts whose glyphs are called by number.
struct CompactFont {
    private let name: String
    private let box: [Int]
    private let charStrings: [[UInt8]]
    /// The width that most glyphs have: digits, as a rule.
    private let usualWidth: Int

    /// Outlines are in thousandths of the em, y downwards; `box` is left, bottom, right and top of all
    /// of them, y upwards. The first glyph stands for those that are missing.
    init(name: String, box: [Int], glyphs: [(outline: Path, width: Int)]) {
        self.name = name
        self.box = box
        let usual = Self.commonest(of: glyphs.map { $0.width })
        usualWidth = usual
        charStrings = glyphs.map { glyph in
            CharString(glyph.outline, width: glyph.width == usual ? nil : glyph.width).bytes
        }
    }

    private static func commonest(of numbers: [Int]) -> Int {
        var (best, count) = (0, 0)
        var start = 0
        let sorted = numbers.sorted()
        for index in sorted.indices
        where index + 1 == sorted.count || sorted[index + 1] != sorted[index] {
            if index + 1 - start > count { (best, count) = (sorted[index], index + 1 - start) }
            start = index + 1
        }
        return best
    }

    /// The file. Its parts name each other by offsets, which all have the same length, so that the
    /// lengths of the parts before do not depend on them.
    var bytes: [UInt8] {
        let header: [UInt8] = [1, 0, 4, 4]
        let names = Self.index(of: [Array(name.utf8)])
        let strings = Self.index(of: [Array("Adobe".utf8), Array("Identity".utf8)])
        let subroutines = Self.index(of: [])
        let programs = Self.index(of: charStrings)
        let privates = Self.entry([usualWidth], .usualWidth)

        let length = Self.index(of: [head(charset: 0, select: 0, programs: 0, fonts: 0)]).count
        let charset = header.count + names.count + length + strings.count + subroutines.count
        let select = charset + self.charset.count
        let programsStart = select + self.select.count
        let fontsStart = programsStart + programs.count
        func fonts(_ offset: Int) -> [UInt8] {
            let font = Self.number(privates.count) + Self.offset(offset) + Operator.privates.bytes
            return Self.index(of: [font])
        }
        let privatesStart = fontsStart + fonts(0).count
        let top = head(
            charset: charset, select: select, programs: programsStart, fonts: fontsStart)
        return header + names + Self.index(of: [top]) + strings + subroutines + self.charset
            + self.select + programs + fonts(privatesStart) + privates
    }

    // MARK: Parts

    /// The top dictionary. What makes the font one of numbers comes first, as it must.
    private func head(charset: Int, select: Int, programs: Int, fonts: Int) -> [UInt8] {
        // The file's own strings follow upon the 391 that all fonts know.
        var head = Self.entry([391, 392, 0], .registry)
        head += Self.entry(box, .box)
        head += Self.entry([charStrings.count], .count)
        for (offset, name) in [
            (charset, Operator.charset), (select, .select), (programs, .programs), (fonts, .fonts),
        ] {
            head += Self.offset(offset) + name.bytes
        }
        return head
    }

    /// Glyph by glyph, its number for the document: its place, in one range from 1 on.
    private var charset: [UInt8] { [2, 0, 1] + Self.wide(max(charStrings.count - 2, 0)) }

    /// Glyph by glyph, the font it is in: one range of the only one.
    private var select: [UInt8] { [3, 0, 1, 0, 0, 0] + Self.wide(charStrings.count) }

    private enum Operator: UInt16 {
        case box = 5
        case charset = 15
        case programs = 17
        case privates = 18
        case usualWidth = 20
        case registry = 0x0C1E
        case count = 0x0C22
        case fonts = 0x0C24
        case select = 0x0C25

        var bytes: [UInt8] {
            rawValue < 256
                ? [UInt8(rawValue)]
                : [UInt8(rawValue >> 8), UInt8(truncatingIfNeeded: rawValue)]
        }
    }

    private static func entry(_ operands: [Int], _ name: Operator) -> [UInt8] {
        operands.flatMap { number($0) } + name.bytes
    }

    /// Dictionaries write numbers as charstrings do, as far as ours are concerned.
    private static func number(_ number: Int) -> [UInt8] {
        guard Int(Int16.min)...Int(Int16.max) ~= number else { return offset(number) }
        var bytes: [UInt8] = []
        CharString.append(number, to: &bytes)
        return bytes
    }

    /// A number in the longest form, five bytes whatever it is.
    private static func offset(_ number: Int) -> [UInt8] {
        [29] + wide(number >> 16) + wide(number)
    }

    private static func wide(_ number: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }

    private static func index(of items: [[UInt8]]) -> [UInt8] {
        guard !items.isEmpty else { return [0, 0] }
        let total = items.reduce(1) { $0 + $1.count }
        let width = total < 1 << 8 ? 1 : total < 1 << 16 ? 2 : total < 1 << 24 ? 3 : 4
        var index = wide(items.count) + [UInt8(width)]
        index.reserveCapacity(total + (items.count + 1) * width + 3)
        var offset = 1
        func append(_ offset: Int) {
            for byte in (0..<width).reversed() {
                index.append(UInt8(truncatingIfNeeded: offset >> (8 * byte)))
            }
        }
        append(offset)
        for item in items {
            offset += item.count
            append(offset)
        }
        for item in items { index += item }
        return index
    }
}
