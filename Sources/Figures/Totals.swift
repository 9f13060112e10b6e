/// What the parts of a stack come to together.
enum Totals {
    static func compare(_ words: [Words], _ voices: Voices, isAll: Bool) -> [String] {
        guard let first = words.first, words.count > 1,
            words.allSatisfy({ $0.xs == first.xs && $0.ys.count == first.ys.count })
        else { return [] }
        var totals = first.ys.map { _ in Double.nan }
        for one in words {
            for (index, y) in one.ys.enumerated() where y.isFinite {
                totals[index] = totals[index].isFinite ? totals[index] + y : y
            }
        }
        var voices = voices
        voices.subject = "The total"
        voices.members = 1
        voices.x = voices.x.tuned(to: first.xs)
        var sentences: [String] = []
        if voices.x.isBanded, first.isDiscrete {
            let listing = Listing(totals, at: first.xs, by: voices)
            if listing.isShort, !listing.pairs.isEmpty {
                sentences.append("Totals: " + listing.list + ".")
            }
            if let extremes = listing.extremes(leaders: 1, withValues: !listing.isShort) {
                sentences.append((listing.isShort ? "" : "Of the totals, ") + extremes + ".")
            }
        } else {
            let course = Course(of: totals, at: first.xs, by: voices)
            sentences.append(course.sentence(of: totals, at: first.xs, by: voices))
        }
        return sentences + (largest(of: words, voices).map { [$0] } ?? [])
    }

    /// Which of the parts makes up most of the whole; nil where parts lie below zero.
    private static func largest(of words: [Words], _ voices: Voices) -> String? {
        var sums: [Double] = []
        for one in words {
            var sum = 0.0
            for y in one.ys where y.isFinite {
                guard y >= 0 else { return nil }
                sum += y
            }
            sums.append(sum)
        }
        let total = sums.reduce(0, +)
        guard let most = sums.max(), let index = sums.firstIndex(of: most), total > 0,
            total.isFinite, sums.count(where: { $0 == most }) == 1
        else { return nil }
        let share = SpokenDigits(span: 100, isGrouped: true).text((most / total * 100).rounded())
        return Ranking.subject(words[index], index + 1, voices) + " is the largest part with "
            + share + "% of all."
    }
}
