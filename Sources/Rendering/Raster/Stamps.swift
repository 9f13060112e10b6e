internal import Scenes

/// Glyphs that have been scanned once, to be painted again without: the digits along an axis.
struct Stamps {
    struct Key: Equatable {
        var face: Font.Face
        var glyph: UInt32
        /// In pixels an em.
        var size: Double
        /// Where between two pixels the pen stands, in quarters.
        var phase: UInt8
        /// Quarter turns, clockwise.
        var turn: UInt8

        fileprivate var hash: Int {
            let place = UInt32(phase) << 2 | UInt32(turn) | UInt32(face.rawValue) << 4
            let mixed = (glyph &* 0x9E37_79B1) ^ (place &* 0x85EB_CA6B)
            let sized = mixed ^ UInt32(truncatingIfNeeded: size.bitPattern >> 32) &* 0xC2B2_AE35
            return Int(sized >> 16)
        }
    }

    private var sheet = StampSheet()
    private var entries: [(key: Key, stamp: StampSheet.Stamp)] = []
    /// By hash, the number of an entry or -1; a collision goes to the next free slot.
    private var slots = [Int16](repeating: -1, count: Self.slotCount)

    private static let slotCount = 512
    /// So that most slots are free. A chart has no more; if one does, all are made anew.
    private static let capacity = 256

    func stamp(for key: Key) -> StampSheet.Stamp? {
        let entry = slots[slot(of: key)]
        return entry < 0 ? nil : entries[Int(entry)].stamp
    }

    /// Keeps what the scanner finds, whose pen has stood in the pixel at 0, 0.
    mutating func add(_ key: Key, from scanner: inout Scanner) -> StampSheet.Stamp {
        if entries.count == Self.capacity { self = Stamps() }
        let stamp = sheet.add(from: &scanner)
        slots[slot(of: key)] = Int16(entries.count)
        entries.append((key, stamp))
        return stamp
    }

    /// Paints what of the stamp lies in `clip`, its pen in the pixel at `x`, `y`.
    func paint(
        _ stamp: StampSheet.Stamp, at x: Int, _ y: Int, in clip: Box, onto canvas: inout Canvas
    ) {
        sheet.paint(stamp, at: x, y, in: clip, onto: &canvas)
    }

    /// The slot that holds `key`, or the one in which it belongs.
    private func slot(of key: Key) -> Int {
        var slot = key.hash % Self.slotCount
        while slots[slot] >= 0, entries[Int(slots[slot])].key != key {
            slot = (slot + 1) % Self.slotCount
        }
        return slot
    }
}
