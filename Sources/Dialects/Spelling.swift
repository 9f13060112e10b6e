/// Finds what somebody may have meant.
package enum Spelling {
    /// The one of `names` that `word` is the beginning of, or else that takes the fewest changes of a
    /// letter to become `word`, or that has it within; nil where none is near.
    package static func nearest(to word: String, among names: [String]) -> String? {
        let letters = Array(word.utf8.prefix(40))
        guard !letters.isEmpty else { return nil }
        let longer = names.filter { name in
            name.utf8.count >= letters.count
                && zip(name.utf8, letters).allSatisfy { folded($0) == folded($1) }
        }
        if let shortest = longer.min(by: { $0.utf8.count < $1.utf8.count }) { return shortest }
        var best: String?
        // More changes than these make another word of it.
        var least = min(letters.count / 2, 3) + 1
        for name in names {
            let distance = distance(from: letters, to: Array(name.utf8))
            if distance < least { (best, least) = (name, distance) }
        }
        return best ?? names.first { isWithin($0, letters) }
    }

    /// Whether one of the two stands within the other, and is long enough to mean something.
    private static func isWithin(_ name: String, _ word: [UInt8]) -> Bool {
        let name = Array(name.utf8.prefix(200))
        let (long, short) = name.count > word.count ? (name, word) : (word, name)
        guard short.count > 2 else { return false }
        return (0...(long.count - short.count)).contains { start in
            zip(long[start...], short).allSatisfy { folded($0) == folded($1) }
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte | 32 : byte }

    /// Letters changed, added, dropped, or exchanged with their neighbour (Damerau, 1964; Levenshtein, 1966).
    package static func distance(from a: [UInt8], to b: [UInt8]) -> Int {
        var beforeLast = Array(repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
