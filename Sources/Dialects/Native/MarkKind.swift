import Figures

/// A kind of mark in the native language: its names, what its value means, which keys it takes, and
/// how it becomes a mark of the figure.
package struct MarkKind: Sendable {
    /// What the fields of an item mean.
    package enum Fields: UInt8, Sendable {
        /// y, or x:y.
        case value
        /// x:y:size.
        case sized
        /// low:high, or x:low:high.
        case interval
        /// Values that are counted or summed up, without an order.
        case samples
        /// Values of one axis.
        case places
        /// The parts of a whole.
        case parts
        /// x:y:text.
        case words
    }

    /// How a kind gets along with the rest of a chart.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16

        /// Takes a colour of the palette.
        static let colored = Traits(rawValue: 1 << 0)
        /// Fills its picture alone, without axes.
        static let bare = Traits(rawValue: 1 << 1)
        /// Stands on bands rather than at numbers, where x leaves the choice.
        static let onBands = Traits(rawValue: 1 << 2)
        /// Stands on a band that is called by its name.
        static let ownBand = Traits(rawValue: 1 << 3)
        /// Stands beside others of its kind at the same place.
        static let sideBySide = Traits(rawValue: 1 << 4)
        /// Can be piled up by a plain `stack=1` …
        static let stacked = Traits(rawValue: 1 << 5)
        /// … or only by the name of a stack, unless there is nothing else to pile up.
        static let stackedByName = Traits(rawValue: 1 << 6)
        /// Counts values into bins.
        static let binned = Traits(rawValue: 1 << 7)
        /// Its points are read against both axes, so the grid has lines both ways.
        static let cloud = Traits(rawValue: 1 << 8)
        /// Shows each value for itself: a formula is sampled at few places.
        static let discrete = Traits(rawValue: 1 << 9)
        /// A list of labels names its points, not the places along x.
        static let ownLabels = Traits(rawValue: 1 << 10)
        /// Joins its values to a line.
        static let joined = Traits(rawValue: 1 << 12)
        /// Its values lie along x.
        static let upright = Traits(rawValue: 1 << 11)
    }

    package let names: [String]
    package let form: String
    package let summary: String
    package let example: String
    /// The names of the keys that it takes.
    package let keys: [String]
    let fields: Fields
    let traits: Traits
    let layer: @Sendable (Series, Theme) -> Layer

    /// Every kind, in the order in which they are documented. A new kind is one file and one line here.
    package static let all: [MarkKind] = [
        .line, .area, .step, .bar, .scatter, .bubble, .stem, .pie, .donut, .hist, .box, .error,
        .band, .hline, .vline, .text, .spark,
    ]

    static func named(_ name: String) -> MarkKind? { all.first { $0.names.contains(name) } }
}
