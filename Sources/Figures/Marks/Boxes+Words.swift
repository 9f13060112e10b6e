extension Boxes {
    package var kind: ChartKind { .boxes }

    package func words(_ voices: Voices) -> Words {
        var words = Words(kind, name.spoken(upTo: 60), voices)
        guard let least = sorted.first, let most = sorted.last else {
            words.sentences = [voices.subject + " has no values."]
            return words
        }
        words.tellsPlaces = true
        words.middle = median
        let y = voices.y
        guard sorted.count > 1 else {
            words.sentences = [voices.subject + ": one value, " + y.text(least) + "."]
            return words
        }
        var text = voices.subject + ": median " + y.text(median)
        text += ", middle half from " + y.text(lowerQuartile) + " to " + y.text(upperQuartile)
        let outliers = outliers
        let (low, high) = outliers.isEmpty ? (least, most) : whiskers
        text += ", range " + y.text(low) + " to " + y.text(high)
        switch outliers.count {
        case 0: break
        case 1...3:
            let noun = outliers.count == 1 ? "an outlier" : "outliers"
            text += ", " + noun + " at " + English.list(outliers.map { y.text($0) })
        default:
            text +=
                ", \(English.number(outliers.count)) outliers between " + y.text(outliers[0])
                + " and " + y.text(outliers[outliers.count - 1])
        }
        words.sentences = [text + "."]
        return words
    }
}

extension ChartKind {
    static let boxes = ChartKind(
        "Box plot", "a box", "boxes", member: "group", compare: Boxes.compare)
}

extension Boxes {
    fileprivate static func compare(_ words: [Words], _ voices: Voices, isAll: Bool) -> [String] {
        let medians = words.enumerated().compactMap { index, one in
            one.middle.map { (Ranking.subject(one, index + 1, voices), $0) }
        }
        let order = medians.indices.sorted { (medians[$0].1, $1) > (medians[$1].1, $0) }
        guard let top = order.first, let bottom = order.last, medians.count > 1,
            medians[top].1 > medians[bottom].1
        else { return [] }
        return [
            "The median is highest for " + medians[top].0 + " with "
                + voices.y.text(medians[top].1) + ", lowest for " + medians[bottom].0 + " with "
                + voices.y.text(medians[bottom].1) + "."
        ]
    }
}
