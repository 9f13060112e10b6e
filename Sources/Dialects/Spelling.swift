/// Finds what somebody may have meant.
package enum Spelling {
    /// The one of `names` that takes the fewest changes of a letter to become `word`.
    package static func nearest(to word: String, among names: [String]) -> String {
        var best = ""
        var least = Int.max
        for name in names {
            let distance = distance(from: Array(word.utf8.prefix(40)), to: Array(name.utf8))
            if distance < least { (best, least) = (name, distance) }
        }
        return best
    }

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
