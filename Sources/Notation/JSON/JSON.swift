/// A value of JSON (RFC 8259).
package enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    /// An array that holds numbers, and `null` as what is no number, and nothing else.
    case numbers([Double])
    case object(JSONObject)

    /// Reads a whole text; a byte order mark at its start is passed over.
    package init(_ bytes: Span<UInt8>) throws(JSONError) {
        let hasMark =
            bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
        var tokens = JSONTokens(at: hasMark ? 3 : 0)
        var parts: [JSONPart] = []
        while true {
            let value: JSON
            switch try tokens.next(in: bytes) {
            case .beginArray:
                parts.append(JSONPart(isObject: false))
                continue
            case .beginObject:
                parts.append(JSONPart(isObject: true))
                continue
            case .name:
                parts[parts.count - 1].name = tokens.text.string(in: bytes)
                continue
            case .number:
                guard let number = Double(decimal: bytes.extracting(tokens.number)) else {
                    throw JSONError(bytes, at: tokens.start, wanted: .number)
                }
                value = .number(number)
            case .null: value = .null
            case .string: value = .string(tokens.text.string(in: bytes))
            case .yes: value = .bool(true)
            case .no: value = .bool(false)
            case .endArray, .endObject: value = parts.removeLast().value
            // Values come before it, or an error does.
            case .end: value = .null
            }
            guard !parts.isEmpty else {
                // Nothing but the end comes now.
                _ = try tokens.next(in: bytes)
                self = value
                return
            }
            parts[parts.count - 1].append(value)
        }
    }
}

/// An array or an object that is not closed yet.
private struct JSONPart {
    let isObject: Bool
    /// Of the member that comes next.
    var name = ""
    private var object = JSONObject()
    /// The items, as long as they are numbers.
    private var numbers: [Double] = []
    private var items: [JSON] = []

    init(isObject: Bool) { self.isObject = isObject }

    mutating func append(_ value: JSON) {
        if isObject {
            object.set(name, to: value)
            return
        }
        if items.isEmpty {
            switch value {
            case .number(let number):
                numbers.append(number)
                return
            case .null:
                numbers.append(.nan)
                return
            default:
                items = numbers.map { $0.isNaN ? .null : .number($0) }
                numbers = []
            }
        }
        items.append(value)
    }

    var value: JSON {
        if isObject { return .object(object) }
        return numbers.isEmpty ? .array(items) : .numbers(numbers)
    }
}
