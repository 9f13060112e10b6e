internal import Scenes

/// The page with some room around it. What lies farther out is cut off before it is written: readers
/// count the dashes of a line to its end, and their numbers end sooner than ours.
struct PageWindow {
    private let rect: Rect

    private static let margin = 2000.0
    /// Curves that lead out become lines this many times finer than those of a pixel's picture.
    private static let fineness = 16.0
    /// A wider line covers any page as well.
    static let widest = 1e6

    init(around size: Size, strokeWidth: Double = 0) {
        // A mitre reaches four half widths in, or as far as its limit says; few are higher.
        let reach = Self.margin + 4 * min(strokeWidth, Self.widest)
        rect = Rect(
            from: Point(-reach, -reach), to: Point(size.width + reach, size.height + reach))
    }

    /// Whether all of the path is in here, and begins as a path should.
    func holds(_ path: Path) -> Bool {
        path.verbs.first == .move && path.points.allSatisfy { rect.contains($0) }
    }

    func holds(_ point: Point) -> Bool { rect.contains(point) }

    /// What a pen along `path` draws in here, as straight lines, cut into the dashes of `stroke`.
    func lines(along path: Path, _ stroke: Stroke) -> Path {
        // A solid line is one dash without end.
        var dashes = Stroke(width: 1, dash: [1e12, 0])
        if stroke.isDashed {
            dashes.dash = stroke.dash
            dashes.dashOffset = stroke.dashOffset
        }
        guard let dasher = Dasher(dashes, scale: Self.fineness, window: scaledRect) else {
            return Path()
        }
        let lines = dasher.dashes(of: flattened(path))
        // Where a line is out of sight the dasher leaves its corners behind.
        return Path(lines, scale: 1 / Self.fineness) {
            scaledRect.inset(by: -4 * Self.fineness).contains($0)
        }
    }

    /// The part of the area inside `path` that lies in here.
    func area(inside path: Path) -> Path {
        let lines = flattened(path)
        var cut = Polylines()
        for outline in lines.outlines {
            let corners = scaledRect.clipped(Array(lines.points(of: outline)))
            guard corners.count > 2 else { continue }
            for corner in corners { cut.append(corner) }
            cut.finish(closed: true)
        }
        return Path(cut, scale: 1 / Self.fineness)
    }

    private var scaledRect: Rect {
        Rect(
            from: Point(rect.minX, rect.minY) * Self.fineness,
            to: Point(rect.maxX, rect.maxY) * Self.fineness)
    }

    private func flattened(_ path: Path) -> Polylines {
        var lines = Polylines()
        lines.append(path, placed: .scaled(by: Self.fineness))
        return lines
    }
}

extension Path {
    /// The outlines that begin where `isSeen`.
    fileprivate init(
        _ lines: Polylines, scale: Double, where isSeen: (Point) -> Bool = { _ in true }
    ) {
        self.init()
        reserveCapacity(lines.points.count)
        for outline in lines.outlines where isSeen(lines.points[outline.range.lowerBound]) {
            append(
                Path(
                    through: lines.points(of: outline).map { $0 * scale },
                    closed: outline.isClosed))
        }
    }
}

extension Rect {
    /// Sutherland and Hodgman's cutting of a polygon, side by side. Where the polygon leaves and comes
    /// back, edges run along the rectangle's sides; windings inside stay as they were.
    fileprivate func clipped(_ polygon: [Point]) -> [Point] {
        func between(_ a: Point, _ b: Point, _ fraction: Double) -> Point { a + (b - a) * fraction }
        var points = polygon.cut(
            keeping: { $0.x >= minX },
            crossing: { Point(minX, between($0, $1, (minX - $0.x) / ($1.x - $0.x)).y) })
        points = points.cut(
            keeping: { $0.x <= maxX },
            crossing: { Point(maxX, between($0, $1, (maxX - $0.x) / ($1.x - $0.x)).y) })
        points = points.cut(
            keeping: { $0.y >= minY },
            crossing: { Point(between($0, $1, (minY - $0.y) / ($1.y - $0.y)).x, minY) })
        return points.cut(
            keeping: { $0.y <= maxY },
            crossing: { Point(between($0, $1, (maxY - $0.y) / ($1.y - $0.y)).x, maxY) })
    }
}

extension [Point] {
    fileprivate func cut(
        keeping isInside: (Point) -> Bool, crossing: (Point, Point) -> Point
    ) -> [Point] {
        guard var previous = last else { return [] }
        var kept: [Point] = []
        kept.reserveCapacity(count)
        for point in self {
            if isInside(point) != isInside(previous) { kept.append(crossing(previous, point)) }
            if isInside(point) { kept.append(point) }
            previous = point
        }
        return kept
    }
}
