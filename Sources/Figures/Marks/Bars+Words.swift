extension Bars {
    package var kind: ChartKind {
        bases.isEmpty ? .bars : areShares ? .sharedBars : .stackedBars
    }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        var voices = areShares ? voices.ofShares : voices
        voices.x = voices.x.tuned(to: xs)
        let own = Stack.told(ys, bases, parts, areShares: areShares)
        if voices.x.isBanded {
            let listing = Listing(own, at: xs, by: voices)
            words.sentences = sentences(on: listing, own, voices)
            words.listed = listing.isShort && listing.isOfMany ? listing.pairs.map { $0.x } : []
            words.count = listing.isShort ? nil : listing.pairs.count
        } else {
            words.count = xs.count
            let sorted = Listing(own, at: xs, by: voices).pairs
            let (xs, ys) = (sorted.map { $0.x }, sorted.map { $0.y })
            let course = Course(of: ys, at: xs, by: voices)
            words.sentences = [course.sentence(of: ys, at: xs, by: voices)]
        }
        if !errors.isEmpty { words.sentences.append("The values have error bars.") }
        words.reach = Extent(xs)
        words.isDiscrete = true
        words.isStacked = !bases.isEmpty
        words.tellsPlaces = voices.x.isBanded
        (words.xs, words.ys) = (xs, own)
        return words
    }

    /// Bars by name are compared, not followed: nobody knows whether their order means anything.
    private func sentences(on listing: Listing, _ own: [Double], _ voices: Voices) -> [String] {
        let isAlone = voices.members == 1
        let missing = own.count { !$0.isFinite }
        let lack = English.count(missing, "value is", "values are") + " missing."
        guard !listing.pairs.isEmpty else {
            return [(name.isEmpty && isAlone ? "It" : voices.subject) + " has no values."]
        }
        var sentences: [String] = []
        let head = name.isEmpty && isAlone ? "" : voices.subject + ": "
        if listing.isShort {
            sentences.append((head.isEmpty ? "Values: " : head) + listing.list + ".")
        }
        let isTold = listing.isShort && !isAlone
        if !isTold,
            let extremes = listing.extremes(
                leaders: isAlone && !listing.isShort ? 3 : 1, withValues: !listing.isShort)
        {
            sentences.append((listing.isShort ? "" : head) + extremes + ".")
        } else if !listing.isShort {
            let value = voices.y.text(listing.pairs[0].y)
            sentences.append(
                head + "all " + English.number(listing.pairs.count) + " values are " + value + ".")
        }
        if isAlone, !listing.isShort, let sides = listing.sides { sentences.append(sides + ".") }
        return missing > 0 ? sentences + [lack] : sentences
    }
}

extension ChartKind {
    static let bars = ChartKind("Bar chart", "bars", "bars", range: .never, compare: Ranking.bars)
    static let stackedBars = ChartKind(
        "Stacked bar chart", "stacked bars", "stacked bars", range: .never,
        compare: Totals.compare)
    static let sharedBars = ChartKind(
        "Stacked bar chart in percent of the total", "stacked bars", "stacked bars", range: .never,
        compare: Ranking.bars)
}

extension Voices {
    /// For values that are shares of a whole.
    var ofShares: Voices {
        var voices = self
        voices.y = y.ofShares
        voices.hasRatios = false
        return voices
    }
}
