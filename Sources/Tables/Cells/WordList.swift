/// Texts without repetitions, numbered in the order in which they came.
struct WordList {
    /// The texts, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    /// Numbers of texts, counted from 1, each at the first free place from the one its hash names.
    private var table: [Int32] = []
    /// Nobody outside knows it, so nobody can choose texts that all want the same place.
    private let seed: (UInt64, UInt64)

    init() {
        var random = SystemRandomNumberGenerator()
        seed = (random.next() | 1, random.next() | 1)
    }

    /// The number of the text that `word` becomes.
    mutating func code(of word: Span<UInt8>) -> Int32 {
        let hash = hash(of: word)
        if let code = code(of: word, hash) { return code }
        // Bytes that are no text are told apart by what they become.
        if let mended = CellText.mended(word) {
            let hash = self.hash(of: mended.span)
            return code(of: mended.span, hash) ?? add(mended.span, hash)
        }
        return add(word, hash)
    }

    var texts: [String] {
        var start = 0
        var texts: [String] = []
        texts.reserveCapacity(ends.count)
        for end in ends {
            texts.append(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        return texts
    }

    private func code(of word: Span<UInt8>, _ hash: UInt64) -> Int32? {
        guard !table.isEmpty else { return nil }
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while table[place] != 0 {
            let code = Int(table[place]) - 1
            if hashes[code] == hash, isEqual(word, code) { return Int32(code) }
            place = (place + 1) & mask
        }
        return nil
    }

    var count: Int { ends.count }

    /// Whether `word` is the text with this number.
    func isEqual(_ word: Span<UInt8>, _ code: Int) -> Bool {
        guard ends.indices ~= code else { return false }
        let start = code == 0 ? 0 : ends[code - 1]
        guard ends[code] - start == word.count else { return false }
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }

    private mutating func add(_ word: Span<UInt8>, _ hash: UInt64) -> Int32 {
        for index in word.indices { bytes.append(word[index]) }
        ends.append(bytes.count)
        hashes.append(hash)
        if ends.count * 2 > table.count { grow() } else { enter(ends.count, hash) }
        return Int32(ends.count - 1)
    }

    private mutating func grow() {
        table = [Int32](repeating: 0, count: max(16, table.count * 2))
        for (index, hash) in hashes.enumerated() { enter(index + 1, hash) }
    }

    private mutating func enter(_ number: Int, _ hash: UInt64) {
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while table[place] != 0 { place = (place + 1) & mask }
        table[place] = Int32(number)
    }

    /// Each eight bytes are folded in by a product of twice the width, as in wyhash (Wang Yi, 2019).
    private func hash(of word: Span<UInt8>) -> UInt64 {
        var hash = seed.0 ^ UInt64(word.count)
        var place = 0
        while place < word.count {
            var eight: UInt64 = 0
            let end = min(place + 8, word.count)
            while place < end {
                eight = eight << 8 | UInt64(word[place])
                place += 1
            }
            let (high, low) = (hash ^ eight).multipliedFullWidth(by: seed.1)
            hash = high ^ low ^ seed.0
        }
        return hash ^ hash >> 29
    }
}
