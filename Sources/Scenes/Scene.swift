/// A picture as a list of what to draw, in order, later over earlier.
///
/// It is all that a renderer gets, so PNG, SVG and PDF of one chart agree; and it is a plain value,
/// so a test reads it as text. Lengths are points; a renderer multiplies them by `density`.
package struct Scene: Equatable, Sendable {
    /// An outline and what it is filled with.
    package struct Shape: Equatable, Sendable {
        package var path: Path
        package var color: Color

        package init(_ path: Path, _ color: Color) {
            self.path = path
            self.color = color
        }
    }

    package enum Item: Equatable, Sendable {
        /// Fills outlines by the nonzero rule.
        case fill(Path, Color)
        case stroke(Path, Stroke, Color)
        /// A line of text whose baseline begins at `origin` and runs at `angle`, clockwise.
        case text(TextLine, origin: Point, angle: Double, Color)
        /// Fills the same shapes, drawn around 0, 0, at one place after the other: markers.
        case symbols([Shape], at: [Point])
        /// From here on only what lies inside is drawn; nil lifts the restriction.
        case clip(Rect?)
    }

    package var size: Size
    /// Pixels a point, where a format has pixels.
    package var density: Double
    package var background: Color
    /// The chart's title as plain text, for what reads a picture and cannot see it.
    package var title = ""
    /// The chart in words, for the same readers.
    package var alternative = ""
    package private(set) var items: [Item] = []

    package init(size: Size, density: Double = 1, background: Color = .white) {
        self.size = size
        self.density = density
        self.background = background
    }

    package mutating func fill(_ path: Path, with color: Color) {
        guard !path.isEmpty, !color.isClear else { return }
        items.append(.fill(path, color))
    }

    package mutating func fill(_ rect: Rect, with color: Color) {
        guard !rect.isEmpty else { return }
        fill(Path(rect), with: color)
    }

    package mutating func stroke(_ path: Path, _ stroke: Stroke, with color: Color) {
        guard !path.isEmpty, !color.isClear, stroke.width > 0 else { return }
        items.append(.stroke(path, stroke, color))
    }

    package mutating func set(
        _ line: TextLine, at origin: Point, angle: Double = 0, with color: Color
    ) {
        guard !line.glyphs.isEmpty, !color.isClear else { return }
        items.append(.text(line, origin: origin, angle: angle, color))
    }

    package mutating func symbols(_ shapes: [Shape], at places: [Point]) {
        let shapes = shapes.filter { !$0.path.isEmpty && !$0.color.isClear }
        guard !shapes.isEmpty, !places.isEmpty else { return }
        items.append(.symbols(shapes, at: places))
    }

    package mutating func clip(to rect: Rect?) { items.append(.clip(rect)) }

    /// The whole drawing `factor` times as large, as a picture of `size` and `density`.
    package func scaled(by factor: Double, to size: Size, density: Double) -> Scene {
        var scene = self
        scene.size = size
        scene.density = density
        scene.items = items.map { $0.scaled(by: factor) }
        return scene
    }

    /// `length` moved to the nearest edge between two pixels.
    package func snapped(_ length: Double) -> Double { (length * density).rounded() / density }

    /// `width` in whole pixels, at least one.
    package func crispWidth(_ width: Double) -> Double {
        max(1, (width * density).rounded()) / density
    }

    /// The place nearest to `place` at which the edges of a line of `width` lie between pixels.
    package func crisp(_ place: Double, width: Double) -> Double {
        let pixels = max(1, (width * density).rounded())
        let half = pixels.truncatingRemainder(dividingBy: 2) == 1 ? 0.5 / density : 0
        return snapped(place - half) + half
    }

    /// The size of the picture in whole pixels, at least one each way.
    package var pixelSize: (width: Int, height: Int) {
        (
            max(1, Int((size.width * density).rounded())),
            max(1, Int((size.height * density).rounded()))
        )
    }
}
