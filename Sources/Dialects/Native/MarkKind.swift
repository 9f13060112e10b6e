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

    package let names: [String]
    package let form: String
    package let summary: String
    package let example: String
    /// The names of the keys that it takes.
    package let keys: [String]
    let fields: Fields
    /// Whether it takes a colour of the palette.
    var takesColor = true
    /// Whether it stands on bands rather than at numbers, where x leaves the choice.
    var wantsBands = false
    var stacks = false
    /// Whether it fills its picture alone, without axes.
    var isBare = false
    let layer: @Sendable (Series, Theme) -> Layer

    /// Every kind, in the order in which they are documented. A new kind is one file and one line here.
    package static let all: [MarkKind] = [
        .line, .area, .step, .bar, .scatter, .bubble, .stem, .pie, .donut, .hist, .box, .error,
        .band, .hline, .vline, .text, .spark,
    ]

    static func named(_ name: String) -> MarkKind? { all.first { $0.names.contains(name) } }
}
