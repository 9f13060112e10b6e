/// Works out the changes of one zone, in the order and with the choices of zic's `outzone`.
struct ZoneCompiler {
    private var changes: [ZoneChange] = []
    /// When the era in hand begins.
    private var start = -Double.infinity

    /// Changes up to this year come from a table, the later ones from their rules.
    private static let lastTableYear = 2037

    static func zone(named name: String, eras: [ZoneEra]) -> Zone? {
        var compiler = ZoneCompiler()
        for era in eras {
            if era.ruleName == nil {
                compiler.add(unruled: era)
            } else {
                compiler.add(ruled: era)
            }
        }
        guard let first = compiler.changes.first else { return nil }
        var zone = Zone(name: name, first: first)
        zone.changes = compiler.settledChanges
        zone.tail = eras.last.flatMap { ZoneTail(of: $0) }
        return zone
    }

    /// The changes after the first. Where two are so close that the clocks show no later time at the
    /// second one, they are one: an era's end and a rule name the same hour of clocks set differently.
    private var settledChanges: [ZoneChange] {
        var settled = Array(changes.prefix(1))
        for change in changes.dropFirst() {
            if let last = settled.last, settled.count > 1,
                change.instant + last.offset <= last.instant + settled[settled.count - 2].offset
            {
                settled[settled.count - 1].offset = change.offset
                settled[settled.count - 1].abbreviation = change.abbreviation
            } else {
                settled.append(change)
            }
        }
        return Array(settled.dropFirst())
    }

    private mutating func add(unruled era: ZoneEra) {
        let name = era.abbreviation(save: era.save, letters: "")
        changes.append(
            ZoneChange(instant: start, offset: era.offset + era.save, abbreviation: name))
        if let until = era.until {
            start = until.moment.instant(in: until.year, offset: era.offset, save: era.save)
        }
    }

    private mutating func add(ruled era: ZoneEra) {
        // What holds when the era begins, before a rule of its own changes it.
        var opening = ZoneChange(instant: start, offset: era.offset, abbreviation: "")
        var isOpened = false
        var save = 0.0
        var added: [ZoneChange] = []
        for (instant, rule) in changes(in: era) {
            save = era.rules[rule].save
            let change = era.change(at: instant, by: rule)
            if instant < start {
                (opening.offset, opening.abbreviation) = (change.offset, change.abbreviation)
                continue
            }
            isOpened = isOpened || instant == start
            if opening.abbreviation.isEmpty, opening.offset == change.offset {
                opening.abbreviation = change.abbreviation
            }
            added.append(change)
        }
        if opening.abbreviation.isEmpty {
            let letters = era.rules.first { $0.save == 0 }?.letters ?? ""
            opening.abbreviation = era.abbreviation(save: 0, letters: letters)
        }
        changes += isOpened ? added : [opening] + added
        start = end(of: era, save: save)
    }

    /// What the rules of an era change from their first year to the era's end, even before it begins.
    private func changes(in era: ZoneEra) -> [(instant: Double, rule: Int)] {
        let lastYear = era.until?.year ?? lastTableYear(of: era)
        guard let firstYear = era.rules.map({ $0.firstYear }).min(), firstYear <= lastYear else {
            return []
        }
        var changes: [(instant: Double, rule: Int)] = []
        var save = 0.0
        for year in firstYear...lastYear {
            for (instant, rule, saved) in era.changes(in: year, after: save) {
                guard instant < end(of: era, save: saved) else { return changes }
                changes.append((instant, rule))
                save = era.rules[rule].save
            }
        }
        return changes
    }

    private func end(of era: ZoneEra, save: Double) -> Double {
        guard let until = era.until else { return .infinity }
        return until.moment.instant(in: until.year, offset: era.offset, save: save)
    }

    private func lastTableYear(of era: ZoneEra) -> Int {
        let written = era.rules.map { $0.lastYear == .max ? $0.firstYear : $0.lastYear }
        return max(Self.lastTableYear, (written.max() ?? 0) + 1)
    }
}
