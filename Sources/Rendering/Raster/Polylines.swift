internal import Scenes

/// Outlines of straight lines, in pixels: what is left of a path when its curves are cut up.
struct Polylines {
    struct Outline {
        var range: Range<Int>
        var isClosed: Bool
    }

    private(set) var points: [Point] = []
    private(set) var outlines: [Outline] = []
    private var start = 0

    mutating func removeAll() {
        points.removeAll(keepingCapacity: true)
        outlines.removeAll(keepingCapacity: true)
        start = 0
    }

    mutating func reserveCapacity(_ count: Int) { points.reserveCapacity(count) }

    mutating func append(_ point: Point) { points.append(point) }

    /// Ends the outline of the points appended since the last one ended.
    mutating func finish(closed: Bool) {
        guard points.count > start else { return }
        outlines.append(Outline(range: start..<points.count, isClosed: closed))
        start = points.count
    }

    func points(of outline: Outline) -> ArraySlice<Point> { points[outline.range] }
}
