import Gateway

/// A chart that lies in a file: a query, which may go over several lines.
///
/// A line's end parts pairs as `&` does, and a line that begins with `#` is a remark. What stands
/// between is encoded as in a URL, so that the query of a URL can be saved as it is.
struct SavedChart {
    let parameters: [Parameter]

    init(_ text: [UInt8], limits: Limits) throws(QueryError) {
        var query = Query()
        for line in text.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            let words = line.trimmed
            if words.first == UInt8(ascii: "#") { continue }
            try query.append(decoding: Array(words), limits: limits)
        }
        parameters = query.parameters
    }
}

extension [Parameter] {
    /// These pairs with some of another list in their places: the first pair of a key there replaces the
    /// first of that key here, and so on. What finds none is added at the end.
    func overridden(by others: [Parameter]) -> [Parameter] {
        var result = self
        // By key, the places that are not taken yet, the first one last.
        var places: [String: [Int]] = [:]
        for place in indices.reversed() { places[self[place].key, default: []].append(place) }
        for other in others {
            if let place = places[other.key]?.popLast() {
                result[place] = other
            } else {
                result.append(other)
            }
        }
        return result
    }
}

extension ArraySlice<UInt8> {
    /// Without blanks at both ends, and without the mark that some editors put before a text.
    fileprivate var trimmed: ArraySlice<UInt8> {
        var rest = starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
        while let last = rest.last, last == 32 || last == 9 { rest.removeLast() }
        return rest.drop { $0 == 32 || $0 == 9 }
    }
}
