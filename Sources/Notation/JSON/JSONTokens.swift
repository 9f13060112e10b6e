/// Walks over JSON (RFC 8259) token by token, and checks all of its grammar on the way.
///
/// Bytes that are no UTF-8, and halves of surrogate pairs, become U+FFFD in texts. A byte order mark
/// is no part of JSON: whoever may meet one begins behind it.
package struct JSONTokens {
    package enum Token: Equatable, Sendable {
        case beginArray
        case endArray
        case beginObject
        case endObject
        /// The name of the object's member whose value comes next: `text` is where.
        case name
        /// `text` is where.
        case string
        /// `number` is where.
        case number
        case yes
        case no
        case null
        /// The end of the text.
        case end
    }

    private enum State {
        case value
        /// Behind `[`.
        case firstValue
        /// Behind `{`.
        case firstName
        case name
        case afterValue
    }

    /// So many arrays and objects inside each other are read, unless it is said otherwise.
    package static let deepest = 256

    /// Where the last token begins.
    package private(set) var start = 0
    /// Where the last token ends; behind a name, where its colon does.
    private var place: Int
    /// The last name or string.
    package private(set) var text = JSONText(range: 0..<0, hasEscapes: false)
    /// The last number.
    package private(set) var number = 0..<0
    private var state = State.value
    /// How many arrays and objects are open, and whether the innermost is an object.
    package private(set) var depth = 0
    private var isInObject = false
    /// For each of those around it, whether that is an object.
    private var outer: [Bool] = []
    private let isSequence: Bool
    /// So many arrays and objects inside each other are read.
    package let deepest: Int

    /// Begins at `place`; where it is a sequence, other values may follow the first.
    package init(
        at place: Int = 0, isSequence: Bool = false, deepest: Int = JSONTokens.deepest
    ) {
        self.place = place
        self.isSequence = isSequence
        self.deepest = deepest
    }

    /// The next token; `bytes` are the same each time.
    package mutating func next(in bytes: Span<UInt8>) throws(JSONError) -> Token {
        skipBlanks(bytes)
        if state == .afterValue {
            guard depth > 0 else { return try nextOnTop(bytes) }
            let byte = place < bytes.count ? bytes[place] : 0
            if byte != UInt8(ascii: ",") {
                guard byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw error(bytes, isInObject ? .commaOrBrace : .commaOrBracket)
                }
                start = place
                return close()
            }
            place += 1
            state = isInObject ? .name : .value
            skipBlanks(bytes)
        }
        start = place
        guard place < bytes.count else { throw endsEarly(bytes) }
        switch state {
        case .firstName where bytes[place] == UInt8(ascii: "}"): return close()
        case .firstValue where bytes[place] == UInt8(ascii: "]"): return close()
        case .firstName, .name: return try name(bytes)
        default: return try value(bytes)
        }
    }

    /// Passes over the value that comes next.
    package mutating func skipValue(in bytes: Span<UInt8>) throws(JSONError) {
        let depth = depth
        repeat { _ = try next(in: bytes) } while self.depth > depth
    }

    private mutating func nextOnTop(_ bytes: Span<UInt8>) throws(JSONError) -> Token {
        if place == bytes.count { return .end }
        guard isSequence else { throw error(bytes, .end) }
        start = place
        state = .value
        return try value(bytes)
    }

    private func endsEarly(_ bytes: Span<UInt8>) -> JSONError {
        let wanted: JSONError.Wanted =
            switch state {
            case .firstName, .name: .name
            default: .value
            }
        return error(bytes, wanted)
    }

    private func error(_ bytes: Span<UInt8>, _ wanted: JSONError.Wanted) -> JSONError {
        JSONError(bytes, at: place, wanted: wanted)
    }

    @inline(__always)
    private mutating func skipBlanks(_ bytes: Span<UInt8>) {
        var next = place
        while next < bytes.count, bytes[next] <= 0x20, Self.isBlank(bytes[next]) { next &+= 1 }
        place = next
    }

    @inline(__always)
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private mutating func begin(_ bytes: Span<UInt8>, isObject: Bool) throws(JSONError) -> Token {
        guard depth < deepest else { throw error(bytes, .lessDepth) }
        depth += 1
        outer.append(isInObject)
        isInObject = isObject
        place += 1
        state = isObject ? .firstName : .firstValue
        return isObject ? .beginObject : .beginArray
    }

    private mutating func close() -> Token {
        place += 1
        state = .afterValue
        let token = isInObject ? Token.endObject : .endArray
        depth -= 1
        isInObject = outer.removeLast()
        return token
    }

    @inline(__always)
    private mutating func name(_ bytes: Span<UInt8>) throws(JSONError) -> Token {
        guard bytes[place] == UInt8(ascii: "\"") else { throw error(bytes, .name) }
        try string(bytes)
        skipBlanks(bytes)
        guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else {
            throw error(bytes, .colon)
        }
        place += 1
        state = .value
        return .name
    }

    @inline(__always)
    private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> Token {
        switch bytes[place] {
        case UInt8(ascii: "["): return try begin(bytes, isObject: false)
        case UInt8(ascii: "{"): return try begin(bytes, isObject: true)
        default: break
        }
        let token: Token
        switch bytes[place] {
        case UInt8(ascii: "\""):
            try string(bytes)
            token = .string
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try number(bytes)
            token = .number
        case UInt8(ascii: "t"):
            try word(bytes, "true")
            token = .yes
        case UInt8(ascii: "f"):
            try word(bytes, "false")
            token = .no
        case UInt8(ascii: "n"):
            try word(bytes, "null")
            token = .null
        default: throw error(bytes, .value)
        }
        state = .afterValue
        return token
    }

    private mutating func word(_ bytes: Span<UInt8>, _ word: String) throws(JSONError) {
        var next = place
        for letter in word.utf8 {
            guard next < bytes.count, bytes[next] == letter else { throw error(bytes, .value) }
            next += 1
        }
        place = next
    }
}

