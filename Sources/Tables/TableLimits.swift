internal import Notation

/// How much of a data set is read, each bound settable by the operator.
package struct TableLimits: Equatable, Sendable {
    /// Rows, less the header. `PLOT_MAX_ROWS`
    package var rows = 1_000_000
    /// Bytes, unpacked. `PLOT_MAX_DATA`
    package var bytes = 64 << 20
    /// Columns, whether a chart uses them or not. `PLOT_MAX_COLUMNS`
    package var columns = 1_000
    /// Bytes of one cell. `PLOT_MAX_CELL`
    package var cell = 65_536

    /// Arrays and objects of JSON inside each other. `PLOT_MAX_DEPTH`
    ///
    /// Each takes some of the stack, so however much is allowed, no more than `deepest` are read.
    package var depth = JSONTokens.deepest {
        didSet { depth = min(depth, Self.deepest) }
    }

    package static let deepest = 1_000

    package init() {}
}
