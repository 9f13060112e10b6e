extension Zone {
    /// The zone of a name such as `Europe/Berlin`, in any case, or a fixed offset such as `+02:00` or `UTC+2`.
    package init?(named name: String) {
        guard let entry = ZoneFile.zone(named: name) else {
            self.init(fixed: name)
            return
        }
        var eras = entry.eras
        for i in eras.indices {
            guard let rules = eras[i].ruleName else { continue }
            let known = eras[..<i].first { $0.ruleName == rules }?.rules
            eras[i].rules = known ?? ZoneFile.rules(named: rules)
        }
        guard let zone = ZoneCompiler.zone(named: entry.name, eras: eras) else { return nil }
        self = zone
    }

    /// All names of zones, for a list of what could have been meant.
    package static var names: [String] { ZoneFile.names }

    /// `Z`, or hours and minutes east, after `UTC` or `GMT` or nothing.
    private init?(fixed name: String) {
        guard name.utf8.count <= 16 else { return nil }
        var bytes = Array(name.utf8)[...]
        for prefix in ["utc", "gmt", "z"]
        where bytes.map({ $0.lowercased }).starts(with: prefix.utf8) {
            bytes = bytes.dropFirst(prefix.utf8.count)
            break
        }
        if bytes.isEmpty, !name.isEmpty {
            self = .utc
            return
        }
        guard bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") else {
            return nil
        }
        var scanner = TimeScanner(bytes.span)
        guard scanner.takeOffset(), let offset = scanner.offset, scanner.isAtEnd else { return nil }
        self.init(name: name, offset: offset, abbreviation: String(decoding: bytes, as: UTF8.self))
    }
}
