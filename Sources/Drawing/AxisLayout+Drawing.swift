import CLibc
import Figures
import Fonts
import Scenes

/// The labels of an axis as items of a scene.
extension AxisLayout {
    /// Draws the labels along the edge of `room` that the axis lies at, `offset` points away from it.
    func drawLabels(along room: Rect, offset: Double, into scene: inout Scene) {
        for label in labels {
            if axis.side.isHorizontal {
                drawLevel(label, along: room, offset: offset, into: &scene)
            } else {
                drawBeside(label, along: room, offset: offset, into: &scene)
            }
        }
    }

    private func drawLevel(
        _ label: Label, along room: Rect, offset: Double, into scene: inout Scene
    ) {
        let color = theme.tickLabel.color
        if turn > 0, let line = label.lines.first {
            let top = room.maxY + offset + gapBelow + metrics.capHeight * cos(turn)
            let reach = line.width
            // The end of the text stands under the tick, at the height of small letters.
            let end = Point(label.place + metrics.capHeight * sin(turn) / 2, top)
            let origin = Point(end.x - reach * cos(turn), end.y + reach * sin(turn))
            scene.set(line, at: origin, angle: -turn, with: color)
            return
        }
        let height = metrics.capHeight + leading * Double(label.lines.count - 1)
        let top =
            axis.side == .bottom
            ? room.maxY + offset + gapBelow : room.minY - offset - gapBelow - height
        var baseline = (top + metrics.capHeight).rounded()
        for line in label.lines {
            scene.set(line, at: Point(label.center - line.width / 2, baseline), with: color)
            baseline += leading
        }
    }

    private func drawBeside(
        _ label: Label, along room: Rect, offset: Double, into scene: inout Scene
    ) {
        let height = leading * Double(label.lines.count - 1)
        var baseline = scene.snapped(label.center + (metrics.capHeight - height) / 2)
        for line in label.lines {
            let x =
                axis.side == .left
                ? room.minX - offset - theme.labelGap - line.width
                : room.maxX + offset + theme.labelGap
            scene.set(line, at: Point(x, baseline), with: theme.tickLabel.color)
            baseline += leading
        }
    }
}
