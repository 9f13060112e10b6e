/// Gives out the colours of the palette in turn.
///
/// An interval and the line that follows it show one thing, so they share a colour.
struct ColorTurns {
    private var next = 0
    private var waiting: [Int] = []

    /// The turn of a mark of this kind; marks that take no colour get the first one and use none up.
    mutating func turn(of kind: MarkKind) -> Int {
        guard kind.traits.contains(.colored) else { return 0 }
        if kind.fields != .interval, !waiting.isEmpty { return waiting.removeFirst() }
        defer { next += 1 }
        if kind.fields == .interval { waiting.append(next) }
        return next
    }
}
