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
                size.bitPattern ^ UInt64(glyph) << 3 ^ UInt64(face.rawValue) ^ (hinted ? 1 << 40 : 0)
            // Fibonacci hashing: the product's upper bits depend on all of the factor's.
            return (parts &* 0x9E37_79B9_7F4A_7C15) >> 32
        }
    }

    private static let limit = 4096
    private var entries: [(key: Key, path: Path)?] = Array(repeating: nil, count: 256)
    private var count = 0

    subscript(key: Key) -> Path? { entries[slot(of: key)]?.path }

    mutating func insert(_ path: Path, for key: Key) {
        if count >= Self.limit { self = Outlines() }
        if count >= entries.count / 2 { grow() }
        entries[slot(of: key)] = (key, path)
        count += 1
    }

    /// Where the key is, or where it belongs. The table is never full, so there is always one.
    private func slot(of key: Key) -> Int {
        let mask = entries.count - 1
        var slot = Int(key.hash) & mask
        while let entry = entries[slot], entry.key != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: nil, count: 2 * old.count)
        for case let entry? in old { entries[slot(of: entry.key)] = entry }
    }
}
