import Fonts
package import Scenes

/// A straight line across the whole room at one value, with its name beside it.
package struct Rule: Mark {
    package enum Direction: UInt8, Sendable {
        /// At a value of y, along x.
        case level
        /// At a value of x, along y.
        case upright
    }

    package var values: [Double]
    package var direction: Direction
    package var name = ""
    package var color = Color.black
    package var stroke = Stroke(width: 1.25, dash: [5, 4])

    package init(_ values: [Double], _ direction: Direction) {
        self.values = values
        self.direction = direction
    }

    package var extents: Extents {
        direction == .level
            ? Extents(x: Extent(), y: Extent(values)) : Extents(x: Extent(values), y: Extent())
    }

    /// The name stands at the line itself.
    package var legend: [LegendEntry] { [] }

    package var summary: String { direction == .level ? "level line" : "upright line" }

    package func draw(in frame: Frame, into scene: inout Scene) {
        let scale = direction == .level ? frame.y : frame.x
        let runsAlong = (direction == .level) != frame.isTransposed
        for value in values where scale.domain.contains(value) {
            let place = crisp(scale.position(of: value), in: scene)
            guard place.isFinite else { continue }
            let room = frame.room
            let path =
                runsAlong
                ? Path(from: Point(room.minX, place), to: Point(room.maxX, place))
                : Path(from: Point(place, room.maxY), to: Point(place, room.minY))
            scene.stroke(path, stroke, with: color)
            if !name.isEmpty { label(at: place, along: runsAlong, in: frame, into: &scene) }
        }
    }

    /// The middle of a pixel for a line of odd width, an edge for one of even width.
    private func crisp(_ place: Double, in scene: Scene) -> Double {
        let pixels = max(1, (stroke.width * scene.density).rounded())
        let half = pixels.truncatingRemainder(dividingBy: 2) == 1 ? 0.5 / scene.density : 0
        return scene.snapped(place - half) + half
    }

    private func label(
        at place: Double, along: Bool, in frame: Frame, into scene: inout Scene
    ) {
        let lettering = frame.theme.valueLabel
        let line = frame.fonts.set(name, in: lettering.font)
        let metrics = frame.fonts.metrics(of: lettering.font)
        let room = frame.room
        var origin: Point
        if along {
            // Above the line at its beginning, below it where the picture ends.
            let above = place - 5
            let fits = above - metrics.capHeight >= room.minY - 2
            origin = Point(room.minX + 6, fits ? above : place + 5 + metrics.capHeight)
        } else {
            let fits = place + 6 + line.width <= scene.size.width - 2
            origin = Point(
                fits ? place + 6 : place - 6 - line.width, room.minY + metrics.capHeight + 2)
        }
        origin.x = max(origin.x, 1)
        let ground = frame.theme.background
        if !ground.isClear {
            let box = Rect(
                x: origin.x - 3, y: origin.y - metrics.capHeight - 3, width: line.width + 6,
                height: metrics.capHeight + 6)
            scene.fill(box, with: ground.opacity(0.7))
        }
        scene.set(line, at: origin, with: frame.theme.legible(color))
    }
}
