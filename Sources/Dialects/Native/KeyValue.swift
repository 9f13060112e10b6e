import Figures
import Notation
import Scenes

/// The value of one key, and the ways to read it. What cannot be read is refused with its place.
struct KeyValue {
    let key: String
    let text: String

    /// The text with `\n` as the line break that it stands for.
    var words: String { Self.unescaped(text) }

    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(92) else { return text }
        var result: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == 92 else {
                result.append(byte)
                continue
            }
            switch bytes.next() {
            case 110: result.append(10)
            case 92: result.append(92)
            case let other?: result += [92, other]
            case nil: result.append(92)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The numbers that a chart is made of: sums of them, and the spans between them, stay finite.
    static let reach = -1e300...1e300
    static let reachable = NativeError.Wanted.within(reach.lowerBound, reach.upperBound)

    /// The character in which byte `offset` of `words` is written.
    func character(ofByte offset: Int) -> Int {
        let scalars = Array(text.unicodeScalars)
        var (place, byte) = (0, 0)
        while place < scalars.count, byte < offset {
            let isEscape =
                scalars[place] == "\\" && place + 1 < scalars.count
                && (scalars[place + 1] == "n" || scalars[place + 1] == "\\")
            byte += isEscape ? 1 : UTF8.width(scalars[place])
            place += isEscape ? 2 : 1
        }
        return place
    }

    func wrong(_ wanted: NativeError.Wanted, at offset: Int = 0, found: String? = nil)
        -> NativeError
    {
        .wrong(key: key, at: offset, found: found ?? text, wanted)
    }

    func number(from low: Double, to high: Double) throws(NativeError) -> Double {
        guard let number = Double(decimal: text.trimmed) else { throw wrong(.number) }
        guard low...high ~= number else { throw wrong(.within(low, high)) }
        return number
    }

    /// Yes or no; an empty value means yes.
    func flag() throws(NativeError) -> Bool {
        switch text.trimmed {
        case "", "1", "true", "yes", "on": return true
        case "0", "false", "no", "off", "none": return false
        default: throw wrong(.choice(["1", "0"]))
        }
    }

    var isFlag: Bool { (try? flag()) != nil }

    func color() throws(NativeError) -> Color {
        guard let color = ColorReader.read(text) else { throw wrong(.color) }
        return color
    }

    func choice<Value>(_ values: [(String, Value)]) throws(NativeError) -> Value {
        for (name, value) in values where name == text.trimmed { return value }
        throw wrong(.choice(values.map { $0.0 }))
    }

    /// The parts between commas, except for those inside parentheses, each with its place.
    var items: [(text: String, offset: Int)] {
        var items: [(text: String, offset: Int)] = []
        var current: [UInt8] = []
        var (depth, offset, start) = (0, 0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            // Places count characters; the bytes that follow a character's first do not.
            if byte & 0xC0 != 0x80 { offset += 1 }
            if byte == UInt8(ascii: ","), depth <= 0 {
                items.append((String(decoding: current, as: UTF8.self), start))
                current.removeAll(keepingCapacity: true)
                start = offset
            } else {
                current.append(byte)
            }
        }
        items.append((String(decoding: current, as: UTF8.self), start))
        return items
    }

    /// A list of words; a backslash before `n` breaks a line.
    var list: [String] { items.map { Self.unescaped($0.text.trimmed) } }

    func numbers() throws(NativeError) -> [Double] {
        var numbers: [Double] = []
        for item in items {
            numbers.append(try decimal(item.text, at: item.offset))
        }
        return numbers
    }

    /// The number that a part of the value spells.
    func decimal(_ text: String, at offset: Int) throws(NativeError) -> Double {
        let text = text.trimmed
        guard let number = Double(decimal: text) else {
            throw wrong(text.isExcess ? Self.reachable : .number, at: offset, found: text)
        }
        guard let number = number.withinReach else {
            throw wrong(Self.reachable, at: offset, found: text)
        }
        return number
    }

    /// `a..b`, where either side may be empty. Where `floor` is given, both lie above it.
    func range(
        in zone: Zone, above floor: Double? = nil
    ) throws(NativeError) -> (lower: Double?, upper: Double?) {
        guard let (low, high) = text.ends else { throw wrong(.range) }
        func end(_ text: String, at offset: Int) throws(NativeError) -> Double? {
            if text.trimmed.isEmpty { return nil }
            let value = try place(text, at: offset, in: zone, else: .range)
            if let floor, value <= floor {
                throw wrong(.above(floor), at: offset, found: text.trimmed)
            }
            return value
        }
        return (
            try end(low, at: 0), try end(high, at: low.unicodeScalars.count + 2)
        )
    }

    /// The number or the date that a part of the value spells.
    func place(
        _ text: String, at offset: Int, in zone: Zone, else wanted: NativeError.Wanted
    ) throws(NativeError) -> Double {
        let text = text.trimmed
        if let instant = TimeReader(zone: zone).instant(of: text), Double(decimal: text) == nil {
            return instant
        }
        do { return try decimal(text, at: offset) } catch {
            if case .wrong(_, _, _, .number) = error {
                throw wrong(wanted, at: offset, found: text)
            }
            throw error
        }
    }
}

extension Double {
    /// The number as charts reckon with it: nil beyond reach, and zero where it is next to that, since
    /// neither may be lost in a sum, a span or a logarithm.
    var withinReach: Double? {
        guard KeyValue.reach ~= self else { return nil }
        return magnitude < 1e-300 ? 0 : self
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmed: String {
        guard utf8.first == 32 || utf8.last == 32 else { return self }
        var bytes = Substring(self).utf8
        while bytes.first == 32 { bytes.removeFirst() }
        while bytes.last == 32 { bytes.removeLast() }
        return String(Substring(bytes))
    }

    /// What stands before and after `..`; nil where there is none.
    var ends: (String, String)? {
        let bytes = Array(utf8)
        for index in bytes.indices.dropLast()
        where bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == UInt8(ascii: ".") {
            return (
                String(decoding: bytes[..<index], as: UTF8.self),
                String(decoding: bytes[(index + 2)...], as: UTF8.self)
            )
        }
        return nil
    }
}

extension FormatError {
    /// The byte of the format that is wrong.
    var offset: Int {
        switch self {
        case .unexpected(let offset), .unknownDirective(let offset): offset
        }
    }
}
