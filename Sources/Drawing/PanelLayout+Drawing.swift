import Figures
import Scenes

/// Grid, marks, lines, labels and titles of a panel, in this order.
extension PanelLayout {
    func draw(into scene: inout Scene) {
        drawGrid(into: &scene)
        drawEdges(into: &scene)
        drawMarks(into: &scene)
        drawFloors(into: &scene)
        for (index, layout) in axes.enumerated() {
            layout.drawLabels(along: room, offset: offset(ofAxis: index), into: &scene)
        }
        if shows.axisTitles { drawTitles(into: &scene) }
    }

    private func drawMarks(into scene: inout Scene) {
        // Only an end that the author fixed can leave something outside.
        let isCut = panel.axes.contains { $0.lower != nil || $0.upper != nil }
        // A line along the edge keeps its full width.
        if isCut { scene.clip(to: room.inset(by: -2)) }
        let (size, density) = (scene.size, scene.density)
        let labels = LabelRoom { boxesOfLabels(size, density) }
        for layer in panel.layers {
            var frame = frame(of: layer)
            frame.labels = labels
            layer.draw(in: frame, into: &scene)
        }
        if isCut { scene.clip(to: nil) }
    }

    /// What the labels of the axes take, which marks draw their own labels clear of.
    private func boxesOfLabels(_ size: Size, _ density: Double) -> [Rect] {
        var labels = Scene(size: size, density: density)
        for (index, layout) in axes.enumerated() {
            layout.drawLabels(along: room, offset: offset(ofAxis: index), into: &labels)
        }
        return labels.items.compactMap { item in
            guard case .text(let line, let origin, 0, _) = item else { return nil }
            let height = line.font.size * 0.75
            return Rect(x: origin.x, y: origin.y - height, width: line.width, height: height)
        }
    }

    private func drawGrid(into scene: inout Scene) {
        for layout in axes where layout.axis.hasGrid {
            for value in layout.set.minor {
                drawLine(at: layout.scale.position(of: value), layout, theme.minorGrid, &scene)
            }
            for tick in layout.set.ticks {
                drawLine(at: layout.scale.position(of: tick.value), layout, theme.grid, &scene)
            }
        }
    }

    private func hairline(in scene: Scene) -> Double {
        max(1, (theme.hairline * scene.density).rounded()) / scene.density
    }

    /// A hairline across the room at a place of one of its axes, on whole pixels.
    private func drawLine(
        at place: Double, _ layout: AxisLayout, _ color: Color, _ scene: inout Scene
    ) {
        guard place.isFinite else { return }
        let width = hairline(in: scene)
        let edge = scene.snapped(place - width / 2)
        let isUpright = layout.axis.side.isHorizontal
        scene.fill(
            isUpright
                ? Rect(x: edge, y: room.minY, width: width, height: room.height)
                : Rect(x: room.minX, y: edge, width: room.width, height: width), with: color)
    }

    /// The line of each horizontal axis with its tick marks, beneath the marks.
    private func drawEdges(into scene: inout Scene) {
        for layout in axes where layout.axis.isVisible && layout.axis.side.isHorizontal {
            guard layout.axis.bandNames == nil, !layout.labels.isEmpty else { continue }
            let edge = layout.axis.side == .bottom ? room.maxY : room.minY
            drawEdge(layout, at: edge, &scene)
            drawTicks(layout, at: edge, theme.axisLine, &scene)
        }
    }

    /// The lines that values stand on, over the marks.
    private func drawFloors(into scene: inout Scene) {
        for (layout, extent) in zip(axes, extents) where layout.axis.isVisible {
            guard extent.standsOnZero, layout.scale.shape != .logarithmic,
                layout.scale.domain.contains(0)
            else { continue }
            drawLine(at: layout.scale.position(of: 0), layout, theme.baseline, &scene)
        }
    }

    private func drawEdge(_ layout: AxisLayout, at edge: Double, _ scene: inout Scene) {
        let width = hairline(in: scene)
        scene.fill(
            Rect(
                x: room.minX, y: scene.snapped(edge - width / 2), width: room.width, height: width),
            with: theme.axisLine)
    }

    private func drawTicks(
        _ layout: AxisLayout, at edge: Double, _ color: Color, _ scene: inout Scene
    ) {
        let width = hairline(in: scene)
        let length = scene.snapped(theme.tickLength)
        let line = scene.snapped(edge - width / 2)
        let top = layout.axis.side == .bottom ? line + width : line - length
        for label in layout.labels {
            scene.fill(
                Rect(
                    x: scene.snapped(label.place - width / 2), y: top, width: width, height: length),
                with: color)
        }
    }

    /// The titles of upright axes stand level above them, where they are read without turning the
    /// head; those of horizontal axes in the middle beneath.
    private func drawTitles(into scene: inout Scene) {
        let upright = axes.count { !$0.axis.side.isHorizontal && !$0.axis.title.isEmpty }
        for (index, layout) in axes.enumerated() where layout.axis.isVisible {
            let axis = layout.axis
            guard !axis.title.isEmpty else { continue }
            let widest = axis.side.isHorizontal || upright < 2 ? whole.width : whole.width * 0.48
            let title = TextBlock(
                axis.title, theme.axisTitle, width: widest, most: 1, fonts: fonts)
            let middle = min(
                max(room.midX, whole.minX + title.width / 2), whole.maxX - title.width / 2)
            let away = offset(ofAxis: index) + layout.thickness + 5
            switch axis.side {
            case .bottom: title.draw(at: middle, top: room.maxY + away, .center, into: &scene)
            case .top:
                let top = room.minY - away - title.height
                title.draw(at: middle, top: top, .center, into: &scene)
            case .left: title.draw(at: whole.minX, top: whole.minY, .left, into: &scene)
            case .right: title.draw(at: whole.maxX, top: whole.minY, .right, into: &scene)
            }
        }
    }
}
