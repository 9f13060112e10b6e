extension Native {
    /// Whether the pairs hold a mark, and so are a chart by themselves.
    package static func isChart(_ pairs: [Pair]) -> Bool {
        pairs.contains { MarkKind.named($0.key) != nil }
    }
}
