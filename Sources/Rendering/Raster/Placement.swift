internal import Scenes

/// Carries points of a path to places in the picture, in pixels: an affine map.
struct Placement {
    var xx = 1.0
    var xy = 0.0
    var yx = 0.0
    var yy = 1.0
    var origin = Point.zero

    /// Farther out nothing can be told apart any more, and sums of squares stay finite within.
    static let horizon = 1e9

    static func scaled(by factor: Double) -> Placement { Placement(xx: factor, yy: factor) }

    /// Turned by so many quarters, clockwise, without an error of rounding.
    static func turned(quarters: Int, to origin: Point) -> Placement {
        switch quarters & 3 {
        case 0: Placement(origin: origin)
        case 1: Placement(xx: 0, xy: -1, yx: 1, yy: 0, origin: origin)
        case 2: Placement(xx: -1, yy: -1, origin: origin)
        default: Placement(xx: 0, xy: 1, yx: -1, yy: 0, origin: origin)
        }
    }

    /// Never infinite; nil for what is no number.
    func place(_ point: Point) -> Point? {
        let x = xx * point.x + xy * point.y + origin.x
        let y = yx * point.x + yy * point.y + origin.y
        if abs(x) <= Self.horizon, abs(y) <= Self.horizon { return Point(x, y) }
        guard !x.isNaN, !y.isNaN else { return nil }
        return Point(
            min(max(x, -Self.horizon), Self.horizon), min(max(y, -Self.horizon), Self.horizon))
    }
}
