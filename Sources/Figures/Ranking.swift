/// How several series compare.
enum Ranking {
    /// Which line overtakes which, or which ends highest.
    static func lines(_ words: [Words], _ voices: Voices, isAll: Bool) -> [String] {
        if words.count == 2 {
            return crossing(words[0], words[1], voices).map { [$0] } ?? ends(words, voices, isAll)
        }
        return ends(words, voices, isAll)
    }

    /// Of two series with values at the same places: which lies above the other, and until when.
    private static func crossing(_ a: Words, _ b: Words, _ voices: Voices) -> String? {
        guard a.xs.count > 1, a.xs == b.xs, a.course?.isOrdered == true else { return nil }
        let x = voices.x.tuned(to: a.xs, areSampled: a.count == nil)
        var (above, below, equal, crossings, place) = (0, 0, 0, 0, 0)
        var isAbove: Bool?
        var startsAbove = true
        for index in 0..<min(a.ys.count, b.ys.count) {
            let (one, other) = (a.ys[index], b.ys[index])
            guard one.isFinite, other.isFinite else { continue }
            guard one != other else {
                equal += 1
                continue
            }
            if one > other { above += 1 } else { below += 1 }
            if let isAbove, isAbove != (one > other) {
                crossings += 1
                place = index
            } else if isAbove == nil {
                startsAbove = one > other
            }
            isAbove = one > other
        }
        guard above + below > 1 else { return nil }
        let (first, second) = (subject(a, 1, voices), subject(b, 2, voices))
        switch crossings {
        case 0:
            let (high, low) = above > 0 ? (first, second) : (second, first)
            return high + (equal > 0 ? " is never below " : " stays above ") + low + "."
        case 1:
            let (high, low) = startsAbove ? (second, first) : (first, second)
            return high + " overtakes " + low + " " + x.place(a.xs[place]) + "."
        case 2: return "They cross twice."
        default: return "They cross \(English.number(crossings)) times."
        }
    }

    /// Who is highest and who is lowest at the end; with too many to tell of, how many go which way.
    private static func ends(_ words: [Words], _ voices: Voices, _ isAll: Bool) -> [String] {
        var sentences: [String] = []
        var ends: [(subject: String, value: Double)] = []
        var (rising, falling) = (0, 0)
        for (index, one) in words.enumerated() {
            guard let course = one.course, course.last >= 0 else { continue }
            ends.append((subject(one, index + 1, voices), one.ys[course.last]))
            switch course.shape {
            case .rises, .risesThroughout: rising += 1
            case .falls, .fallsThroughout: falling += 1
            case .none, .constant, .peak, .valley, .aboutLevel, .fluctuates: break
            }
        }
        if isAll, rising + falling > 0 {
            var parts: [String] = []
            if rising > 0 { parts.append(English.count(rising, "rises", "rise")) }
            if falling > 0 { parts.append(English.count(falling, "falls", "fall")) }
            if ends.count > rising + falling {
                let rest = ends.count - rising - falling
                parts.append(English.count(rest, "shows no trend", "show no trend"))
            }
            sentences.append("Of these, " + English.list(parts) + ".")
        }
        let order = ends.indices.sorted { (ends[$0].value, $1) > (ends[$1].value, $0) }
        guard let top = order.first, let bottom = order.last, ends.count > 1,
            ends[top].value > ends[bottom].value
        else { return sentences }
        sentences.append(
            "At the end, " + ends[top].subject + " is highest with "
                + voices.y.text(ends[top].value) + " and " + ends[bottom].subject
                + " lowest with " + voices.y.text(ends[bottom].value) + ".")
        return sentences
    }

    /// The one whose values are the highest in all places.
    static func bars(_ words: [Words], _ voices: Voices, isAll: Bool) -> [String] {
        guard let first = words.first, words.count > 1, first.xs.count > 1,
            words.allSatisfy({ $0.xs == first.xs && $0.ys.count == first.ys.count })
        else { return [] }
        var wins = words.map { _ in 0 }
        var places = 0
        for index in first.ys.indices {
            let order = words.indices.filter { words[$0].ys[index].isFinite }
                .sorted { words[$0].ys[index] > words[$1].ys[index] }
            guard order.count > 1 else { continue }
            places += 1
            if words[order[0]].ys[index] > words[order[1]].ys[index] { wins[order[0]] += 1 }
        }
        guard places > 1, let most = wins.max(), let best = wins.firstIndex(of: most), most > 0,
            most == places || isAll
        else { return [] }
        let name = subject(words[best], best + 1, voices)
        let degree = words.count == 2 ? " is higher " : " is highest "
        let times = most == places ? "everywhere" : "in \(most) of \(places) places"
        return [name + degree + times + "."]
    }

    /// What a series is called in a comparison.
    static func subject(_ words: Words, _ number: Int, _ voices: Voices) -> String {
        words.name.isEmpty ? words.kind.subject(number) : words.name
    }
}
