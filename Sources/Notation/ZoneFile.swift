internal import CLibc
internal import TimeZoneFile

/// The rules of all time zones as the tz database publishes them (zic(8)), read line by line.
///
/// There is no table of zones: whoever asks for one has the text searched for it.
enum ZoneFile {
    /// Hands over each line in turn, until `body` says `false`.
    static func forEachLine(_ body: (Span<UInt8>) -> Bool) {
        var start = 0
        while start < timeZoneFileSize {
            // The C library's search is ten times as fast as a loop of ours over the same bytes.
            guard let line = unsafe timeZoneFile.map({ unsafe $0 + start }),
                let end = unsafe memchr(line, 0x0A, timeZoneFileSize - start)
            else { return }
            let length = unsafe UnsafeRawPointer(end) - UnsafeRawPointer(line)
            guard body(unsafe Span(_unsafeStart: line, count: length)) else { return }
            start += length + 1
        }
    }

    /// A zone's name as the file writes it, and its eras, less their rules; `name` may be in any case.
    static func zone(named name: String) -> (name: String, eras: [ZoneEra])? {
        var wanted = name
        // A link may lead to another link.
        for _ in 0..<4 {
            let entry = entry(named: wanted)
            if let zone = entry.zone { return zone }
            guard let target = entry.target else { return nil }
            wanted = target
        }
        return nil
    }

    private static func entry(
        named wanted: String
    ) -> (zone: (name: String, eras: [ZoneEra])?, target: String?) {
        var zone: (name: String, eras: [ZoneEra])?
        var target: String?
        forEachLine { line in
            guard line.count > 2 else { return true }
            let kind = line[0]
            if zone != nil {
                // The next era of a zone stands alone on its line.
                guard kind == UInt8(ascii: "-") || kind.decimalDigit != nil else { return false }
                zone?.eras.append(ZoneEra(fields(of: line)[...]))
            } else if kind == UInt8(ascii: "Z"), isField(1, of: line, like: wanted) {
                let fields = fields(of: line)
                zone = (fields[1], [ZoneEra(fields[2...])])
            } else if kind == UInt8(ascii: "L"), isField(2, of: line, like: wanted) {
                target = fields(of: line)[1]
                return false
            }
            return true
        }
        return (zone, target)
    }

    /// The rules of this name, in the order of the file.
    static func rules(named name: String) -> [ZoneRule] {
        var rules: [ZoneRule] = []
        forEachLine { line in
            guard line.count > 2, line[0] == UInt8(ascii: "R"), isField(1, of: line, like: name)
            else {
                // Two sets of rules can alternate line by line; all of them stand before the zones.
                return line.count == 0 || line[0] != UInt8(ascii: "Z")
            }
            // Names that differ only in case are different names here.
            let fields = fields(of: line)
            if fields[1] == name, let rule = ZoneRule(fields) { rules.append(rule) }
            return true
        }
        return rules
    }

    /// All names, links included, in the order of the file.
    static var names: [String] {
        var names: [String] = []
        forEachLine { line in
            guard line.count > 2 else { return true }
            if line[0] == UInt8(ascii: "Z") { names.append(fields(of: line)[1]) }
            if line[0] == UInt8(ascii: "L") { names.append(fields(of: line)[2]) }
            return true
        }
        return names
    }

    private static func fields(of line: Span<UInt8>) -> [String] {
        var fields: [String] = []
        var field: [UInt8] = []
        fields.reserveCapacity(10)
        field.reserveCapacity(32)
        for place in line.indices {
            if line[place] != UInt8(ascii: " ") {
                field.append(line[place])
            } else {
                fields.append(String(decoding: field, as: UTF8.self))
                field.removeAll(keepingCapacity: true)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
    }

    /// Compares without making strings, and without regard to the case of ASCII letters.
    private static func isField(_ index: Int, of line: Span<UInt8>, like wanted: String) -> Bool {
        var place = 0
        for _ in 0..<index {
            while place < line.count, line[place] != UInt8(ascii: " ") { place += 1 }
            place += 1
        }
        let bytes = wanted.utf8.span
        guard place + bytes.count <= line.count else { return false }
        for i in bytes.indices where bytes[i].lowercased != line[place + i].lowercased {
            return false
        }
        let end = place + bytes.count
        return end == line.count || line[end] == UInt8(ascii: " ")
    }
}

extension UInt8 {
    /// The small letter of an ASCII capital.
    var lowercased: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }
}
