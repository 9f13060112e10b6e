package import Notation

/// One axis of a panel: how values become places, and what is written beside it.
package struct Axis: Sendable {
    package enum Side: UInt8, Sendable {
        case bottom, left, top, right

        package var isHorizontal: Bool { self == .bottom || self == .top }
    }

    package enum Kind: Sendable {
        case linear
        case logarithmic
        /// Linear around zero and logarithmic beyond, for values of both signs.
        case symmetricLogarithmic
        /// Milliseconds since 1970-01-01T00:00Z, shown in a time zone.
        case time(Zone)
        /// Names at 0, 1, 2 …, each in the middle of a band of its own.
        case bands([String])
    }

    package enum Ticks: Sendable, Equatable {
        case automatic
        /// About so many.
        case about(Int)
        case at([Double])
        case none
    }

    package enum Format: Sendable {
        case automatic
        case number(NumberFormat)
        case time(TimeFormat)
    }

    package var side: Side
    package var kind = Kind.linear
    /// The ends that the author fixed, if any.
    package var lower: Double?
    package var upper: Double?
    package var isReversed = false
    /// Whether free ends move outwards to round numbers.
    package var roundsEnds = false
    /// Whether only whole numbers are named, as for what is counted or numbered.
    package var isWhole = false
    /// Whether its values happen to be whole numbers, as years are: nothing between two of them is named.
    package var hasWholeValues = false
    /// The unit of a calendar below which times are not named, since no value needs it.
    package var finestUnit: CalendarStep.Unit?
    /// Whether its times are those of a clock, of no day: then the day that they lie on, the first of
    /// 1970, is not said.
    package var isClock = false
    package var ticks = Ticks.automatic
    package var format = Format.automatic
    package var title = ""
    /// What the values along it are called in a table, whatever the title says; empty where nobody knows.
    package var valueName = ""
    package var hasGrid = false
    /// Whether the line, the tick marks and the labels are drawn.
    package var isVisible = true

    package init(_ side: Side) { self.side = side }
}
