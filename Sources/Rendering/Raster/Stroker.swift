internal import CLibc
internal import Scenes

/// Draws lines of some width as the outline of what a pen would cover.
///
/// The outline is that of one quadrilateral a segment and one wedge a joint, all with the same
/// winding, less the edges that they share. So where a line overlaps itself, windings add up, and
/// however sharp its turns are, no part of it can cancel another.
struct Stroker {
    private let radius: Double
    private let cap: Stroke.Cap
    private let join: Stroke.Join
    private let miterLimit: Double
    /// How far a round joint turns with one straight edge.
    private let arcStep: Double

    /// Points nearer to each other than this are one.
    private static let nearest = 1.0 / 64
    /// A wider line covers any picture as well.
    private static let widest = 1e6

    private var points: [Point] = []

    /// For lines of `width` pixels.
    init(_ stroke: Stroke, width: Double) {
        radius = min(width, Self.widest) / 2
        cap = stroke.cap
        join = stroke.join
        miterLimit = stroke.miterLimit.isNaN ? 1 : max(stroke.miterLimit, 1)
        // The sagitta of an edge is radius * (1 - cos(step / 2)), about radius * step² / 8.
        arcStep = min(max((8 * 0.05 / max(radius, 0.05)).squareRoot(), 0.02), .pi / 3)
    }

    /// Adds the outlines of all `lines`.
    mutating func stroke(_ lines: Polylines, into scanner: inout Scanner) {
        guard radius > 0 else { return }
        scanner.reserveCapacity(lines.points.count * (join == .round ? 7 : 4))
        for outline in lines.outlines {
            let isClosed = gather(lines, outline)
            if points.count == 1 {
                dot(at: points[0], into: &scanner)
            } else if !isClosed, join == .round, strokeCrowd(into: &scanner) {
                continue
            } else {
                stroke(closed: isClosed, into: &scanner)
            }
        }
    }

    /// Takes the outline's points but those that lie on the one before. False where it is open or
    /// too short to be closed.
    private mutating func gather(_ lines: Polylines, _ outline: Polylines.Outline) -> Bool {
        func areApart(_ a: Point, _ b: Point) -> Bool {
            abs(a.x - b.x) > Self.nearest || abs(a.y - b.y) > Self.nearest
        }
        points.removeAll(keepingCapacity: true)
        for index in outline.range {
            let point = lines.points[index]
            if points.isEmpty || areApart(point, points[points.count - 1]) { points.append(point) }
        }
        guard outline.isClosed else { return false }
        while points.count > 1, !areApart(points[0], points[points.count - 1]) {
            points.removeLast()
        }
        return points.count > 2
    }

    /// Draws a line that crowds along x or y as the envelope that it is; false where it does neither.
    private func strokeCrowd(into scanner: inout Scanner) -> Bool {
        func turned(_ point: Point) -> Point { Point(point.y, point.x) }
        if Envelope.suits(points, radius: radius) {
            Envelope(of: points, radius: radius, cap: cap, in: scanner.box.columns)
                .draw { scanner.add(from: $0, to: $1) }
        } else if Envelope.suits(points.lazy.map(turned), radius: radius) {
            Envelope(of: points.map(turned), radius: radius, cap: cap, in: scanner.box.rows)
                .draw { scanner.add(from: turned($0), to: turned($1)) }
        } else {
            return false
        }
        return true
    }

    private func stroke(closed isClosed: Bool, into scanner: inout Scanner) {
        let count = points.count
        let segments = isClosed ? count : count - 1
        func segment(_ index: Int) -> Segment {
            Segment(from: points[index], to: points[index + 1 == count ? 0 : index + 1], radius)
        }
        let first = segment(0)
        var sides = Sides(from: first.start + first.normal, first.start - first.normal)
        if isClosed {
            // Begins in the middle of the first segment, where no joint is.
            let middle = (first.start + first.end) * 0.5
            sides = Sides(from: middle + first.normal, middle - first.normal)
        } else {
            drawCap(of: first.reversed, into: &scanner)
        }
        let beginning = sides
        var last = first
        for index in 1..<segments {
            let next = segment(index)
            drawJoint(last, next, sides: &sides, into: &scanner)
            last = next
        }
        if isClosed {
            drawJoint(last, first, sides: &sides, into: &scanner)
            sides.go(to: beginning.right, beginning.left, into: &scanner)
        } else {
            sides.go(to: last.end + last.normal, last.end - last.normal, into: &scanner)
            drawCap(of: last, into: &scanner)
        }
    }

    // MARK: Joints

