internal import Scenes

/// What a round pen covers on its way along x without turning back: at each place one stretch of y,
/// so that all of it lies between two curves, however often the line goes up and down in a pixel.
///
/// Both curves are the outermost of the sides of all segments and of the discs around all joints,
/// sampled along x and straight in between. Drawn by its segments, such a line would enter a pixel
/// with the sum of what they cover there, and not with what is covered by any of them.
struct Envelope {
    /// Half the width of the line.
    private let radius: Double
    /// Where the first sample lies along x, in samples.
    private let start: Int
    /// The least y that is covered at each sample, and the greatest; the wrong way round where none is.
    private var upper: [Double]
    private var lower: [Double]

    /// In a pixel, along x.
    private static let samples = 8
    /// Pixels along x. A line with longer ways between its turns hardly lies over itself.
    private static let crowd = 4.0
    /// Pixels. With a wider pen the discs take longer than all segments.
    private static let widest = 16.0

    /// Whether a line through `points` goes along x, and is so crowded that it lies over itself.
    static func suits(_ points: some RandomAccessCollection<Point>, radius: Double) -> Bool {
        guard points.count > 2, radius <= widest, let first = points.first, let last = points.last
        else { return false }
        let isRightward = last.x > first.x
        var turns = 0
        var climb = 0.0
        for (a, b) in zip(points, points.dropFirst()) {
            guard isRightward ? b.x >= a.x : b.x <= a.x else { return false }
            if (b.y - a.y) * climb < 0 { turns += 1 }
            if b.y != a.y { climb = b.y - a.y }
        }
        return Double(turns) * crowd > abs(last.x - first.x)
    }

    /// Of a line that goes along x. What lies outside of `columns` will not be seen.
    init(of points: [Point], radius: Double, cap: Stroke.Cap, in columns: Range<Int>) {
        self.radius = radius
        start = columns.lowerBound * Self.samples
        let count = columns.count * Self.samples + 1
        upper = Array(repeating: .infinity, count: count)
        lower = Array(repeating: -.infinity, count: count)
        for index in 1..<points.count {
            cover(Segment(from: points[index - 1], to: points[index], radius))
            if index > 1 { cover(discAround: points[index - 1]) }
        }
        cover(cap, of: Segment(from: points[1], to: points[0], radius))
        let last = points.count - 1
        cover(cap, of: Segment(from: points[last - 1], to: points[last], radius))
    }

    private mutating func cover(_ cap: Stroke.Cap, of segment: Segment) {
        let (right, left) = (segment.end + segment.normal, segment.end - segment.normal)
        switch cap {
        case .butt: cover(from: right, to: left)
        case .round: cover(discAround: segment.end)
        case .square:
            let reach = segment.direction * radius
            cover(from: right, to: right + reach)
            cover(from: left, to: left + reach)
            cover(from: right + reach, to: left + reach)
        }
    }

    private mutating func cover(_ segment: Segment) {
        cover(from: segment.start + segment.normal, to: segment.end + segment.normal)
        cover(from: segment.start - segment.normal, to: segment.end - segment.normal)
    }

    private mutating func cover(from a: Point, to b: Point) {
        let (a, b) = a.x < b.x ? (a, b) : (b, a)
        let slope = (b.y - a.y) / (b.x - a.x)
        for sample in samples(from: a.x, to: b.x) {
            let y = a.y + (x(of: sample) - a.x) * slope
            upper[sample] = min(upper[sample], y)
            lower[sample] = max(lower[sample], y)
        }
    }

    private mutating func cover(discAround center: Point) {
        for sample in samples(from: center.x - radius, to: center.x + radius) {
            let distance = x(of: sample) - center.x
            let height = max(radius * radius - distance * distance, 0).squareRoot()
            upper[sample] = min(upper[sample], center.y - height)
            lower[sample] = max(lower[sample], center.y + height)
        }
    }

    private func x(of sample: Int) -> Double { Double(start + sample) / Double(Self.samples) }

    /// Those between two places, as far as there are any.
    private func samples(from left: Double, to right: Double) -> Range<Int> {
        func sample(atOrAfter x: Double) -> Int {
            let place = (x * Double(Self.samples)).rounded(.up) - Double(start)
            return Int(min(max(place, 0), Double(upper.count)))
        }
        // Where the way from place to place is vertical, both are the same.
        let first = sample(atOrAfter: left)
        return first..<max(sample(atOrAfter: right), first)
    }

    /// The outline, with its edges in the order of drawing.
    func draw(_ edge: (Point, Point) -> Void) {
        var previous: Int?
        for sample in upper.indices {
            guard upper[sample] <= lower[sample] else {
                close(previous, edge)
                previous = nil
                continue
            }
            let (top, bottom) = ends(of: sample)
            if let previous {
                let (formerTop, formerBottom) = ends(of: previous)
                edge(formerTop, top)
                edge(bottom, formerBottom)
            } else {
                edge(bottom, top)
            }
            previous = sample
        }
        close(previous, edge)
    }

    private func close(_ sample: Int?, _ edge: (Point, Point) -> Void) {
        guard let (top, bottom) = sample.map(ends) else { return }
        edge(top, bottom)
    }

    private func ends(of sample: Int) -> (top: Point, bottom: Point) {
        let x = x(of: sample)
        return (Point(x, upper[sample]), Point(x, lower[sample]))
    }
}
