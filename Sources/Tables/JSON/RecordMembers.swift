internal import Notation

/// Goes through the members of a record, and of the objects in it, which are called `m.cpu`.
struct RecordMembers {
    /// The columns by their names.
    var names: WordList
    /// What comes before the name of a member of the object that is open.
    private var prefix: [UInt8] = []
    /// How much of it there was before each object that is open.
    private var lengths: [Int] = []
    /// The number of the column that comes next where all records have the same members.
    private var expected = 0

    /// So deep objects in a record are opened, and so long their names may be. Any deeper one is a value
    /// like others, that no column can hold.
    private static let deepest = 8
    private static let longest = 256

    init(names: WordList = WordList()) { self.names = names }

    /// The column and the first token of the next value; nil at the end of the record that `walk` began.
    @inline(__always)
    mutating func next(
        _ bytes: Span<UInt8>, _ walk: inout JSONWalk
    ) throws(DataError) -> (column: Int, token: JSONTokens.Token)? {
        while true {
            guard case .name = try walk.next(bytes) else {
                guard let length = lengths.popLast() else {
                    expected = 0
                    return nil
                }
                prefix.removeLast(prefix.count - length)
                continue
            }
            let name = walk.text
            let token = try walk.next(bytes)
            if case .beginObject = token, open(name, bytes) { continue }
            let column =
                lengths.isEmpty
                ? names.code(of: name, in: bytes, expected: expected)
                : code(of: name, in: bytes)
            expected = column + 1
            return (column, token)
        }
    }

    /// False where its members would be too deep or their names too long.
    private mutating func open(_ name: JSONText, _ bytes: Span<UInt8>) -> Bool {
        guard lengths.count < Self.deepest, prefix.count + name.range.count < Self.longest else {
            return false
        }
        lengths.append(prefix.count)
        Self.append(name, bytes, to: &prefix)
        prefix.append(UInt8(ascii: "."))
        return true
    }

    /// The number of a member of an object in the record.
    private mutating func code(of name: JSONText, in bytes: Span<UInt8>) -> Int {
        // While `names` grows, no other property can be lent as a span.
        var text: [UInt8] = []
        swap(&text, &prefix)
        let length = text.count
        Self.append(name, bytes, to: &text)
        let isExpected = names.isEqual(text.span, expected)
        let code = isExpected ? expected : Int(names.code(of: text.span))
        text.removeLast(text.count - length)
        swap(&text, &prefix)
        return code
    }

    private static func append(_ name: JSONText, _ bytes: Span<UInt8>, to text: inout [UInt8]) {
        if name.hasEscapes {
            text += name.utf8(in: bytes)
        } else {
            for index in name.range { text.append(bytes[index]) }
        }
    }
}

extension WordList {
    /// The number of a member's name, which is `expected` where members always come in the same order.
    mutating func code(of name: JSONText, in bytes: Span<UInt8>, expected: Int) -> Int {
        if name.hasEscapes {
            let text = name.utf8(in: bytes)
            return Int(code(of: text.span))
        }
        let text = bytes.extracting(name.range)
        return isEqual(text, expected) ? expected : Int(code(of: text))
    }
}
