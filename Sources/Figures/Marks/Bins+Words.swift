extension Bins {
    package var kind: ChartKind { .histogram }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        words.tellsPlaces = true
        let total = counts.reduce(0, +)
        let head = name.isEmpty && voices.members == 1 ? "" : voices.subject + ": "
        guard total > 0, let first = counts.firstIndex(where: { $0 > 0 }),
            let last = counts.lastIndex(where: { $0 > 0 }), let most = counts.max(),
            let fullest = counts.firstIndex(of: most)
        else {
            words.sentences = [head.isEmpty ? "It has no values." : head + "no values."]
            return words
        }
        let number = SpokenDigits(span: 0, isGrouped: true)
        let ways = total == 1 ? " value" : " values"
        words.sentences.append(
            head + number.text(total) + ways + " " + interval(first, last, voices) + ", in "
                + English.count(last - first + 1, "bin", "bins") + ".")
        guard counts.count > 1 else { return words }
        let equal = counts.count { $0 == most }
        words.sentences.append(
            equal == 1
                ? "The fullest bin, " + interval(fullest, fullest, voices) + ", holds "
                    + number.text(most) + "."
                : English.number(equal) + " bins are the fullest with " + number.text(most)
                    + " each.")
        if total >= 4 {
            words.sentences.append(
                "About half of all lie between " + voices.x.text(quantile(0.25, of: total))
                    + " and " + voices.x.text(quantile(0.75, of: total)) + ".")
        }
        return words
    }

    /// Whether each bin is that of one whole number.
    private var areNumbers: Bool {
        guard let first = edges.first, let last = edges.last else { return false }
        return last - first == Double(counts.count) && first - first.rounded(.down) == 0.5
    }

    /// `from 10 to 20`, or `at 3`.
    private func interval(_ first: Int, _ last: Int, _ voices: Voices) -> String {
        guard areNumbers else { return voices.x.range(edges[first], edges[last + 1]) }
        let (low, high) = (edges[first] + 0.5, edges[last] + 0.5)
        return low == high ? voices.x.place(low) : voices.x.range(low, high)
    }

    /// About where the part `fraction` of all values ends, as far as the bins tell.
    private func quantile(_ fraction: Double, of total: Double) -> Double {
        var before = 0.0
        for (index, count) in counts.enumerated() where count > 0 {
            if before + count >= fraction * total {
                if areNumbers { return edges[index] + 0.5 }
                let part = (fraction * total - before) / count
                let step = edges[index + 1] - edges[index]
                // No more digits than the bins warrant.
                let place = edges[index] + step * (part * 10).rounded() / 10
                return place
            }
            before += count
        }
        return edges.last ?? .nan
    }
}

extension ChartKind {
    static let histogram = ChartKind("Histogram", "a histogram", "histograms", range: .never)
}
