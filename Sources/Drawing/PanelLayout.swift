import Figures
import Fonts
import Scenes

/// A panel with its axes laid out around the room that is left for the marks.
struct PanelLayout {
    let panel: Panel
    /// Where the marks go.
    let room: Rect
    let axes: [AxisLayout]
    /// Axis titles that are written level, above their axes.
    private let theme: Theme
    private let fonts: Fonts
    private let shows: Shown
    private let whole: Rect

    /// Fits axes, labels and titles into `whole`; `right` points stay free beside the room for names
    /// of lines. What `shows` leaves out takes no room.
    init(
        _ panel: Panel, in whole: Rect, right: Double, shows: Shown, theme: Theme, fonts: Fonts,
        snapping scene: Scene
    ) {
        self.panel = panel
        self.theme = theme
        self.fonts = fonts
        self.shows = shows
        self.whole = whole
        let extents = Self.extents(of: panel)
        var room = whole.inset(right: right)
        var axes: [AxisLayout] = []
        let titleHeight = (theme.axisTitle.font.size * 1.75).rounded()
        // Labels decide the margins, and margins decide which labels fit: a few rounds settle it.
        for round in 0..<4 {
            axes = panel.axes.indices.map { index in
                Self.layout(
                    panel.axes[index], extents[index], in: room, whole: whole, shows: shows, theme,
                    fonts)
            }
            var margins = Margins(for: axes, titleHeight: shows.axisTitles ? titleHeight : 0, theme)
            margins.right = max(margins.right, right)
            let next = Rect(
                from: Point(
                    scene.snapped(whole.minX + margins.left),
                    scene.snapped(whole.minY + margins.top)),
                to: Point(
                    scene.snapped(max(whole.minX + margins.left + 1, whole.maxX - margins.right)),
                    scene.snapped(max(whole.minY + margins.top + 1, whole.maxY - margins.bottom))))
            if next == room, round > 0 { break }
            room = next
        }
        // The last round's room is what counts: the axes are laid out in it once more.
        axes = panel.axes.indices.map { index in
            Self.layout(
                panel.axes[index], extents[index], in: room, whole: whole, shows: shows, theme,
                fonts)
        }
        self.room = room
        self.axes = axes
    }

    /// What all marks of each axis ask of it together.
    private static func extents(of panel: Panel) -> [Extent] {
        var extents = panel.axes.map { _ in Extent() }
        for layer in panel.layers {
            if extents.indices.contains(layer.x) { extents[layer.x].unite(layer.extents.x) }
            if extents.indices.contains(layer.y) { extents[layer.y].unite(layer.extents.y) }
        }
        return extents
    }

    private static func layout(
        _ axis: Axis, _ extent: Extent, in room: Rect, whole: Rect, shows: Shown, _ theme: Theme,
        _ fonts: Fonts
    ) -> AxisLayout {
        let isHorizontal = axis.side.isHorizontal
        // Labels may take this part of the picture and no more.
        let depth = shows.tickLabels ? (isHorizontal ? whole.height * 0.36 : whole.width * 0.4) : 0
        let limits =
            isHorizontal
            ? whole.minX...max(whole.minX, whole.maxX) : whole.minY...max(whole.minY, whole.maxY)
        return AxisLayout(
            axis, extent: extent, from: isHorizontal ? room.minX : room.maxY,
            to: isHorizontal ? room.maxX : room.minY, depth: depth, within: limits, theme: theme,
            fonts: fonts)
    }

    /// The frame that a layer is drawn in.
    func frame(of layer: Layer) -> Frame {
        let plain = Scale(domain: 0...1, from: room.minX, to: room.maxX)
        let x = axes.indices.contains(layer.x) ? axes[layer.x].scale : plain
        let y = axes.indices.contains(layer.y) ? axes[layer.y].scale : plain
        var frame = Frame(room: room, x: x, y: y, theme: theme, fonts: fonts)
        frame.isTransposed = layer.isTransposed
        return frame
    }

    // MARK: Drawing

    func draw(into scene: inout Scene) {
        drawGrid(into: &scene)
        let isCut = panel.axes.contains { $0.lower != nil || $0.upper != nil }
        if isCut {
            // A line along the edge keeps its full width.
            scene.clip(
                to: Rect(
                    from: Point(room.minX - 2, room.minY - 2),
                    to: Point(room.maxX + 2, room.maxY + 2)))
        }
        for layer in panel.layers { layer.draw(in: frame(of: layer), into: &scene) }
        if isCut { scene.clip(to: nil) }
        drawLines(into: &scene)
        for (index, layout) in axes.enumerated() {
            layout.drawLabels(along: room, offset: offset(ofAxis: index), into: &scene)
        }
        if shows.axisTitles { drawTitles(into: &scene) }
    }

    /// The sum of what lies between an axis and the room: other axes of the same side before it.
    private func offset(ofAxis index: Int) -> Double {
        axes[..<index].filter { $0.axis.side == axes[index].axis.side }
            .reduce(0) { $0 + $1.thickness + theme.labelGap }
    }

