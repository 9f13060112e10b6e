internal import CFreeType
internal import Scenes

extension Path {
    /// Adds a closed outline as FreeType has it: y up, in units of `scale`, and of the points on the
    /// curve only those that do not follow from their neighbours.
    mutating func append(contour points: Span<FT_Vector>, tags: Span<CChar>, scale: Double) {
        let count = points.count
        guard count > 1 else { return }
        var start = 0
        while start < count, !isOnCurve(tags[start]) { start += 1 }
        let begin: Point
        if start < count {
            begin = Point(points[start], scale)
        } else {
            begin = middle(Point(points[0], scale), Point(points[count - 1], scale))
            start = -1
        }
        move(to: begin)

        // A contour is a ring, so indices go round; `left` counts what is not drawn yet.
        var index = start + 1
        var left = start < 0 ? count : count - 1
        while left > 0 {
            let point = Point(points[index % count], scale)
            let next = left > 1 ? Point(points[(index + 1) % count], scale) : begin
            var step = 1
            if isOnCurve(tags[index % count]) {
                line(to: point)
            } else if isCubic(tags[index % count]) {
                cubic(
                    by: point, next,
                    to: left > 2 ? Point(points[(index + 2) % count], scale) : begin)
                step = 3
            } else if left == 1 || isOnCurve(tags[(index + 1) % count]) {
                quadratic(by: point, to: next)
                step = 2
            } else {
                quadratic(by: point, to: middle(point, next))
            }
            index += step
            left -= step
        }
        close()
    }
}

private func isOnCurve(_ tag: CChar) -> Bool { Int32(tag) & FT_CURVE_TAG_ON != 0 }
private func isCubic(_ tag: CChar) -> Bool { Int32(tag) & FT_CURVE_TAG_CUBIC != 0 }
private func middle(_ a: Point, _ b: Point) -> Point { (a + b) * 0.5 }

extension Point {
    fileprivate init(_ vector: FT_Vector, _ scale: Double) {
        self.init(Double(vector.x) * scale, -Double(vector.y) * scale)
    }
}
