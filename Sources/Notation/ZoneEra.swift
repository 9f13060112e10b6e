/// A while in which a zone kept one standard time and one set of rules.
struct ZoneEra: Equatable, Sendable {
    /// Of standard time, in milliseconds east.
    let offset: Double
    /// By how much clocks are put forward, where no rules tell.
    let save: Double
    /// The name of its rules; nil where it has none.
    let ruleName: String?
    private let format: String
    /// Its last moment; nil where it goes on.
    let until: (year: Int, moment: ZoneMoment)?
    var rules: [ZoneRule] = []

    /// Reads `stdoff rules format [year [month [day [time]]]]`; the file is ours, so a line is never short.
    init(_ fields: ArraySlice<String>) {
        let fields = Array(fields)
        offset = ZoneMoment.duration(fields[0]).milliseconds
        let isRuled = fields[1].utf8.contains { $0 | 0x20 >= UInt8(ascii: "a") }
        ruleName = isRuled ? fields[1] : nil
        save = isRuled ? 0 : ZoneMoment.duration(fields[1]).milliseconds
        format = fields[2]
        if fields.count > 3, let year = Double(decimal: fields[3]) {
            until = ZoneMoment(fields[4...]).map { (Int(year), $0) }
        } else {
            until = nil
        }
    }

    static func == (a: ZoneEra, b: ZoneEra) -> Bool {
        a.offset == b.offset && a.save == b.save && a.format == b.format && a.rules == b.rules
            && a.until?.year == b.until?.year && a.until?.moment == b.until?.moment
    }

    /// Which rules change the clocks in one year, in order, and what was saved before each change.
    func changes(
        in year: Int, after save: Double
    ) -> [(instant: Double, rule: Int, saved: Double)] {
        var due: [(rule: Int, instant: Double, moves: Bool)] = []
        for (i, rule) in rules.enumerated() where rule.firstYear <= year && year <= rule.lastYear {
            let instant = rule.moment.instant(in: year, offset: offset, save: 0)
            due.append((i, instant, rule.moment.clock == .wall))
        }
        var changes: [(instant: Double, rule: Int, saved: Double)] = []
        var saved = save
        while !due.isEmpty {
            // Each change moves the clock that the later ones are told by.
            var (next, instant) = (0, Double.infinity)
            for i in due.indices {
                let candidate = due[i].instant - (due[i].moves ? saved : 0)
                if candidate < instant { (next, instant) = (i, candidate) }
            }
            let rule = due.remove(at: next).rule
            changes.append((instant, rule, saved))
            saved = rules[rule].save
        }
        return changes
    }

    /// The change that a rule makes at `instant`.
    func change(at instant: Double, by rule: Int) -> ZoneChange {
        let rule = rules[rule]
        return ZoneChange(
            instant: instant, offset: offset + rule.save,
            abbreviation: abbreviation(save: rule.save, letters: rule.letters))
    }

    /// What the time is called: `CET`, `E%sT`, `GMT/IST` or, for the offset itself, `%z`.
    func abbreviation(save: Double, letters: String) -> String {
        var name: [UInt8] = []
        name.reserveCapacity(16)
        var isDirective = false
        for byte in format.utf8 {
            if isDirective {
                if byte == UInt8(ascii: "z") {
                    name += offsetText(offset + save)
                } else {
                    name += letters.utf8
                }
                isDirective = false
            } else if byte == UInt8(ascii: "%") {
                isDirective = true
            } else if byte == UInt8(ascii: "/") {
                guard save != 0 else { break }
                name = []
            } else {
                name.append(byte)
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// As short as it can be: `+02`, `+0530`, `-002521`.
    private func offsetText(_ offset: Double) -> [UInt8] {
        let seconds = Int(offset.magnitude / 1000)
        var parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        while parts.count > 1, parts.last == 0 { parts.removeLast() }
        let digits = parts.flatMap { [UInt8($0 / 10), UInt8($0 % 10)] }
        return [UInt8(ascii: offset < 0 ? "-" : "+")] + digits.map { $0 + UInt8(ascii: "0") }
    }
}
