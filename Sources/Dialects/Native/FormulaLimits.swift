/// How much of a formula is read, each bound settable by the operator.
package struct FormulaLimits: Equatable, Sendable {
    /// Bytes. `PLOT_MAX_FORMULA`
    package var bytes = 4_096
    /// Parentheses, calls and powers inside each other. `PLOT_MAX_FORMULA_DEPTH`
    ///
    /// Each takes some of the stack, so however much is allowed, no more than `deepest` are read.
    package var depth = 64 {
        didSet { depth = min(depth, Self.deepest) }
    }

    package static let deepest = 1_000

    package init() {}
}
