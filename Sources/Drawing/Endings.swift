import Figures
import Fonts
import Scenes

/// The names of lines beside their ends: a legend that needs no looking up.
struct Endings {
    private struct Placed {
        var line: TextLine
        var color: Color
        var layer: Int
        var y = 0.0
        var end = Point.zero
    }

    private var placed: [Placed]
    private let capHeight: Double
    private let height: Double
    private let gap: Double

    /// nil where the names cannot stand for the legend: marks that have no end, lines that end
    /// before the right edge, too many of them, or no room.
    init?(of figure: Figure, theme: Theme, in area: Rect, fonts: Fonts) {
        guard figure.legend.position == .automatic, figure.panels.count == 1, area.width >= 320,
            let panel = figure.panels.first
        else { return nil }
        let named = panel.layers.indices.filter { !panel.layers[$0].legend.isEmpty }
        guard !named.isEmpty, named.count <= 8,
            !panel.axes.contains(where: {
                $0.side == .right || ($0.isReversed && $0.side == .bottom)
            })
        else { return nil }
        let font = theme.legend.font
        capHeight = fonts.metrics(of: font).capHeight
        height = font.size * 1.25
        gap = theme.labelGap
        var placed: [Placed] = []
        for index in named {
            let layer = panel.layers[index]
            guard let ending = layer.ending, !layer.isTransposed,
                layer.legend.count == 1, !ending.name.utf8.contains(10)
            else { return nil }
            placed.append(
                Placed(
                    line: fonts.set(ending.name, in: font), color: theme.legible(ending.color),
                    layer: index))
        }
        let widest = placed.reduce(0) { max($0, $1.line.width) }
        guard widest <= min(area.width * 0.24, 200) else { return nil }
        self.placed = placed
    }

    /// The room they need at the right of the panel.
    var width: Double { placed.reduce(0) { max($0, $1.line.width) } + gap }

    /// Places the names beside the ends, now that the panel is laid out; false where they would have
    /// to stand too far from them.
    mutating func settle(in layout: PanelLayout) -> Bool {
        for index in placed.indices {
            let layer = layout.panel.layers[placed[index].layer]
            guard let ending = layer.ending else { return false }
            let end = layout.frame(of: layer).point(ending.x, ending.y)
            guard end.isFinite, layout.room.inset(by: -1).contains(end),
                end.x >= layout.room.maxX - layout.room.width * 0.12
            else { return false }
            placed[index].end = end
        }
        placed.sort { $0.end.y < $1.end.y }
        let limits = layout.room.minY...layout.room.maxY
        guard height * Double(placed.count - 1) <= layout.room.height else { return false }
        let places = Labels.spread(placed.map { $0.end.y }, apart: height, within: limits)
        for index in placed.indices { placed[index].y = places[index] }
        return placed.allSatisfy { abs($0.y - $0.end.y) <= height * 1.3 }
    }

    /// In one column beside the room.
    func draw(beside room: Rect, into scene: inout Scene) {
        for name in placed {
            scene.set(
                name.line, at: Point(room.maxX + gap, scene.snapped(name.y + capHeight / 2)),
                with: name.color)
        }
    }
}
