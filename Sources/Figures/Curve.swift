import CLibc
package import Scenes

/// How a line runs from one point to the next.
package enum Curve: UInt8, Sendable {
    case straight
    /// Smooth, and never beyond the points: between two of them it only rises or only falls
    /// (Steffen, "A simple method for monotonic interpolation in one dimension", 1990).
    case smooth
    /// Level until the next point.
    case step

    /// A path through `points`, broken wherever one is no number.
    package func path(through points: [Point]) -> Path {
        var path = Path()
        path.reserveCapacity(self == .straight ? points.count : points.count * 3)
        for run in Self.runs(of: points) { extend(&path, through: run) }
        return path
    }

    /// The stretches of points that are numbers, longest possible.
    package static func runs(of points: [Point]) -> [ArraySlice<Point>] {
        var runs: [ArraySlice<Point>] = []
        var start = 0
        for index in points.indices where !points[index].isFinite {
            if start < index { runs.append(points[start..<index]) }
            start = index + 1
        }
        if start < points.count { runs.append(points[start...]) }
        return runs
    }

    /// Adds the line through `run`, as an outline of its own or, with `joining`, on from the last point.
    package func extend(_ path: inout Path, through run: ArraySlice<Point>, joining: Bool = false) {
        guard let first = run.first else { return }
        if joining { path.line(to: first) } else { path.move(to: first) }
        switch self {
        case .straight:
            for point in run.dropFirst() { path.line(to: point) }
        case .step:
            var last = first
            for point in run.dropFirst() {
                path.line(to: Point(point.x, last.y))
                path.line(to: point)
                last = point
            }
        case .smooth:
            let slopes = Self.slopes(at: run)
            for (next, index) in zip(run.indices.dropFirst(), 0...) {
                let (a, b) = (run[next - 1], run[next])
                path.cubic(
                    by: a + slopes[index] * (1.0 / 3), b - slopes[index + 1] * (1.0 / 3), to: b)
            }
        }
    }

    /// The tangent at each point, as long as the shorter of its neighbouring pieces asks.
    private static func slopes(at run: ArraySlice<Point>) -> [Point] {
        let points = Array(run)
        guard points.count > 2 else {
            return points.count == 2
                ? Array(repeating: points[1] - points[0], count: 2) : points.map { _ in .zero }
        }
        let rises = zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x }
        let falls = zip(points, points.dropFirst()).allSatisfy { $0.x > $1.x }
        guard rises || falls else { return chords(of: points) }
        var slopes = points.map { _ in 0.0 }
        for index in 1..<points.count - 1 {
            let (h0, h1) = (
                points[index].x - points[index - 1].x, points[index + 1].x - points[index].x
            )
            let s0 = (points[index].y - points[index - 1].y) / h0
            let s1 = (points[index + 1].y - points[index].y) / h1
            let mean = (s0 * h1 + s1 * h0) / (h0 + h1)
            let sign = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
            slopes[index] = sign * min(abs(s0), abs(s1), 0.5 * abs(mean))
        }
        let last = points.count - 1
        slopes[0] = endSlope(points[0], points[1], slopes[1])
        slopes[last] = endSlope(points[last], points[last - 1], slopes[last - 1])
        // A cubic of Hermite's form: a third of the piece along each tangent. The two pieces that
        // meet in a point differ in length, so the tangent is stored for the shorter one.
        return points.indices.map { index in
            let before = index > 0 ? abs(points[index].x - points[index - 1].x) : .infinity
            let after = index < last ? abs(points[index + 1].x - points[index].x) : .infinity
            let run = min(before, after) * (rises ? 1 : -1)
            return Point(run, slopes[index] * run)
        }
    }

    private static func endSlope(_ end: Point, _ next: Point, _ slope: Double) -> Double {
        let chord = (next.y - end.y) / (next.x - end.x)
        let own = (3 * chord - slope) / 2
        if own * chord <= 0 { return 0 }
        return abs(own) > 3 * abs(chord) ? 3 * chord : own
    }

    /// For points in no order: the direction from neighbour to neighbour (Catmull and Rom, 1974).
    private static func chords(of points: [Point]) -> [Point] {
        points.indices.map { index in
            let before = points[max(index - 1, 0)]
            let after = points[min(index + 1, points.count - 1)]
            return (after - before) * 0.5
        }
    }
}
