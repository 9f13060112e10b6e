/// What a mark asks of one axis: the values it has to show, and how they want to lie in it.
package struct Extent: Sendable, Equatable {
    /// The least and the greatest value; the wrong way round where there is none.
    package var low = Double.infinity
    package var high = -Double.infinity
    /// The least value above zero: what a logarithmic axis can begin with.
    package var leastPositive = Double.infinity
    /// The mark stands on zero, so the axis has to show it.
    package var standsOnZero = false
    /// Points that should stay free beyond both ends, as for a marker on the edge.
    package var padding = 0.0
    /// The ends are the mark's own edges, as those of a histogram: do not round them.
    package var isTight = false

    package init() {}

    package init(_ values: some Sequence<Double>) {
        // Branches that are hardly ever taken: there may be millions of values.
        var (low, high, positive) = (Double.infinity, -Double.infinity, Double.infinity)
        for value in values where value.isFinite {
            if value < low { low = value }
            if value > high { high = value }
            if value < positive, value >= Self.nearest { positive = value }
        }
        include(low)
        include(high)
        include(positive)
    }

    package var isEmpty: Bool { low > high }

    /// Farther from zero, or nearer to it, no axis reaches: so no difference and no quotient of two
    /// ends overflows.
    package static let farthest = 1e300
    private static let nearest = 1e-300

    package mutating func include(_ value: Double) {
        guard value.isFinite else { return }
        let value = min(max(value, -Self.farthest), Self.farthest)
        low = min(low, value)
        high = max(high, value)
        if value >= Self.nearest { leastPositive = min(leastPositive, value) }
    }

    package mutating func unite(_ other: Extent) {
        low = min(low, other.low)
        high = max(high, other.high)
        leastPositive = min(leastPositive, other.leastPositive)
        standsOnZero = standsOnZero || other.standsOnZero
        padding = max(padding, other.padding)
        isTight = isTight || other.isTight
    }
}

/// What a mark asks of its two axes.
package struct Extents: Sendable, Equatable {
    package var x = Extent()
    package var y = Extent()

    package init() {}

    package init(x: Extent, y: Extent) {
        self.x = x
        self.y = y
    }
}
