/// How a path is drawn as a line. Lengths are points.
package struct Stroke: Equatable, Sendable {
    package enum Cap: UInt8, Sendable { case butt, round, square }
    package enum Join: UInt8, Sendable { case miter, round, bevel }

    package var width: Double
    package var cap = Cap.butt
    package var join = Join.miter
    /// A mitre longer than this many half widths becomes a bevel (SVG 2, `stroke-miterlimit`).
    package var miterLimit = 4.0
    /// Lengths of line and gap in turn; empty for a solid line.
    package var dash: [Double] = []
    package var dashOffset = 0.0

    package init(
        width: Double, cap: Cap = .butt, join: Join = .miter, dash: [Double] = [],
        dashOffset: Double = 0
    ) {
        self.width = width
        self.cap = cap
        self.join = join
        self.dash = dash
        self.dashOffset = dashOffset
    }
}
