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
        /// The name of the object's member whose value comes next.
        case name(JSONText)
        case string(JSONText)
        /// Where it is written.
        case number(Range<Int>)
        case bool(Bool)
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

    /// So many arrays and objects inside each other are read.
    package static let deepest = 256

    /// Where the last token begins, and where it ends.
    package private(set) var start = 0
    package private(set) var place: Int
    private var state = State.value
    /// For each open array or object, whether it is an object.
    private var open: [Bool] = []
    private let isSequence: Bool

    /// Begins at `place`; where it is a sequence, other values may follow the first.
    package init(at place: Int = 0, isSequence: Bool = false) {
        self.place = place
        self.isSequence = isSequence
    }

    /// How many arrays and objects are open.
    package var depth: Int { open.count }

    /// The next token; `bytes` are the same each time.
    package mutating func next(in bytes: Span<UInt8>) throws(JSONError) -> Token {
        skipBlanks(bytes)
        if state == .afterValue {
            guard let isObject = open.last else { return try nextOnTop(bytes) }
            let byte = place < bytes.count ? bytes[place] : 0
            if byte == UInt8(ascii: isObject ? "}" : "]") { return close() }
            guard byte == UInt8(ascii: ",") else {
                throw error(bytes, isObject ? .commaOrBrace : .commaOrBracket)
            }
            place += 1
            state = isObject ? .name : .value
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

    /// Passes over the value that comes next, and says how many arrays and objects deep it is no more.
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
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return
            }
        }
    }

    private mutating func begin(_ bytes: Span<UInt8>, isObject: Bool) throws(JSONError) -> Token {
        guard open.count < Self.deepest else { throw error(bytes, .lessDepth) }
        open.append(isObject)
        place += 1
        state = isObject ? .firstName : .firstValue
        return isObject ? .beginObject : .beginArray
    }

    private mutating func close() -> Token {
        place += 1
        state = .afterValue
        return open.removeLast() ? .endObject : .endArray
    }

    private mutating func name(_ bytes: Span<UInt8>) throws(JSONError) -> Token {
        guard bytes[place] == UInt8(ascii: "\"") else { throw error(bytes, .name) }
        let text = try string(bytes)
        skipBlanks(bytes)
        guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else {
            throw error(bytes, .colon)
        }
        place += 1
        state = .value
        return .name(text)
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> Token {
        switch bytes[place] {
        case UInt8(ascii: "["): return try begin(bytes, isObject: false)
        case UInt8(ascii: "{"): return try begin(bytes, isObject: true)
        default: break
        }
        let token: Token
        switch bytes[place] {
        case UInt8(ascii: "\""): token = .string(try string(bytes))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            token = .number(try number(bytes))
        case UInt8(ascii: "t"):
            try word(bytes, "true")
            token = .bool(true)
        case UInt8(ascii: "f"):
            try word(bytes, "false")
            token = .bool(false)
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
    private mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
        let start = place
        if bytes[place] == UInt8(ascii: "-") { place += 1 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "0") {
            place += 1
        } else {
            try digits(bytes)
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            try digits(bytes)
        }
        if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            if place < bytes.count,
                bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-")
            {
                place += 1
            }
            try digits(bytes)
        }
        return start..<place
    }

    private mutating func digits(_ bytes: Span<UInt8>) throws(JSONError) {
        let start = place
        while place < bytes.count, bytes[place].decimalDigit != nil { place += 1 }
        guard place > start else { throw error(bytes, .number) }
    }

    /// Passes over the string at `place`.
    private mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> JSONText {
        let start = place + 1
        var text = JSONText(range: start..<start, hasEscapes: false)
        place = start
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\"") {
                text.range = start..<place
                place += 1
                return text
            }
            if byte == UInt8(ascii: "\\") {
                text.hasEscapes = true
                try skipEscape(bytes)
            } else if byte < 0x20 {
                throw error(bytes, .escapedControl)
            } else {
                place += 1
            }
        }
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
