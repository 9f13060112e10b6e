internal import Scenes

/// The outlines made so far, so that each glyph of a chart is loaded once.
///
/// A hash table with open addressing. When it is full it forgets everything: a process that lives
/// long meets any number of sizes.
struct Outlines {
    struct Key: Equatable {
        var face: Font.Face
        var glyph: UInt32
        var size: Double
        var hinted: Bool

        fileprivate var hash: UInt64 {
            let parts =
                size.bitPattern ^ UInt64(glyph) << 3 ^ UInt64(face.rawValue)
                ^ (hinted ? 1 << 40 : 0)
            // Fibonacci hashing: the product's upper bits depend on all of the factor's.
            return (parts &* 0x9E37_79B9_7F4A_7C15) >> 32
        }
    }

    private struct Entry {
        var key: Key
        var path: Path
    }

    private static let limit = 4096
    private static let free: Int32 = -1
    private var entries: [Entry] = []
    /// Where in `entries` a key's path is. At least half of the slots are free.
    private var slots = Array(repeating: free, count: 256)

    subscript(key: Key) -> Path? {
        let index = slots[slot(of: key)]
        return index == Self.free ? nil : entries[Int(index)].path
    }

    /// Adds the path of a key that is not here yet.
    mutating func insert(_ path: Path, for key: Key) {
        if entries.count == Self.limit { self = Outlines() }
        if entries.count >= slots.count / 2 { grow() }
        slots[slot(of: key)] = Int32(entries.count)
        entries.append(Entry(key: key, path: path))
    }

    /// Where the key is, or the free slot where it belongs.
    private func slot(of key: Key) -> Int {
        let mask = slots.count - 1
        var slot = Int(key.hash) & mask
        while slots[slot] != Self.free, entries[Int(slots[slot])].key != key {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: Self.free, count: 2 * slots.count)
        for (index, entry) in entries.enumerated() { slots[slot(of: entry.key)] = Int32(index) }
    }
}
