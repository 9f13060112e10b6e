/// Values that stand for themselves, each with its name: what is said of bars, and of the totals of a
/// stack of them.
struct Listing {
    /// Those that are numbers, as they lie along the axis.
    let pairs: [(x: Double, y: Double)]
    private let voices: Voices

    /// More values than these, of all series together, are not told one by one.
    private static let most = 16
    private static let mostOfOne = 8

    init(_ ys: [Double], at xs: [Double], by voices: Voices) {
        var pairs: [(x: Double, y: Double)] = []
        var isSorted = true
        for index in 0..<min(xs.count, ys.count) where xs[index].isFinite && ys[index].isFinite {
            guard !voices.x.leavesOut(xs[index]) else { continue }
            if let last = pairs.last, last.x > xs[index] { isSorted = false }
            pairs.append((xs[index], ys[index]))
        }
        if !isSorted { pairs.sort { $0.x < $1.x } }
        self.pairs = pairs
        self.voices = voices
    }

    /// Whether there are few enough to tell each.
    var isShort: Bool {
        pairs.count * voices.members <= Self.most && pairs.count <= Self.mostOfOne
    }

    /// Whether it has a value for each name of the axis, and others like it, so that the names are said
    /// once for all of them.
    var isOfMany: Bool {
        guard voices.members > 1, case .bands(let names) = voices.x.axis.kind else { return false }
        return pairs.count == names.count
            && pairs.enumerated().allSatisfy { $1.x == Double($0) }
    }

    /// `Mon 12, Tue 19 and Wed 3`, or the numbers alone.
    var list: String {
        let isBare = isOfMany || voices.x.isNumbering
        let names = isBare ? [] : pairs.map { voices.x.text($0.x) }
        // Two numbers in a row would be taken for one.
        let gap = names.contains { $0.endsInDigit } ? ": " : " "
        return English.list(
            pairs.enumerated().map { index, pair in
                let value = voices.y.text(pair.y)
                return index < names.count ? names[index] + gap + value : value
            })
    }

    /// `Tue is highest with 19, Wed lowest with 3`; nil where that says nothing.
    func extremes(leaders: Int, withValues: Bool) -> String? {
        guard pairs.count > 2, let low = pairs.map({ $0.y }).min(),
            let high = pairs.map({ $0.y }).max(), low < high
        else { return nil }
        let lowest = bars(at: low)
        let bottom =
            lowest.text + (withValues ? " lowest with " + voices.y.text(low) : " lowest")
        let highest = bars(at: high)
        let verb = highest.isOne ? " is highest" : " are highest"
        // A name keeps the letters that its author gave it.
        let head = voices.x.isNumbering || !highest.isName ? highest.text.capitalized : highest.text
        let top = head + verb + (withValues ? " with " + voices.y.text(high) : "")
        guard leaders > 1, highest.isOne else { return top + ", " + bottom }
        let order = pairs.indices.sorted { (-pairs[$0].y, $0) < (-pairs[$1].y, $1) }
        let next = order.dropFirst().prefix(leaders - 1).map {
            name(pairs[$0].x) + " with " + voices.y.text(pairs[$0].y)
        }
        return top + ", followed by " + English.list(Array(next)) + "; "
            + lowest.text + (lowest.isOne ? " is" : " are") + " lowest with "
            + voices.y.text(low)
    }

    /// The bars of a height, or how many they are.
    private func bars(at value: Double) -> (text: String, isOne: Bool, isName: Bool) {
        let equal = pairs.filter { $0.y == value }
        guard equal.count <= 3 else {
            return (English.number(equal.count) + " of them", false, false)
        }
        return (English.list(equal.map { name($0.x) }), equal.count == 1, true)
    }

    private func name(_ x: Double) -> String {
        voices.x.isNumbering ? "the " + voices.x.ordinal(x) : voices.x.text(x)
    }

    /// `8 are above zero and 4 below`; nil where all are on one side.
    var sides: String? {
        let below = pairs.count { $0.y < 0 }
        let above = pairs.count { $0.y > 0 }
        guard above > 0, below > 0 else { return nil }
        return English.count(above, "is", "are") + " above zero and " + English.number(below)
            + " below"
    }
}

extension String {
    fileprivate var endsInDigit: Bool { utf8.last.map { 48...57 ~= $0 } ?? false }
}
