import Figures
import Fonts
import Scenes

/// A panel with its axes laid out around the room that is left for the marks.
struct PanelLayout {
    let panel: Panel
    let theme: Theme
    let fonts: Fonts
    let shows: Shown
    /// Everything that the panel may take.
    let whole: Rect
    /// What is left of it for the marks.
    let room: Rect
    let axes: [AxisLayout]
    /// What all marks of each axis ask of it together.
    let extents: [Extent]

    /// Fits axes, labels and titles into `whole`. At least `right` points stay free beside the room,
    /// for the names of lines; its edges lie between pixels of `scene`.
    init(
        _ panel: Panel, in whole: Rect, right: Double = 0, shows: Shown, theme: Theme,
        fonts: Fonts, snapping scene: Scene
    ) {
        self.panel = panel
        self.theme = theme
        self.fonts = fonts
        self.shows = shows
        self.whole = whole
        let extents = panel.extents
        self.extents = extents
        let titleHeight = shows.axisTitles ? (theme.axisTitle.font.size * 1.75).rounded() : 0
        func axes(around room: Rect, isLast: Bool = false) -> [AxisLayout] {
            zip(panel.axes, extents).map { axis, extent in
                var space = AxisLayout.Space(of: axis, in: whole, shows)
                if isLast { space.close(around: room, in: whole, axis, panel, titleHeight) }
                return AxisLayout(axis, extent, around: room, in: space, theme, fonts)
            }
        }
        var room = whole.inset(right: right)
        // Labels decide the margins, and margins decide which labels fit: a few rounds settle it.
        for _ in 0..<4 {
            var margins = Margins(for: axes(around: room), titleHeight: titleHeight, theme)
            margins.right = max(margins.right, right)
            let next = margins.room(in: whole, snapping: scene)
            if next == room { break }
            room = next
        }
        self.room = room
        self.axes = axes(around: room, isLast: true)
    }

    /// The frame that a layer is drawn in. A layer without axes gets scales over the room.
    func frame(of layer: Layer) -> Frame {
        let plain = Scale(domain: 0...1, from: room.minX, to: room.maxX)
        let x = axes.indices.contains(layer.x) ? axes[layer.x].scale : plain
        let y = axes.indices.contains(layer.y) ? axes[layer.y].scale : plain
        var frame = Frame(room: room, x: x, y: y, theme: theme, fonts: fonts)
        frame.isTransposed = layer.isTransposed
        return frame
    }

    /// What lies between axis number `index` and the room: other axes of the same side.
    func offset(ofAxis index: Int) -> Double {
        axes[..<index].filter { $0.axis.side == axes[index].axis.side }
            .reduce(0) { $0 + $1.thickness + theme.labelGap }
    }
}

extension AxisLayout {
    /// Lays an axis out along its side of `room`.
    fileprivate init(
        _ axis: Axis, _ extent: Extent, around room: Rect, in space: Space, _ theme: Theme,
        _ fonts: Fonts
    ) {
        let isHorizontal = axis.side.isHorizontal
        self.init(
            axis, extent: extent, from: isHorizontal ? room.minX : room.maxY,
            to: isHorizontal ? room.maxX : room.minY, in: space, theme: theme, fonts: fonts)
    }
}

extension AxisLayout.Space {
    /// While the room is sought, labels may take a good third of the whole.
    fileprivate init(of axis: Axis, in whole: Rect, _ shows: Shown) {
        let share = axis.side.isHorizontal ? whole.height * 0.36 : whole.width * 0.45
        self.init(
            depth: shows.tickLabels ? share : 0,
            limits: axis.side.isHorizontal ? whole.minX...whole.maxX : whole.minY...whole.maxY,
            grows: true)
    }

    /// When the room is found, they have what it leaves at their side and no more.
    fileprivate mutating func close(
        around room: Rect, in whole: Rect, _ axis: Axis, _ panel: Panel, _ titleHeight: Double
    ) {
        let margin =
            switch axis.side {
            case .left: room.minX - whole.minX
            case .right: whole.maxX - room.maxX
            case .top: room.minY - whole.minY
            case .bottom: whole.maxY - room.maxY
            }
        let title = axis.side.isHorizontal && !axis.title.isEmpty ? titleHeight : 0
        let sharing = panel.axes.count { $0.side == axis.side && $0.isVisible }
        depth = depth > 0 ? max(0, (margin - title) / Double(max(sharing, 1)) + 0.5) : 0
        grows = false
    }
}

/// What the axes of a panel take away from its room.
private struct Margins {
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0

    init(for axes: [AxisLayout], titleHeight: Double, _ theme: Theme) {
        var sides = (before: 0.0, after: 0.0)
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
                sides.before = max(sides.before, layout.overhang.before)
                sides.after = max(sides.after, layout.overhang.after)
            } else {
                bottom = max(bottom, layout.overhang.before)
                top = max(top, title + layout.overhang.after)
            }
        }
        left = max(left, sides.before.rounded(.up))
        right = max(right, sides.after.rounded(.up))
    }

    /// What they leave of `whole`.
    func room(in whole: Rect, snapping scene: Scene) -> Rect {
        // However much they ask for, a part of the whole is left.
        let wide = min(1, whole.width * 0.85 / max(left + right, 1))
        let high = min(1, whole.height * 0.85 / max(top + bottom, 1))
        let corner = Point(whole.minX + left * wide, whole.minY + top * high)
        let end = Point(whole.maxX - right * wide, whole.maxY - bottom * high)
        return Rect(
            from: Point(scene.snapped(corner.x), scene.snapped(corner.y)),
            to: Point(scene.snapped(end.x), scene.snapped(end.y)))
    }
}
