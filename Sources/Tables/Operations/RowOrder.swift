extension Table.Values {
    /// The numbers of the rows in ascending order of their values, or in descending order. Rows of
    /// equal value keep their order; what is missing comes last, whichever way is up.
    package func order(descending: Bool = false) -> [Int32] {
        var keys = sortKeys
        if descending { for row in keys.indices where keys[row] != .max { keys[row] = ~keys[row] } }
        return RadixSort.order(of: keys)
    }

    /// A number a row that ascends with its value; the greatest of all where it is missing.
    var sortKeys: [UInt64] {
        switch self {
        case .numbers(let numbers), .times(let numbers): return numbers.map { $0.sortKey }
        case .words(let codes, let texts):
            var ranks = [UInt64](repeating: 0, count: texts.count)
            let sorted = texts.indices.sorted { (texts[$0], $0) < (texts[$1], $1) }
            // From 1 on: turned around, 0 would be the greatest number, which stands for none.
            for (rank, text) in sorted.enumerated() { ranks[text] = UInt64(rank) + 1 }
            return codes.map { $0 < 0 ? .max : ranks[Int($0)] }
        }
    }
}

extension Double {
    /// Ascends with the numbers; what is no number comes last.
    fileprivate var sortKey: UInt64 {
        if isNaN { return .max }
        // Of the two zeros, which are one number, this leaves the one above.
        let bits = (self + 0).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }
}

/// Sorts by whole numbers, digit by digit from the lowest: in time proportional to their count, whatever
/// they are, as a sort that compares them is not.
enum RadixSort {
    /// The places of `keys` in ascending order of them. Equal ones keep their order.
    static func order(of keys: [UInt64]) -> [Int32] {
        var order = keys.indices.map { Int32(truncatingIfNeeded: $0) }
        if keys.isAscending { return order }
        // Eight rounds over 256 counters cost more than so few comparisons.
        if keys.count < 200 {
            order.sort { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
            return order
        }
        let counts = counts(of: keys)
        var other = order
        for digit in 0..<8 {
            var places = [Int32](repeating: 0, count: 256)
            var sum: Int32 = 0
            var isOneDigit = false
            for value in 0..<256 {
                places[value] = sum
                let count = counts[digit * 256 + value]
                if Int(count) == keys.count { isOneDigit = true }
                sum += count
            }
            if isOneDigit { continue }
            deal(order.span, by: keys.span, digit, to: &other, at: &places)
            swap(&order, &other)
        }
        return order
    }

    /// Puts each row where the next one of its digit belongs.
    private static func deal(
        _ rows: Span<Int32>, by keys: Span<UInt64>, _ digit: Int, to other: inout [Int32],
        at places: inout [Int32]
    ) {
        var other = other.mutableSpan
        var places = places.mutableSpan
        for index in rows.indices {
            let row = rows[index]
            let value = Int(truncatingIfNeeded: keys[Int(row)] >> UInt64(digit * 8) & 255)
            other[Int(places[value])] = row
            places[value] += 1
        }
    }

    /// How often each value of each digit occurs.
    private static func counts(of keys: [UInt64]) -> [Int32] {
        var counts = [Int32](repeating: 0, count: 8 * 256)
        for key in keys {
            var rest = key
            for digit in 0..<8 {
                counts[digit * 256 + Int(rest & 255)] += 1
                rest >>= 8
            }
        }
        return counts
    }
}

extension [UInt64] {
    fileprivate var isAscending: Bool {
        var last: UInt64 = 0
        for key in self {
            if key < last { return false }
            last = key
        }
        return true
    }
}
