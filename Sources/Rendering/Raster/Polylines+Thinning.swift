internal import Scenes

extension Polylines {
    /// Shorter outlines are drawn as they are.
    private static let thickest = 2000

    /// Leaves out points that a line hides anyway: of those that follow each other within half a
    /// column of pixels, the first, the last, the highest and the lowest stay (Jugel et al., "M4: A
    /// Visualization-Oriented Time Series Data Aggregation", 2014).
    ///
    /// For lines that are solid; the length of a line, and the area that it encloses, change.
    mutating func thin() {
        guard points.count > Self.thickest else { return }
        var thinned = Polylines()
        for outline in outlines {
            var start = outline.range.lowerBound
            while start < outline.range.upperBound {
                var end = start + 1
                let column = column(start)
                while end < outline.range.upperBound, self.column(end) == column { end += 1 }
                for index in extremes(start..<end) { thinned.append(points[index]) }
                start = end
            }
            thinned.finish(closed: outline.isClosed)
        }
        self = thinned
    }

    private func column(_ index: Int) -> Int { Int((points[index].x * 2).rounded(.down)) }

    /// At most four of the indices, in order; not empty.
    private func extremes(_ range: Range<Int>) -> [Int] {
        guard range.count > 4 else { return Array(range) }
        var (highest, lowest) = (range.lowerBound, range.lowerBound)
        for index in range {
            if points[index].y < points[highest].y { highest = index }
            if points[index].y > points[lowest].y { lowest = index }
        }
        return [
            range.lowerBound, min(highest, lowest), max(highest, lowest), range.upperBound - 1,
        ]
    }
}