    private func drawGrid(into scene: inout Scene) {
        for layout in axes where layout.axis.hasGrid {
            for value in layout.set.minor {
                drawLine(
                    at: layout.scale.position(of: value), layout, theme.minorGrid, into: &scene)
            }
            for tick in layout.set.ticks {
                drawLine(
                    at: layout.scale.position(of: tick.value), layout, theme.grid, into: &scene)
            }
        }
    }

    /// A hairline across the room, on whole pixels.
    private func drawLine(
        at place: Double, _ layout: AxisLayout, _ color: Color, into scene: inout Scene
    ) {
        guard place.isFinite else { return }
        let width = max(1, (theme.hairline * scene.density).rounded()) / scene.density
        let edge = scene.snapped(place - width / 2)
        let rect =
            layout.axis.side.isHorizontal
            ? Rect(x: edge, y: room.minY, width: width, height: room.height)
            : Rect(x: room.minX, y: edge, width: room.width, height: width)
        scene.fill(rect, with: color)
    }

    /// The line of each horizontal axis with its tick marks, and the one that values stand on.
    private func drawLines(into scene: inout Scene) {
        let extents = Self.extents(of: panel)
        for (index, layout) in axes.enumerated() where layout.axis.isVisible {
            let zero = layout.scale.position(of: 0)
            let spansZero = layout.scale.domain.contains(0) && layout.scale.shape != .logarithmic
            if spansZero, extents[index].standsOnZero {
                drawLine(at: zero, layout, theme.baseline, into: &scene)
            }
        }
        for layout in axes where layout.axis.isVisible && layout.axis.side.isHorizontal {
            guard layout.axis.bandNames == nil, !layout.labels.isEmpty else { continue }
            drawAxisLine(layout, into: &scene)
        }
    }

    private func drawAxisLine(_ layout: AxisLayout, into scene: inout Scene) {
        let width = max(1, (theme.hairline * scene.density).rounded()) / scene.density
        let isBottom = layout.axis.side == .bottom
        let edge = scene.snapped((isBottom ? room.maxY : room.minY) - width / 2)
        let covered = axes.contains { other in
            !other.axis.side.isHorizontal && other.scale.domain.contains(0)
                && abs(other.scale.position(of: 0) - (isBottom ? room.maxY : room.minY)) < 0.5
                && Self.extents(of: panel)[axes.firstIndex { $0.axis.side == other.axis.side } ?? 0]
                    .standsOnZero
        }
        if !covered {
            scene.fill(
                Rect(x: room.minX, y: edge, width: room.width, height: width), with: theme.axisLine)
        }
        let length = scene.snapped(theme.tickLength)
        for label in layout.labels {
            let x = scene.snapped(label.place - width / 2)
            scene.fill(
                Rect(
                    x: x, y: isBottom ? edge + width : edge - length, width: width, height: length),
                with: covered ? theme.baseline : theme.axisLine)
        }
    }

    /// The titles of upright axes stand level above them, those of horizontal axes beneath, in the middle.
    private func drawTitles(into scene: inout Scene) {
        for (index, layout) in axes.enumerated() where layout.axis.isVisible {
            let axis = layout.axis
            guard !axis.title.isEmpty else { continue }
            let half =
                whole.width
                * (axes.count { !$0.axis.side.isHorizontal && !$0.axis.title.isEmpty } > 1
                    ? 0.48 : 1)
            let width = axis.side.isHorizontal ? max(room.width, whole.width * 0.8) : half
            let title = TextBlock(axis.title, theme.axisTitle, width: width, most: 1, fonts: fonts)
            let offset = offset(ofAxis: index)
            switch axis.side {
            case .bottom:
                let left = min(
                    max(room.midX, whole.minX + title.width / 2), whole.maxX - title.width / 2)
                title.draw(
                    at: left, top: room.maxY + offset + layout.thickness + 5, .center, into: &scene)
            case .top:
                title.draw(
                    at: room.midX,
                    top: room.minY - offset - layout.thickness - 5 - title.height, .center,
                    into: &scene)
            case .left: title.draw(at: whole.minX, top: whole.minY, .left, into: &scene)
            case .right: title.draw(at: whole.maxX, top: whole.minY, .right, into: &scene)
            }
        }
    }
}

/// What the axes of a panel take away from its room.
private struct Margins {
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0

    init(for axes: [AxisLayout], titleHeight: Double, _ theme: Theme) {
        var before = 0.0
        var after = 0.0
        for layout in axes where layout.axis.isVisible {
            let thickness = layout.thickness
            let title = layout.axis.title.isEmpty ? 0 : titleHeight
            switch layout.axis.side {
            case .left:
                left += thickness + (left > 0 ? theme.labelGap : 0)
                top = max(top, title)
            case .right:
                right += thickness + (right > 0 ? theme.labelGap : 0)
                top = max(top, title)
            case .bottom: bottom += thickness + title + (bottom > 0 ? theme.labelGap : 0)
            case .top: top += thickness + title
            }
            if layout.axis.side.isHorizontal {
                before = max(before, layout.overhang.before)
                after = max(after, layout.overhang.after)
            } else {
                bottom = max(bottom, layout.overhang.before)
                top = max(top, (title > 0 ? title : 0) + layout.overhang.after)
            }
        }
        left = max(left, before.rounded(.up))
        right = max(right, after.rounded(.up))
    }
}
