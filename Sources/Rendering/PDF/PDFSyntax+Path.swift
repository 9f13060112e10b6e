internal import Scenes

extension PDFSyntax {
    /// The operands of a rectangle. Its sides lie where those of its neighbours do, whatever their
    /// lengths are rounded to.
    mutating func rectangle(_ rect: Rect) {
        let (left, top) = (Self.hundredths(rect.minX), Self.hundredths(rect.minY))
        number(left, places: 2)
        number(top, places: 2)
        number(Self.hundredths(rect.maxX) - left, places: 2)
        number(Self.hundredths(rect.maxY) - top, places: 2)
    }

    /// The outlines of a path, all of whose points are numbers. Where `dots` are asked for, an outline
    /// of one point is a line that a round pen makes a dot of, and a square one a square.
    mutating func path(_ path: Path, dots: Bool = false) {
        var next = 0
        var (first, current) = (Point.zero, Point.zero)
        for (index, verb) in path.verbs.enumerated() {
            let end = next + verb.pointCount
            switch verb {
            case .move:
                point(path.points[next])
                word("m")
                if dots, path.isDot(at: index) {
                    // A pen needs a direction, however short the way.
                    point(path.points[next] + Point(0.01, 0))
                    word("l")
                }
            case .line:
                point(path.points[next])
                word("l")
            case .quadratic:
                let (control, end) = (path.points[next], path.points[next + 1])
                point(current + (control - current) * (2.0 / 3))
                point(end + (control - end) * (2.0 / 3))
                point(end)
                word("c")
            case .cubic:
                for index in next..<end { point(path.points[index]) }
                word("c")
            case .close: word("h")
            }
            if end > next { current = path.points[end - 1] }
            if verb == .move { first = current } else if verb == .close { current = first }
            next = end
        }
    }
}

extension Path {
    /// Whether the outline that begins at this verb goes nowhere.
    fileprivate func isDot(at index: Int) -> Bool {
        guard index + 1 < verbs.count else { return true }
        return verbs[index + 1] == .move || verbs[index + 1] == .close
    }
}
