internal import Scenes

extension Path {
    /// How far the box moves the pen, in ems.
    static let boxAdvance = 0.6

    /// The hollow box that stands for what no face has. The fonts have boxes of their own, but
    /// Inter's is a stack of bars that looks like a fault of ours.
    static func box(size: Double, hinted: Bool) -> Path {
        var (height, line) = (0.7 * size, 0.06 * size)
        if hinted { (height, line) = (height.rounded(), max(1, line.rounded())) }
        let outer = Rect(x: 0.06 * size, y: -height, width: 0.48 * size, height: height)
        let inner = outer.inset(left: line, top: line, right: line, bottom: line)
        var path = Path(outer)
        // The other way round, so that it is a hole by either rule of filling.
        path.append(
            Path(
                through: [
                    Point(inner.minX, inner.minY), Point(inner.minX, inner.maxY),
                    Point(inner.maxX, inner.maxY), Point(inner.maxX, inner.minY),
                ], closed: true))
        return path
    }
}
