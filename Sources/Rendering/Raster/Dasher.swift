internal import CLibc
internal import Scenes

/// Cuts lines into dashes, along their length, around corners, and only where they will be seen.
struct Dasher {
    /// Of line and gap in turn; an even number of them.
    private let lengths: [Double]
    private let period: Double
    private let offset: Double
    private let window: Rect

    /// `window` is what is seen of the picture. Nil where the line is a solid one.
    init?(_ stroke: Stroke, scale: Double, window: Rect) {
        guard stroke.isDashed(scale: scale) else { return nil }
        let once = stroke.dash.map { $0 * scale }
        lengths = once.count % 2 == 0 ? once : once + once
        period = lengths.reduce(0, +)
        let offset = fmod(stroke.dashOffset * scale, period)
        self.offset = offset.isNaN ? 0 : offset < 0 ? offset + period : offset
        // A mitre may reach farther in, from a corner that is out of sight; at most this far.
        let reach = max(stroke.width * scale, 1) * 4
        self.window = Rect(
            from: Point(window.minX - reach, window.minY - reach),
            to: Point(window.maxX + reach, window.maxY + reach))
    }

    /// With more dashes in sight nobody can tell them apart: even in the largest picture they lie over
    /// each other. Then the line is drawn as a solid one.
    private static let most = 500_000.0

    /// The dashes of `lines`; the lines themselves where there would be too many.
    func dashes(of lines: Polylines) -> Polylines {
        guard count(of: lines) <= Self.most else { return lines }
        var dashes = Polylines()
        for outline in lines.outlines {
            var walk = Walk(lengths: lengths, offset: offset)
            var points = Array(lines.points[outline.range])
            if outline.isClosed { points.append(points[0]) }
            if walk.isDrawing { dashes.append(points[0]) }
            for index in points.indices.dropFirst() {
                draw(from: points[index - 1], to: points[index], &walk, into: &dashes)
            }
            dashes.finish(closed: false)
        }
        return dashes
    }

    /// About how many dashes are seen.
    private func count(of lines: Polylines) -> Double {
        var length = 0.0
        for outline in lines.outlines {
            guard var last = lines.points[outline.range].first else { continue }
            for index in outline.range.dropFirst() {
                let way = lines.points[index] - last
                let seen = visiblePart(from: last, along: way)
                length +=
                    (way.x * way.x + way.y * way.y).squareRoot()
                    * (seen.upperBound - seen.lowerBound)
                last = lines.points[index]
            }
        }
        return length / period * Double(lengths.count / 2)
    }

    private func draw(
        from start: Point, to end: Point, _ walk: inout Walk, into dashes: inout Polylines
    ) {
        let way = end - start
        let length = (way.x * way.x + way.y * way.y).squareRoot()
        guard length > 0 else { return }
        let seen = visiblePart(from: start, along: way)
        // What is out of sight is walked in one step, and leaves no dashes.
        walk.skip(seen.lowerBound * length, period)
        if seen.lowerBound > 0 {
            dashes.finish(closed: false)
            if walk.isDrawing { dashes.append(start + way * seen.lowerBound) }
        }
        var done = seen.lowerBound * length
        let last = seen.upperBound * length
        while done + walk.rest <= last {
            done += walk.rest
            walk.turn()
            dashes.append(start + way * (done / length))
            if !walk.isDrawing { dashes.finish(closed: false) }
        }
        walk.rest -= last - done
        if walk.isDrawing { dashes.append(start + way * seen.upperBound) }
        if seen.upperBound < 1 {
            dashes.finish(closed: false)
            walk.skip((1 - seen.upperBound) * length, period)
            if walk.isDrawing { dashes.append(end) }
        }
    }

    /// Liang and Barsky's clipping: between which fractions of its way a segment is in the window.
    /// An empty range at its start where it is nowhere.
    private func visiblePart(from start: Point, along way: Point) -> ClosedRange<Double> {
        var (enter, leave) = (0.0, 1.0)
        func cut(_ position: Double, _ speed: Double, _ low: Double, _ high: Double) {
            if speed == 0 {
                if position < low || position > high { leave = 0 }
            } else {
                let (a, b) = ((low - position) / speed, (high - position) / speed)
                enter = max(enter, min(a, b))
                leave = min(leave, max(a, b))
            }
        }
        cut(start.x, way.x, window.minX, window.maxX)
        cut(start.y, way.y, window.minY, window.maxY)
        return enter < leave ? enter...leave : 0...0
    }
}

/// Where in its pattern a dashed line is.
private struct Walk {
    let lengths: [Double]
    private var index = 0
    /// What is left of the dash or gap.
    var rest: Double

    init(lengths: [Double], offset: Double) {
        self.lengths = lengths
        rest = lengths[0]
        advance(offset)
    }

    var isDrawing: Bool { index & 1 == 0 }

    mutating func turn() {
        index = index + 1 == lengths.count ? 0 : index + 1
        rest = lengths[index]
    }

    mutating func skip(_ distance: Double, _ period: Double) {
        if distance > 0 { advance(fmod(distance, period)) }
    }

    /// At most a period, so this ends.
    private mutating func advance(_ distance: Double) {
        var left = distance
        while left > 0, left >= rest {
            left -= rest
            turn()
        }
        rest -= left
    }
}
