/// Outlines made of lines and curves, in points: what a scene fills and strokes.
///
/// Verbs and points lie in two flat arrays, so that a path of a million points is two allocations.
package struct Path: Equatable, Sendable {
    package enum Verb: UInt8, Sendable {
        /// Begins an outline; one point.
        case move
        /// A straight line; one point.
        case line
        /// A quadratic curve: its control point, its end.
        case quadratic
        /// A cubic curve: two control points, its end.
        case cubic
        /// Back to the outline's first point; no point.
        case close

        package var pointCount: Int {
            switch self {
            case .move, .line: 1
            case .quadratic: 2
            case .cubic: 3
            case .close: 0
            }
        }
    }

    package private(set) var verbs: [Verb] = []
    package private(set) var points: [Point] = []

    package init() {}

    package init(_ rect: Rect) {
        verbs = [.move, .line, .line, .line, .close]
        points = [
            Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY),
            Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
        ]
    }

    /// The straight line from `a` to `b`.
    package init(from a: Point, to b: Point) {
        verbs = [.move, .line]
        points = [a, b]
    }

    /// Straight lines from point to point.
    package init(through points: [Point], closed: Bool = false) {
        guard !points.isEmpty else { return }
        verbs = Array(repeating: .line, count: points.count)
        verbs[0] = .move
        self.points = points
        if closed { close() }
    }

    package var isEmpty: Bool { verbs.isEmpty }

    package mutating func reserveCapacity(_ count: Int) {
        verbs.reserveCapacity(count)
        points.reserveCapacity(count)
    }

    package mutating func move(to point: Point) {
        verbs.append(.move)
        points.append(point)
    }

    package mutating func line(to point: Point) {
        verbs.append(.line)
        points.append(point)
    }

    package mutating func quadratic(by control: Point, to point: Point) {
        verbs.append(.quadratic)
        points.append(control)
        points.append(point)
    }

    package mutating func cubic(by first: Point, _ second: Point, to point: Point) {
        verbs.append(.cubic)
        points.append(first)
        points.append(second)
        points.append(point)
    }

    package mutating func close() { verbs.append(.close) }

    package mutating func append(_ other: Path) {
        verbs += other.verbs
        points += other.points
    }

    /// The same outlines with each point carried elsewhere. Exact for affine maps.
    package func mapped(_ transform: (Point) -> Point) -> Path {
        var path = self
        for index in path.points.indices { path.points[index] = transform(path.points[index]) }
        return path
    }

    /// The smallest rectangle around all points, control points too; nil where there are none.
    package var bounds: Rect? {
        guard let first = points.first else { return nil }
        var box = Rect(from: first, to: first)
        for point in points {
            box.minX = min(box.minX, point.x)
            box.maxX = max(box.maxX, point.x)
            box.minY = min(box.minY, point.y)
            box.maxY = max(box.maxY, point.y)
        }
        return box
    }
}
