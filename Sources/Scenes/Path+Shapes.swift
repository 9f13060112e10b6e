import CLibc

/// The outlines that charts are made of besides lines and rectangles.
extension Path {
    /// A rectangle whose corners are rounded, each by its own radius: upper left, upper right,
    /// lower right, lower left. A radius is at most half of the shorter side.
    package init(_ rect: Rect, radii: (Double, Double, Double, Double)) {
        self.init()
        let most = min(rect.width, rect.height) / 2
        func clamped(_ radius: Double) -> Double { min(max(radius, 0), most) }
        let (a, b, c, d) = (clamped(radii.0), clamped(radii.1), clamped(radii.2), clamped(radii.3))
        move(to: Point(rect.minX + a, rect.minY))
        line(to: Point(rect.maxX - b, rect.minY))
        corner(Point(rect.maxX, rect.minY), to: Point(rect.maxX, rect.minY + b))
        line(to: Point(rect.maxX, rect.maxY - c))
        corner(Point(rect.maxX, rect.maxY), to: Point(rect.maxX - c, rect.maxY))
        line(to: Point(rect.minX + d, rect.maxY))
        corner(Point(rect.minX, rect.maxY), to: Point(rect.minX, rect.maxY - d))
        line(to: Point(rect.minX, rect.minY + a))
        corner(Point(rect.minX, rect.minY), to: Point(rect.minX + a, rect.minY))
        close()
    }

    /// A quarter of a circle from the current point around `corner`.
    private mutating func corner(_ corner: Point, to end: Point) {
        guard let start = points.last, start != end else { return }
        let reach = Self.quarter
        cubic(
            by: start + (corner - start) * reach, end + (corner - end) * reach, to: end)
    }

    /// How far along its tangents a cubic must pull to pass for a quarter of a circle.
    private static let quarter = 0.5522847498

    package init(circle center: Point, radius: Double) {
        self.init()
        move(to: Point(center.x + radius, center.y))
        arc(center: center, radius: radius, from: 0, to: 2 * .pi)
        close()
    }

    /// A slice of a ring, or of a disc where `inner` is 0. Angles run clockwise from three o'clock.
    package init(sector center: Point, inner: Double, outer: Double, from: Double, to: Double) {
        self.init()
        let whole = abs(to - from) >= 2 * .pi - 1e-9
        move(to: Point(center.x + outer * cos(from), center.y + outer * sin(from)))
        arc(center: center, radius: outer, from: from, to: to)
        if inner > 0 {
            let back = Point(center.x + inner * cos(to), center.y + inner * sin(to))
            if whole {
                close()
                move(to: back)
            } else {
                line(to: back)
            }
            arc(center: center, radius: inner, from: to, to: from)
        } else if !whole {
            line(to: center)
        }
        close()
    }

    /// Goes on from the current point, which has to lie at `from`, along a circle. Angles run
    /// clockwise from three o'clock; an arc is cut into cubics of at most a quarter turn each.
    package mutating func arc(center: Point, radius: Double, from: Double, to: Double) {
        let pieces = min(max((abs(to - from) / (.pi / 2)).rounded(.up), 1), 64)
        let step = (to - from) / pieces
        let reach = 4.0 / 3 * tan(step / 4) * radius
        var angle = from
        for _ in 0..<Int(pieces) {
            let (c0, s0) = (cos(angle), sin(angle))
            angle += step
            let (c1, s1) = (cos(angle), sin(angle))
            let end = Point(center.x + radius * c1, center.y + radius * s1)
            cubic(
                by: Point(center.x + radius * c0 - reach * s0, center.y + radius * s0 + reach * c0),
                Point(end.x + reach * s1, end.y - reach * c1), to: end)
        }
    }
}
