/// What Unix timestamps count since 1970-01-01 00:00 UTC, told by how large they are.
///
/// Seconds stay below 1e11 until the year 5138, and counts of a thousandth of that are beyond it from
/// 1973 on; so with each finer unit.
package enum TimestampUnit: Sendable {
    case seconds
    case milliseconds
    case microseconds
    case nanoseconds

    /// All timestamps are smaller.
    package static let bound = 1e20

    /// The unit of timestamps of which this is the largest, whatever its sign.
    package init(ofLargest magnitude: Double) {
        self =
            switch magnitude {
            case ..<1e11: .seconds
            case ..<1e14: .milliseconds
            case ..<1e17: .microseconds
            default: .nanoseconds
            }
    }

    /// The unit of numbers that belong together; what is missing is no number.
    package init(of numbers: Span<Double>) {
        var largest = 0.0
        for index in numbers.indices {
            let magnitude = numbers[index].magnitude
            largest = magnitude > largest ? magnitude : largest
        }
        self.init(ofLargest: largest)
    }

    /// Makes instants of timestamps: milliseconds since 1970-01-01 00:00 UTC.
    package func makeInstants(of timestamps: inout [Double]) {
        var numbers = timestamps.mutableSpan
        switch self {
        case .seconds: for index in numbers.indices { numbers[index] *= 1000 }
        case .milliseconds: break
        case .microseconds: for index in numbers.indices { numbers[index] /= 1000 }
        case .nanoseconds: for index in numbers.indices { numbers[index] /= 1_000_000 }
        }
    }

    /// The number that a text is, if it can be a timestamp.
    package static func number(_ text: Span<UInt8>) -> Double? {
        guard let number = Double(decimal: text), number.magnitude < bound else { return nil }
        return number
    }

    /// Whether a text is a timestamp even where nothing else says so: numbers of four digits are years,
    /// and those of eight are dates such as 20260131.
    package static func isOne(_ text: Span<UInt8>) -> Bool {
        var digits = 0
        while digits < text.count, text[digits].decimalDigit != nil { digits += 1 }
        let isWhole = digits == text.count || text[digits] == UInt8(ascii: ".")
        return !(isWhole && (digits == 4 || digits == 8)) && number(text) != nil
    }
}
