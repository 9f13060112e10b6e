internal import Notation

/// Goes through JSON that is a table, in the steps in which tables are built.
struct JSONWalk {
    private var tokens: JSONTokens

    /// Begins at `place`, with a value or several.
    init(at place: Int, isSequence: Bool, _ limits: TableLimits) {
        tokens = JSONTokens(at: place, isSequence: isSequence, deepest: limits.depth)
    }

    /// Where the last token begins.
    var start: Int { tokens.start }

    /// The last name or string.
    var text: JSONText { tokens.text }

    /// The last number.
    var number: Range<Int> { tokens.number }

    mutating func next(_ bytes: Span<UInt8>) throws(DataError) -> JSONTokens.Token {
        do { return try tokens.next(in: bytes) } catch {
            guard error.wanted == .lessDepth else { throw .json(error) }
            throw .limit(.depth, most: tokens.deepest, setting: "PLOT_MAX_DEPTH")
        }
    }

    /// Passes over the rest of a value of which this is the first token.
    mutating func skipRest(
        of token: JSONTokens.Token, _ bytes: Span<UInt8>
    ) throws(DataError) {
        switch token {
        case .beginArray, .beginObject:
            let depth = tokens.depth
            while tokens.depth >= depth { _ = try next(bytes) }
        default: return
        }
    }

    /// Moves to the start of the next record; false at the end of the data.
    mutating func beginsRecord(_ bytes: Span<UInt8>) throws(DataError) -> Bool {
        try begins(.beginObject, .record, bytes)
    }

    /// Moves to the start of the next row; false at the end of the data.
    mutating func beginsRow(_ bytes: Span<UInt8>) throws(DataError) -> Bool {
        try begins(.beginArray, .row, bytes)
    }

    private mutating func begins(
        _ wanted: JSONTokens.Token, _ wish: DataError.ShapeWish, _ bytes: Span<UInt8>
    ) throws(DataError) -> Bool {
        switch try next(bytes) {
        case wanted: return true
        case .endArray:
            // Where the array is all there is, only the end may come now.
            _ = try next(bytes)
            return false
        case .end: return false
        default: throw badShape(bytes, wanted: wish)
        }
    }

    /// The text of a cell that is no number or plain string: of a word, an escaped string or any value
    /// but arrays and objects, of which there is none. `null` has no text.
    func cell(
        _ token: JSONTokens.Token, _ bytes: Span<UInt8>
    ) -> [UInt8]? {
        switch token {
        case .number: CellText.array(bytes.extracting(tokens.number))
        case .string: tokens.text.utf8(in: bytes)
        case .yes: Array("true".utf8)
        case .no: Array("false".utf8)
        case .null: []
        default: nil
        }
    }

    /// The last token is no part of a table.
    func badShape(_ bytes: Span<UInt8>, wanted: DataError.ShapeWish) -> DataError {
        let error = JSONError(bytes, at: start, wanted: .value)
        return .badShape(
            line: error.line, column: error.column, found: error.found, wanted: wanted)
    }
}
