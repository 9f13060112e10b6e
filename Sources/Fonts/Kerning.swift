/// How much closer together, or farther apart, two glyphs stand than their advances say.
///
/// Reads the feature `kern` of the font's GPOS table, for the Latin script or else for any. FreeType
/// reads only the older `kern` table, which Inter has not.
/// https://learn.microsoft.com/typography/opentype/spec/gpos
struct Kerning {
    private let file: FontFile
    private var tables: [PairTable] = []
    /// The pairs asked for last. Labels repeat theirs, digits above all.
    private var known = Array(repeating: Pair(glyphs: 0, distance: 0), count: 256)

    private struct PairTable {
        var offset: Int
        /// Lookups add up; in each, the first table that knows the pair decides.
        var lookup: Int
    }

    private struct Pair {
        var glyphs: UInt32
        var distance: Int32
    }

    init(in file: FontFile) {
        self.file = file
        guard let table = file.table(.gpos) else { return }
        for lookup in lookupsOfKern(table) { addPairTables(ofLookup: lookup) }
    }

    /// In font units; negative, closer together.
    mutating func distance(from left: UInt32, to right: UInt32) -> Int {
        let glyphs = left << 16 | right & 0xFFFF
        let slot = Int((glyphs &* 0x9E37_79B1) >> 24)
        if known[slot].glyphs != glyphs {
            let distance = search(Int(left), Int(right))
            known[slot] = Pair(glyphs: glyphs, distance: Int32(distance))
        }
        return Int(known[slot].distance)
    }

    private func search(_ left: Int, _ right: Int) -> Int {
        var sum = 0
        var decided: Int?
        for table in tables where table.lookup != decided {
            guard let distance = distance(from: left, to: right, inPairTable: table.offset) else {
                continue
            }
            sum += distance
            decided = table.lookup
        }
        return sum
    }
}

// MARK: - From the table's head to its pair tables

extension Kerning {
    private func lookupsOfKern(_ table: Int) -> [Int] {
        let features = table + file.unsigned16(at: table + 6)
        let lookupList = table + file.unsigned16(at: table + 8)
        guard let language = defaultLanguage(table + file.unsigned16(at: table + 4)) else {
            return []
        }
        var lookups: [Int] = []
        for index in 0..<file.unsigned16(at: language + 4) {
            let record = features + 2 + 6 * file.unsigned16(at: language + 6 + 2 * index)
            guard file.unsigned32(at: record) == Tag.kern.rawValue else { continue }
            let feature = features + file.unsigned16(at: record + 4)
            for index in 0..<file.unsigned16(at: feature + 2) {
                let number = file.unsigned16(at: feature + 4 + 2 * index)
                lookups.append(lookupList + file.unsigned16(at: lookupList + 2 + 2 * number))
            }
        }
        return lookups
    }

    /// The features of Latin, or of scripts without features of their own, in no special language.
    private func defaultLanguage(_ scripts: Int) -> Int? {
        for tag in [Tag.latn, .dflt] {
            for index in 0..<file.unsigned16(at: scripts) {
                let record = scripts + 2 + 6 * index
                guard file.unsigned32(at: record) == tag.rawValue else { continue }
                let script = scripts + file.unsigned16(at: record + 4)
                let language = file.unsigned16(at: script)
                if language != 0 { return script + language }
            }
        }
        return nil
    }

    private mutating func addPairTables(ofLookup lookup: Int) {
        for index in 0..<file.unsigned16(at: lookup + 4) {
            var kind = file.unsigned16(at: lookup)
            var table = lookup + file.unsigned16(at: lookup + 6 + 2 * index)
            if kind == 9 {
                // An extension: the real table lies farther away than 16 bits reach.
                kind = file.unsigned16(at: table + 2)
                table += file.unsigned32(at: table + 4)
            }
            if kind == 2 { tables.append(PairTable(offset: table, lookup: lookup)) }
        }
    }
}