    private func drawJoint(
        _ a: Segment, _ b: Segment, sides: inout Sides, into scanner: inout Scanner
    ) {
        let cross = a.direction.x * b.direction.y - a.direction.y * b.direction.x
        let dot = a.direction.x * b.direction.x + a.direction.y * b.direction.y
        let pivot = a.end
        // Where the offset lines of both segments meet, on either side; far away for a sharp turn.
        let meeting = (a.normal + b.normal) * (1 / max(1 + dot, 1e-9))
        let turnsRight = cross > 0
        let inward = turnsRight ? 1.0 : -1.0

        func inner(_ point: Point) {
            if turnsRight {
                sides.goRight(to: point, into: &scanner)
            } else {
                sides.goLeft(to: point, into: &scanner)
            }
        }
        func outer(_ point: Point) {
            if turnsRight {
                sides.goLeft(to: point, into: &scanner)
            } else {
                sides.goRight(to: point, into: &scanner)
            }
        }

        // On the inner side both quadrilaterals overlap. Where they are long enough, the overlap
        // is cut off; half of each segment is left for its other joint. Else it stays, by way of
        // the pivot, which keeps its winding positive.
        let overlap = radius * abs(cross) / max(1 + dot, 1e-9)
        if overlap <= min(a.length, b.length) / 2 {
            inner(pivot + meeting * inward)
        } else {
            inner(pivot + a.normal * inward)
            inner(pivot)
            inner(pivot + b.normal * inward)
        }

        // 2 / (1 + dot) is the square of the mitre's length in half widths.
        if join == .miter, 2 <= miterLimit * miterLimit * (1 + dot), dot > -1 + 1e-9 {
            outer(pivot - meeting * inward)
        } else {
            outer(pivot - a.normal * inward)
            if join == .round {
                let angle = atan2(cross, dot)
                arc(around: pivot, from: a.normal * -inward, by: angle) { outer($0) }
            }
            outer(pivot - b.normal * inward)
        }
    }

    /// The points between both ends of an arc that begins at `spoke` from its center.
    private func arc(
        around center: Point, from spoke: Point, by angle: Double, _ draw: (Point) -> Void
    ) {
        let count = Int((abs(angle) / arcStep).rounded(.up))
        guard count > 1 else { return }
        let (c, s) = (cos(angle / Double(count)), sin(angle / Double(count)))
        var spoke = spoke
        for _ in 1..<count {
            spoke = Point(spoke.x * c - spoke.y * s, spoke.x * s + spoke.y * c)
            draw(center + spoke)
        }
    }

    // MARK: Ends

    /// From the right side around the segment's end to its left side.
    private func drawCap(of segment: Segment, into scanner: inout Scanner) {
        var pen = segment.end + segment.normal
        func go(to point: Point) {
            scanner.add(from: pen, to: point)
            pen = point
        }
        switch cap {
        case .butt: break
        case .square:
            let reach = segment.direction * radius
            go(to: segment.end + segment.normal + reach)
            go(to: segment.end - segment.normal + reach)
        case .round:
            arc(around: segment.end, from: segment.normal, by: -.pi) { go(to: $0) }
        }
        go(to: segment.end - segment.normal)
    }

    /// A line without length is a disc or an upright square, or with butt ends nothing (SVG 2).
    private func dot(at center: Point, into scanner: inout Scanner) {
        guard cap != .butt else { return }
        let point = Segment(at: center, radius)
        drawCap(of: point, into: &scanner)
        drawCap(of: point.reversed, into: &scanner)
    }
}

/// A straight piece of a line.
struct Segment {
    var start: Point
    var end: Point
    var length: Double
    var direction: Point
    /// To the right of the direction, as long as half the line is wide.
    var normal: Point

    init(from start: Point, to end: Point, _ radius: Double) {
        self.start = start
        self.end = end
        let way = end - start
        length = (way.x * way.x + way.y * way.y).squareRoot()
        direction = way * (1 / length)
        normal = Point(-direction.y, direction.x) * radius
    }

    init(at point: Point, _ radius: Double) {
        start = point
        end = point
        length = 0
        direction = Point(1, 0)
        normal = Point(0, radius)
    }

    var reversed: Segment {
        var other = self
        swap(&other.start, &other.end)
        other.direction = direction * -1
        other.normal = normal * -1
        return other
    }
}

/// How far both sides of the outline have come. The right one is drawn forwards, the left one
/// backwards, which makes them one outline.
private struct Sides {
    var right: Point
    var left: Point

    init(from right: Point, _ left: Point) {
        self.right = right
        self.left = left
    }

    mutating func goRight(to point: Point, into scanner: inout Scanner) {
        scanner.add(from: right, to: point)
        right = point
    }

    mutating func goLeft(to point: Point, into scanner: inout Scanner) {
        scanner.add(from: point, to: left)
        left = point
    }

    mutating func go(to right: Point, _ left: Point, into scanner: inout Scanner) {
        goRight(to: right, into: &scanner)
        goLeft(to: left, into: &scanner)
    }
}
