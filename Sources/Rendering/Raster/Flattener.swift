internal import Scenes

extension Polylines {
    /// Adds the outlines of `path`, its curves cut so finely that none strays from its place by
    /// more than the twentieth of a pixel.
    ///
    /// What is infinite ends at the horizon; a point that is no number is left out, with the line
    /// or curve that it belongs to.
    mutating func append(_ path: Path, placed placement: Placement) {
        reserveCapacity(points.count + path.points.count)
        let curves = path.verbs.count { $0 == .quadratic || $0 == .cubic }
        var flattener = Flattener(placement: placement, curves: curves)
        var next = 0
        for verb in path.verbs {
            flattener.draw(verb, path.points, at: next, into: &self)
            next += verb.pointCount
        }
        finish(closed: false)
    }
}

private struct Flattener {
    static let tolerance = 0.05
    /// A curve that would need more reaches far beyond any picture.
    private static let mostPieces = 500.0
    /// No path is cut into many more than so many. Only one with thousands of curves that are long as
    /// well gets coarser by it, and of those nobody sees a single one.
    private static let mostOfPath = 2_000_000.0
    private static let fewestPieces = 4.0

    let mostPieces: Double
    let placement: Placement
    /// Where the outline began and where it has come to; nil before the first point.
    var first: Point?
    var current: Point?
    var isOpen = false

    init(placement: Placement, curves: Int) {
        self.placement = placement
        let share = Self.mostOfPath / Double(max(curves, 1))
        mostPieces = min(max(share, Self.fewestPieces), Self.mostPieces)
    }

    mutating func draw(
        _ verb: Path.Verb, _ points: [Point], at index: Int, into lines: inout Polylines
    ) {
        func point(_ offset: Int) -> Point? { placement.place(points[index + offset]) }
        switch verb {
        case .move:
            lines.finish(closed: false)
            isOpen = false
            current = point(0)
            open(into: &lines)
        case .line:
            guard let end = point(0) else { return }
            go(to: end, into: &lines)
        case .quadratic:
            guard let control = point(0), let end = point(1) else { return }
            quadratic(by: control, to: end, into: &lines)
        case .cubic:
            guard let a = point(0), let b = point(1), let end = point(2) else { return }
            cubic(by: a, b, to: end, into: &lines)
        case .close:
            lines.finish(closed: true)
            isOpen = false
            current = first
        }
    }

    /// Begins an outline at the current point, as a line after a close does.
    private mutating func open(into lines: inout Polylines) {
        guard !isOpen, let current else { return }
        first = current
        isOpen = true
        lines.append(current)
    }

    private mutating func go(to end: Point, into lines: inout Polylines) {
        open(into: &lines)
        current = end
        if isOpen { lines.append(end) } else { open(into: &lines) }
    }

    private mutating func quadratic(by control: Point, to end: Point, into lines: inout Polylines) {
        let start = current ?? control
        let bend = start - control * 2 + end
        let slope = (control - start) * 2
        let count = pieces(bend: bend, factor: 0.25)
        for piece in 1..<count {
            let t = Double(piece) / Double(count)
            go(to: start + (slope + bend * t) * t, into: &lines)
        }
        go(to: end, into: &lines)
    }

    private mutating func cubic(
        by a: Point, _ b: Point, to end: Point, into lines: inout Polylines
    ) {
        let start = current ?? a
        let early = start - a * 2 + b
        let late = a - b * 2 + end
        let slope = (a - start) * 3
        let count = max(pieces(bend: early, factor: 0.75), pieces(bend: late, factor: 0.75))
        for piece in 1..<count {
            let t = Double(piece) / Double(count)
            go(to: start + (slope + (early * 3 + (late - early) * t) * t) * t, into: &lines)
        }
        go(to: end, into: &lines)
    }

    /// Wang's bound: a curve of degree n strays from `count` equal pieces by n(n-1)/8 times its
    /// greatest second difference, over the square of the count.
    private func pieces(bend: Point, factor: Double) -> Int {
        let length = (bend.x * bend.x + bend.y * bend.y).squareRoot()
        let count = (factor * length / Self.tolerance).squareRoot()
        // The coordinates end at the horizon, so this is a number, and at most `mostPieces`.
        return Int(min(count, mostPieces)) + 1
    }
}
