/// The pairs of a query, in the order in which they were written.
package struct Query: Equatable, Sendable {
    package var parameters: [Parameter] = []

    package init() {}

    package init(decoding bytes: [UInt8], limits: Limits = Limits()) throws(QueryError) {
        try append(decoding: bytes, limits: limits)
    }

    package var isEmpty: Bool { parameters.isEmpty }

    /// The value of the last pair with this key: later pairs override earlier ones.
    package subscript(key: String) -> String? {
        parameters.last { $0.key == key }?.value
    }

    /// Adds the pairs of a form after those that are there.
    ///
    /// Split at `&`, then at the first `=`, then decoded, once. An empty pair, as in `a=1&&b=2`,
    /// is no pair.
    package mutating func append(decoding bytes: [UInt8], limits: Limits) throws(QueryError) {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
            if end > start {
                guard parameters.count < limits.parameters else {
                    throw .tooManyParameters(limit: limits.parameters)
                }
                parameters.append(try Self.parameter(in: bytes[start..<end], limits: limits))
            }
            start = end + 1
        }
    }

    /// The pairs whose keys are among `keys`, as far as they are within the limits, whatever else
    /// `bytes` hold.
    init(only keys: [String], of bytes: ArraySlice<UInt8>, limits: Limits) {
        var start = bytes.startIndex
        while start < bytes.endIndex, parameters.count < limits.parameters {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.endIndex
            if let pair = try? Self.parameter(in: bytes[start..<end], limits: limits),
                keys.contains(pair.key)
            {
                parameters.append(pair)
            }
            start = end + 1
        }
    }

    private static func parameter(
        in pair: ArraySlice<UInt8>, limits: Limits
    ) throws(QueryError) -> Parameter {
        let equals = pair.firstIndex(of: UInt8(ascii: "="))
        let key = pair[..<(equals ?? pair.endIndex)]
        guard key.count <= limits.key else {
            throw .keyTooLong(limit: limits.key, offset: pair.startIndex)
        }
        let value = pair[(equals.map { $0 + 1 } ?? pair.endIndex)...]
        return Parameter(
            key: formDecoded(key), value: formDecoded(value),
            keyOffset: pair.startIndex, offset: value.startIndex)
    }
}
