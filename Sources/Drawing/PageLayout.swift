import Figures
import Fonts
import Scenes

/// Where the parts of a whole picture lie: the texts around it, the legend, and the panels.
struct PageLayout {
    private let figure: Figure
    private let fonts: Fonts
    private let area: Rect
    private let title: TextBlock
    private let subtitle: TextBlock
    private let caption: TextBlock
    private var legend: LegendLayout?
    private var legendOrigin = Point.zero
    private var endings: Endings?
    private var panels: [PanelLayout] = []
    private let showsAxisTitles: Bool

    init(of figure: Figure, shows: Shown, fonts: Fonts, snapping scene: Scene) {
        self.figure = figure
        showsAxisTitles = shows.axisTitles
        let theme = figure.theme
        self.fonts = fonts
        let most = min(figure.size.width, figure.size.height) * 0.06
        let margin = scene.snapped(shows.margin ? min(theme.margin, most) : min(1, most))
        area = Rect(x: 0, y: 0, width: figure.size.width, height: figure.size.height)
            .inset(by: margin)
        let width = area.width
        title = TextBlock(
            shows.title ? figure.title : "", theme.title, width: width, most: 3, fonts: fonts)
        subtitle = TextBlock(
            shows.subtitle ? figure.subtitle : "", theme.subtitle, width: width, most: 3,
            fonts: fonts)
        caption = TextBlock(
            shows.caption ? figure.caption : "", theme.caption, width: width, most: 4, fonts: fonts)

        var room = area.inset(
            top: head(title, subtitle, theme), bottom: caption.isEmpty ? 0 : caption.height + 8)
        let whole = room
        if shows.legend, figure.legend.position != .none,
            var endings = Endings(of: figure, theme: theme, in: room, fonts: fonts)
        {
            let layout = PanelLayout(
                figure.panels[0], in: room, right: endings.width, shows: shows, theme: theme,
                fonts: fonts, snapping: scene)
            if endings.settle(in: layout) {
                self.endings = endings
                panels = [layout]
                return
            }
        }
        if shows.legend { room = placeLegend(in: whole, theme, fonts) }
        panels = figure.panels.map { panel in
            PanelLayout(
                panel, in: Self.place(of: panel, in: room, gap: theme.margin),
                shows: shows, theme: theme, fonts: fonts, snapping: scene)
        }
    }

    private static func place(of panel: Panel, in room: Rect, gap: Double) -> Rect {
        let place = panel.place
        let box = Rect(
            x: room.minX + place.minX * room.width, y: room.minY + place.minY * room.height,
            width: place.width * room.width, height: place.height * room.height)
        return box.inset(
            left: place.minX > 0 ? gap / 2 : 0, top: place.minY > 0 ? gap / 2 : 0,
            right: place.maxX < 1 ? gap / 2 : 0, bottom: place.maxY < 1 ? gap / 2 : 0)
    }

    /// The height of the titles and the air below them.
    private func head(_ title: TextBlock, _ subtitle: TextBlock, _ theme: Theme) -> Double {
        var height = title.height
        if !subtitle.isEmpty { height += (height > 0 ? 2 : 0) + subtitle.height }
        return height > 0 ? (height + theme.margin * 0.6).rounded() : 0
    }

    /// Puts the legend at its side of `room` and returns what is left.
    private mutating func placeLegend(in room: Rect, _ theme: Theme, _ fonts: Fonts) -> Rect {
        let entries = figure.panels.flatMap { $0.layers.flatMap { $0.legend } }
        guard !entries.isEmpty, figure.legend.position != .none else { return room }
        let position = figure.legend.position
        let isColumn = position == .left || position == .right
        let layout = LegendLayout(
            entries, width: isColumn ? room.width * 0.35 : room.width,
            height: isColumn ? room.height : max(room.height * 0.3, 1), isColumn: isColumn,
            theme: theme, fonts: fonts)
        legend = layout
        switch position {
        case .left:
            legendOrigin = Point(room.minX, room.minY)
            return room.inset(left: layout.width + theme.margin)
        case .right:
            legendOrigin = Point(room.maxX - layout.width, room.minY)
            return room.inset(right: layout.width + theme.margin)
        case .bottom:
            legendOrigin = Point(room.minX, room.maxY - layout.height)
            return room.inset(bottom: layout.height + theme.margin * 0.4)
        case .automatic, .top, .none:
            if let row = rowOfTitle(beside: layout, in: room, theme, fonts) {
                legendOrigin = row
                return room
            }
            legendOrigin = Point(room.minX, room.minY)
            return room.inset(top: layout.height + theme.margin * 0.5)
        }
    }

    /// Where a legend of one row begins that finds room at the right of the y axis's title; nil where
    /// there is no such title, or no such room.
    private func rowOfTitle(
        beside legend: LegendLayout, in room: Rect, _ theme: Theme, _ fonts: Fonts
    ) -> Point? {
        guard figure.panels.count == 1, showsAxisTitles, legend.rows == 1,
            let axes = figure.panels.first?.axes,
            let title = axes.first(where: { $0.side == .left })?.title, !title.isEmpty,
            !axes.contains(where: { $0.side == .right || $0.side == .top })
        else { return nil }
        let taken = fonts.width(of: title, in: theme.axisTitle.font) + 2 * theme.margin
        guard taken + legend.width <= room.width else { return nil }
        let middle = (theme.axisTitle.font.size + theme.axisTitle.font.size * 0.2) / 2
        return Point(room.maxX - legend.width, (room.minY + middle - legend.height / 2).rounded())
    }

    /// Whether the marks have the room that they are drawn for. Numbers beside less than that tell nothing.
    var isRoomy: Bool {
        panels.allSatisfy { layout in
            if layout.shows.tickLabels, !layout.axes.isEmpty,
                layout.room.width < 40 || layout.room.height < 28
            {
                return false
            }
            let place = layout.panel.place
            return layout.room.width >= figure.size.width * place.width * 0.4
                && layout.room.height >= figure.size.height * place.height * 0.42
        }
    }

    func draw(into scene: inout Scene) {
        title.draw(at: area.minX, top: area.minY, into: &scene)
        let gap = title.isEmpty ? 0 : 2.0
        subtitle.draw(at: area.minX, top: area.minY + title.height + gap, into: &scene)
        caption.draw(at: area.minX, top: area.maxY - caption.height, into: &scene)
        legend?.draw(at: legendOrigin.x, top: legendOrigin.y, into: &scene)
        for panel in panels { panel.draw(into: &scene) }
        if let endings, let panel = panels.first { endings.draw(beside: panel.room, into: &scene) }
    }
}
