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
    /// The values of rules of the same direction before this one, whose names it must not write over.
    package var earlier: [Double] = []
    package var color = Color.black
    package var stroke = Stroke(width: 1.25, dash: [5, 4])

    package init(_ values: [Double], _ direction: Direction) {
        self.values = values
        self.direction = direction
    }

    package var extents: Extents {
        guard direction == .upright else { return Extents(x: Extent(), y: Extent(values)) }
        var extents = Extents(x: Extent(values), y: Extent())
        // The name stands at the top of the room: above the data, not over it.
        if !name.isEmpty { extents.y.padding = 18 }
        return extents
    }

    /// The name stands at the line itself.
    package var legend: [LegendEntry] { [] }

    package func draw(in frame: Frame, into scene: inout Scene) {
        let scale = direction == .level ? frame.y : frame.x
        let runsAlong = (direction == .level) != frame.isTransposed
        // With more names than these none could be read.
        let others = earlier.prefix(1_000).map { scale.position(of: $0) }
        var drawn: Set<Double> = []
        for value in values where scale.domain.contains(value) {
            let place = scene.crisp(scale.position(of: value), width: stroke.width)
            // Of very many values those at the same pixel are one line.
            guard place.isFinite, drawn.insert(place).inserted || color.alpha < 255 else {
                continue
            }
            let room = frame.room
            let path =
                runsAlong
                ? Path(from: Point(room.minX, place), to: Point(room.maxX, place))
                : Path(from: Point(place, room.maxY), to: Point(place, room.minY))
            scene.stroke(path, stroke, with: color)
            guard !name.isEmpty else { continue }
            if runsAlong {
                labelAbove(place, others, in: frame, into: &scene)
            } else {
                labelBeside(place, others, in: frame, into: &scene)
            }
        }
    }

    /// Above the line at its beginning, below it at the top of the picture; at its end where another
    /// name stands at the beginning.
    private func labelAbove(
        _ place: Double, _ others: [Double], in frame: Frame, into scene: inout Scene
    ) {
        let font = frame.theme.valueLabel.font
        let line = frame.fonts.set(name, in: font, within: max(0, frame.room.width - 12))
        let height = frame.fonts.metrics(of: font).capHeight
        let isTaken = others.contains { abs($0 - place) < font.size * 1.4 }
        let fits = place - 5 - height >= frame.room.minY - 2
        let left = isTaken ? frame.room.maxX - 6 - line.width : frame.room.minX + 6
        write(line, at: Point(left, fits ? place - 5 : place + 5 + height), height, frame, &scene)
    }

    /// To the right of the line, or to its left where the picture ends; a row lower for each name that
    /// is near.
    private func labelBeside(
        _ place: Double, _ others: [Double], in frame: Frame, into scene: inout Scene
    ) {
        let font = frame.theme.valueLabel.font
        let width = max(place - frame.room.minX, frame.room.maxX - place) - 12
        let line = frame.fonts.set(name, in: font, within: max(0, width))
        let height = frame.fonts.metrics(of: font).capHeight
        let near = others.count { abs($0 - place) < line.width + 12 }
        let isRight = place + 6 + line.width <= scene.size.width - 2
        let top = frame.room.minY + height + 2 + Double(near) * font.size * 1.4
        write(
            line, at: Point(isRight ? place + 6 : place - 6 - line.width, top), height, frame,
            &scene)
    }

    /// On paper that lets what lies behind shine through a little.
    private func write(
        _ line: TextLine, at origin: Point, _ height: Double, _ frame: Frame, _ scene: inout Scene
    ) {
        let box = Rect(
            x: origin.x - 3, y: origin.y - height - 3, width: line.width + 6, height: height + 6)
        scene.fill(box, with: frame.theme.background.opacity(0.7))
        scene.set(line, at: origin, with: frame.theme.legible(color))
    }
}
