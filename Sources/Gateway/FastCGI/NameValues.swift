/// Names and values as FastCGI sends them: two lengths, then the bytes of both; one pair after another.
///
/// They stay as they came and are looked up in place. What was cut short ends the list.
struct NameValues: Sendable {
    private(set) var bytes: [UInt8] = []

    init() {}

    init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { add(Array(name.utf8), Array(value.utf8)) }
    }

    var count: Int { bytes.count }

    /// Adds a piece of the list as it came, wherever it was cut.
    mutating func append(_ piece: ArraySlice<UInt8>) { bytes.append(contentsOf: piece) }

    mutating func add(_ name: [UInt8], _ value: [UInt8]) {
        for length in [name.count, value.count] {
            // Lengths up to 127 take one byte; longer ones four, whose first bit says so.
            if length < 0x80 {
                bytes.append(UInt8(length))
            } else {
                let wide = UInt32(length) | 0x8000_0000
                for shift: UInt32 in [24, 16, 8, 0] {
                    bytes.append(UInt8(truncatingIfNeeded: wide >> shift))
                }
            }
        }
        bytes += name
        bytes += value
    }

    /// The value of the first pair of this name; nil where there is none.
    subscript(name: String) -> ArraySlice<UInt8>? {
        var place = 0
        while let pair = pair(at: place) {
            if pair.name.count == name.utf8.count, bytes[pair.name].elementsEqual(name.utf8) {
                return bytes[pair.value]
            }
            place = pair.value.upperBound
        }
        return nil
    }

    private func pair(at place: Int) -> (name: Range<Int>, value: Range<Int>)? {
        var place = place
        guard let name = length(at: &place), let value = length(at: &place) else { return nil }
        // Two lengths of 31 bits do not overflow a sum of 63.
        guard name + value <= bytes.count - place else { return nil }
        let end = place + name
        return (place..<end, end..<(end + value))
    }

    private func length(at place: inout Int) -> Int? {
        guard place < bytes.count else { return nil }
        let first = Int(bytes[place])
        guard first >= 0x80 else {
            place += 1
            return first
        }
        guard bytes.count - place >= 4 else { return nil }
        let rest = bytes[(place + 1)...(place + 3)].reduce(0) { $0 << 8 | Int($1) }
        place += 4
        return (first & 0x7F) << 24 | rest
    }
}