// MARK: - In a pair table

extension Kerning {
    private func distance(from left: Int, to right: Int, inPairTable table: Int) -> Int? {
        guard let covered = index(of: left, inCoverage: table + file.unsigned16(at: table + 2))
        else { return nil }
        switch file.unsigned16(at: table) {
        case 1: return distance(inPairSet: covered, to: right, of: table)
        case 2: return distance(betweenClassesOf: left, right, in: table)
        default: return nil
        }
    }

    /// Format 1: for each first glyph, a list of second ones.
    private func distance(inPairSet number: Int, to right: Int, of table: Int) -> Int? {
        guard number < file.unsigned16(at: table + 8) else { return nil }
        let set = table + file.unsigned16(at: table + 10 + 2 * number)
        let stride = 2 + valueSize(table)
        let count = file.unsigned16(at: set)
        guard let index = last(of: count, each: stride, at: set + 2, notAbove: right) else {
            return nil
        }
        let record = set + 2 + stride * index
        return file.unsigned16(at: record) == right ? advance(at: record + 2, of: table) : nil
    }

    /// Format 2: a matrix of classes. It knows every pair whose first glyph it covers.
    private func distance(betweenClassesOf left: Int, _ right: Int, in table: Int) -> Int? {
        let row = classNumber(of: left, in: table + file.unsigned16(at: table + 8))
        let column = classNumber(of: right, in: table + file.unsigned16(at: table + 10))
        let columns = file.unsigned16(at: table + 14)
        guard row < file.unsigned16(at: table + 12), column < columns else { return nil }
        return advance(at: table + 16 + valueSize(table) * (row * columns + column), of: table)
    }

    /// The size of the two values, of the first glyph and of the second, that each pair has.
    private func valueSize(_ table: Int) -> Int {
        let formats = file.unsigned32(at: table + 4)
        return 2 * formats.nonzeroBitCount
    }

    /// The part of the first glyph's value that moves the second one.
    private func advance(at value: Int, of table: Int) -> Int {
        let format = file.unsigned16(at: table + 4)
        guard format & 4 != 0 else { return 0 }
        return file.signed16(at: value + 2 * (format & 3).nonzeroBitCount)
    }

    private func index(of glyph: Int, inCoverage coverage: Int) -> Int? {
        let isRanges = file.unsigned16(at: coverage) == 2
        let (start, count) = (coverage + 4, file.unsigned16(at: coverage + 2))
        let stride = isRanges ? 6 : 2
        guard let index = last(of: count, each: stride, at: start, notAbove: glyph) else {
            return nil
        }
        let record = start + stride * index
        let first = file.unsigned16(at: record)
        guard isRanges else { return first == glyph ? index : nil }
        guard glyph <= file.unsigned16(at: record + 2) else { return nil }
        return file.unsigned16(at: record + 4) + glyph - first
    }

    /// Glyphs that no class names are of class 0.
    private func classNumber(of glyph: Int, in classes: Int) -> Int {
        if file.unsigned16(at: classes) == 1 {
            let index = glyph - file.unsigned16(at: classes + 2)
            guard 0..<file.unsigned16(at: classes + 4) ~= index else { return 0 }
            return file.unsigned16(at: classes + 6 + 2 * index)
        }
        let (start, count) = (classes + 4, file.unsigned16(at: classes + 2))
        guard let index = last(of: count, each: 6, at: start, notAbove: glyph) else { return 0 }
        let record = start + 6 * index
        return glyph <= file.unsigned16(at: record + 2) ? file.unsigned16(at: record + 4) : 0
    }

    /// Of records that begin with a glyph number, in ascending order, the last that is not above
    /// `glyph`.
    private func last(of count: Int, each stride: Int, at start: Int, notAbove glyph: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if file.unsigned16(at: start + stride * middle) <= glyph {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low == 0 ? nil : low - 1
    }
}