extension JSONTokens {
    @inline(__always)
    private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) {
        var next = place
        if bytes[next] == UInt8(ascii: "-") { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: "0") {
            // Another digit is not of this number.
            next += 1
        } else {
            try skipDigits(bytes, &next)
        }
        if next < bytes.count, bytes[next] == UInt8(ascii: ".") {
            next += 1
            try skipDigits(bytes, &next)
        }
        if next < bytes.count, bytes[next] | 0x20 == UInt8(ascii: "e") {
            next += 1
            if next < bytes.count,
                bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "-")
            {
                next += 1
            }
            try skipDigits(bytes, &next)
        }
        number = place..<next
        place = next
    }

    /// Passes over digits, of which there is one at least.
    @inline(__always)
    private mutating func skipDigits(
        _ bytes: Span<UInt8>, _ next: inout Int
    ) throws(JSONError) {
        let first = next
        while next < bytes.count, bytes[next] &- UInt8(ascii: "0") < 10 { next &+= 1 }
        guard next > first else {
            place = next
            throw error(bytes, .number)
        }
    }

    /// Passes over the string at `place`.
    @inline(__always)
    private mutating func string(_ bytes: Span<UInt8>) throws(JSONError) {
        var hasEscapes = false
        let first = place + 1
        var next = first
        while next < bytes.count {
            let byte = bytes[next]
            if byte == UInt8(ascii: "\"") {
                text = JSONText(range: first..<next, hasEscapes: hasEscapes)
                place = next + 1
                return
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                place = next
                try skipEscape(bytes)
                next = place
            } else if byte < 0x20 {
                place = next
                throw error(bytes, .escapedControl)
            } else {
                next &+= 1
            }
        }
        place = next
        throw error(bytes, .closingQuote)
    }

    private mutating func skipEscape(_ bytes: Span<UInt8>) throws(JSONError) {
        guard place + 1 < bytes.count else {
            place += 1
            throw error(bytes, .closingQuote)
        }
        switch bytes[place + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            place += 2
        case UInt8(ascii: "u") where JSONText.unit(bytes, at: place + 2) != nil:
            place += 6
        default:
            throw error(bytes, .escape)
        }
    }
}
