import Notation

/// Takes an item of a mark's value apart at its colons.
struct ItemReader {
    private let fields: MarkKind.Fields
    private let times: TimeReader

    init(fields: MarkKind.Fields, zone: Zone) {
        self.fields = fields
        // 1/31/2026 is a formula.
        times = TimeReader(zone: zone, order: nil)
    }

    func fields(of text: String) -> [ValueItem.Field] {
        let text = text.trimmed
        if text.isEmpty { return [.gap] }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        rejoinTime(&parts)
        if fields == .words, parts.count > 2 {
            // Words may hold colons of their own, and digits as they are written.
            let words = KeyValue.unescaped(parts[2...].joined(separator: ":").trimmed)
            return parts[..<2].map { field(of: $0.trimmed) } + [.word(words)]
        }
        return parts.map { field(of: $0.trimmed) }
    }

    private func field(of text: String) -> ValueItem.Field {
        if text.isEmpty || text == "_" { return .gap }
        if let number = Double(decimal: text) {
            return number.withinReach.map { .number($0) } ?? .excess
        }
        if let date = times.instant(of: text) { return .date(date) }
        return text.isExcess ? .excess : .word(KeyValue.unescaped(text))
    }

    /// The colons of 2026-01-31T12:30:15 are its own, and no field ends there: what leads the item is
    /// the longest time that leaves the numbers which the mark needs.
    private func rejoinTime(_ parts: inout [String]) {
        // A rule takes no pairs, so that 12:30 is a time for it.
        guard parts.count > 1, parts[0].utf8.count >= 10 || fields == .places,
            parts[0].utf8.first.map({ 48...57 ~= $0 || 97...122 ~= $0 | 32 }) == true
        else { return }
        let needed =
            switch fields {
            case .samples, .places, .parts: 0
            case .value, .words: 1
            case .sized, .interval: 2
            }
        // 2026-01-31T12:30:15+02:00 has the most parts.
        let longest = min(parts.count - needed, 4)
        for count in stride(from: longest, to: 1, by: -1) {
            let time = parts[..<count].joined(separator: ":")
            let values = parts[count..<(count + needed)]
            guard times.instant(of: time.trimmed) != nil, values.allSatisfy({ $0.isNumberOrGap })
            else {
                continue
            }
            parts.replaceSubrange(..<count, with: [time])
            return
        }
    }
}

extension TimeReader {
    /// The first instant that the text means.
    func instant(of text: String) -> Double? {
        if let reading = read(text) { return reading.instant }
        // A query turns the plus of 12:30+02:00 into a space.
        guard let space = text.utf8.lastIndex(of: 32), text.utf8.prefix(upTo: space).count > 10
        else {
            return nil
        }
        return read(text[..<space] + "+" + text[space...].dropFirst())?.instant
    }
}

extension String {
    fileprivate var isNumberOrGap: Bool {
        let text = trimmed
        return text.isEmpty || text == "_" || Double(decimal: text) != nil
    }

    /// Whether the text is a number such as 1e400, which is more than can be reckoned with.
    var isExcess: Bool {
        let parts = split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        return parts.count == 2 && Double(decimal: String(parts[0])) != nil
            && !parts[1].utf8.contains(46) && Double(decimal: String(parts[1])) != nil
    }
}
