/// Moves the heights that letters share onto whole pixels, and what lies between in proportion, so
/// that a line of small text has a sharp upper and lower edge.
///
/// This is the part of hinting that shows most and costs least: one map for all glyphs of a size.
struct PixelFit {
    /// Where letters end, in ems. All are positive, the first two below the baseline.
    struct Heights {
        /// How deep p reaches.
        var descender: Double
        /// How much deeper than x, or higher, round letters reach, so that they look as tall.
        var overshoot: Double
        var xHeight: Double
        var capHeight: Double
        /// How high l reaches.
        var ascender: Double
    }

    private struct Knot {
        var height: Double
        var place: Double
    }

    let size: Double
    /// In ascending order of both.
    private var knots: [Knot] = []

    init(_ heights: Heights, size: Double) {
        self.size = size
        let overshoot = heights.overshoot * size
        // Less than half a pixel of overshoot is no more than a blur.
        let kept = overshoot < 0.5 ? 0 : overshoot
        knots.reserveCapacity(7)
        knots.append(
            Knot(height: -heights.descender * size, place: -(heights.descender * size).rounded()))
        knots.append(Knot(height: -overshoot, place: -kept))
        knots.append(Knot(height: 0, place: 0))
        for height in [heights.xHeight * size, heights.capHeight * size] {
            knots.append(Knot(height: height, place: height.rounded()))
            knots.append(Knot(height: height + overshoot, place: height.rounded() + kept))
        }
        let ascender = heights.ascender * size
        if ascender > heights.capHeight * size + overshoot {
            knots.append(Knot(height: ascender, place: max(ascender.rounded(), knots[6].place)))
        }
    }

    /// Where a point that is `height` pixels above the baseline comes to lie.
    func place(_ height: Double) -> Double {
        guard height > knots[0].height else { return height - knots[0].height + knots[0].place }
        for index in 1..<knots.count where height <= knots[index].height {
            let (below, above) = (knots[index - 1], knots[index])
            let fraction = (height - below.height) / (above.height - below.height)
            return below.place + fraction * (above.place - below.place)
        }
        let top = knots[knots.count - 1]
        return height - top.height + top.place
    }
}
