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

    /// A scanned glyph; places count from the pixel of its pen.
    struct Stamp {
        fileprivate var box: Box
        fileprivate var rows: Range<Int>
    }

    /// The runs of one row of a stamp.
    private struct Row {
        var y: Int32
        var runs: Range<Int32>
    }

    private var rows: [Row] = []
    private var runs: [Run] = []
    private var entries: [(key: Key, stamp: Stamp)] = []
    /// By hash, the number of an entry or -1; a collision goes to the next free slot.
    private var slots = [Int16](repeating: -1, count: Self.slotCount)

    private static let slotCount = 512
    /// So that most slots are free. A chart has no more; if one does, all are made anew.
    private static let capacity = 256

    func stamp(for key: Key) -> Stamp? {
        let entry = slots[slot(of: key)]
        return entry < 0 ? nil : entries[Int(entry)].stamp
    }

    /// Keeps what the scanner finds, whose pen has stood in the pixel at 0, 0.
    mutating func add(_ key: Key, from scanner: inout Scanner) -> Stamp {
        if entries.count == Self.capacity { self = Stamps() }
        let first = rows.count
        while scanner.next() {
            let start = Int32(runs.count)
            runs += scanner.runs[..<scanner.runCount]
            rows.append(Row(y: Int32(scanner.row), runs: start..<Int32(runs.count)))
        }
        let stamp = Stamp(box: scanner.box, rows: first..<rows.count)
        slots[slot(of: key)] = Int16(entries.count)
        entries.append((key, stamp))
        return stamp
    }

    /// Paints what of the stamp lies in `clip`, its pen in the pixel at `x`, `y`.
    func paint(_ stamp: Stamp, at x: Int, _ y: Int, in clip: Box, onto canvas: inout Canvas) {
        let isWhole = clip.contains(stamp.box.moved(right: x, down: y))
        for row in rows[stamp.rows] where clip.rows ~= y + Int(row.y) {
            let runs = runs.span.extracting(Int(row.runs.lowerBound)..<Int(row.runs.upperBound))
            if isWhole {
                canvas.paint(runs, onto: y + Int(row.y), movedRight: x)
            } else {
                let seen = clip.seen(of: runs, movedRight: x)
                canvas.paint(seen.span, onto: y + Int(row.y))
            }
        }
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

extension Box {
    /// The runs of a row, moved, as far as they lie in the columns of this.
    fileprivate func seen(of runs: Span<Run>, movedRight: Int) -> [Run] {
        var seen: [Run] = []
        for index in runs.indices {
            let start = Int(runs[index].x) + movedRight
            let columns = (start..<start + Int(runs[index].count)).clamped(to: columns)
            guard !columns.isEmpty else { continue }
            seen.append(
                Run(
                    x: Int32(columns.lowerBound), count: Int32(columns.count),
                    coverage: runs[index].coverage))
        }
        return seen
    }
}
