import Figures
import Fonts
import Scenes

/// The names of the series with their samples, in rows or in a column.
struct LegendLayout {
    private struct Placed {
        var entry: LegendEntry
        var line: TextLine
        var x: Double
        var row: Int
    }

    private let placed: [Placed]
    private let theme: Theme
    private let rowHeight: Double
    private let capHeight: Double
    let width: Double
    let height: Double
    let rows: Int

    private static let sampleGap = 6.0
    private static let entryGap = 18.0

    /// In rows no wider than `width`, or, as a column, one entry a row. What is higher than
    /// `height` is left out, and the last entry says how much.
    init(
        _ entries: [LegendEntry], width: Double, height: Double, isColumn: Bool, theme: Theme,
        fonts: Fonts
    ) {
        self.theme = theme
        let font = theme.legend.font
        capHeight = fonts.metrics(of: font).capHeight
        rowHeight = (font.size * 1.6).rounded()
        let sample = Self.sampleWidth(font.size)
        let rows = max(1, (height / rowHeight).whole(upTo: 1000))
        let most = isColumn ? width : min(width, max(width * 0.45, 120))
        var placed: [Placed] = []
        var (x, row, widest) = (0.0, 0, 0.0)
        for (index, entry) in entries.enumerated() {
            let line = fonts.set(
                entry.name, in: font, within: max(0, most - sample - Self.sampleGap))
            let needed = sample + Self.sampleGap + line.width
            if index > 0, isColumn || x + needed > width {
                x = 0
                row += 1
            }
            if row >= rows {
                let rest = entries.count - index + 1
                if rows > 0, let last = placed.indices.last {
                    let room = (isColumn ? width : width - placed[last].x) - sample - Self.sampleGap
                    placed[last].line = fonts.set("+\(rest) more", in: font, within: max(0, room))
                    placed[last].entry.sample = .box(.clear)
                    let end = placed[last].x + sample + Self.sampleGap + placed[last].line.width
                    widest = max(widest, end)
                }
                row = rows - 1
                break
            }
            placed.append(Placed(entry: entry, line: line, x: x, row: row))
            x += needed + Self.entryGap
            widest = max(widest, x - Self.entryGap)
        }
        self.placed = placed
        self.width = widest
        self.rows = placed.isEmpty ? 0 : row + 1
        self.height = placed.isEmpty ? 0 : Double(row + 1) * rowHeight
    }

    private static func sampleWidth(_ size: Double) -> Double { (size * 1.3).rounded() }

    func draw(at x: Double, top: Double, into scene: inout Scene) {
        let width = Self.sampleWidth(theme.legend.font.size)
        for item in placed {
            let middle = scene.snapped(top + (Double(item.row) + 0.5) * rowHeight)
            let left = scene.snapped(x + item.x)
            draw(item.entry.sample, from: left, width: width, middle: middle, into: &scene)
            let isBoxed = if case .line = item.entry.sample { false } else { true }
            let sample = isBoxed ? width * 0.75 : width
            scene.set(
                item.line,
                at: Point(left + sample + Self.sampleGap, (middle + capHeight / 2).rounded()),
                with: theme.legend.color)
        }
    }

    private func draw(
        _ sample: LegendEntry.Sample, from left: Double, width: Double, middle: Double,
        into scene: inout Scene
    ) {
        switch sample {
        case .box(let color):
            let side = scene.snapped(width * 0.75)
            let box = Rect(x: left, y: scene.snapped(middle - side / 2), width: side, height: side)
            scene.fill(Path(box, radii: (2, 2, 2, 2)), with: color)
        case .line(let color, let stroke):
            let path = Path(from: Point(left, middle), to: Point(left + width, middle))
            scene.stroke(path, stroke, with: color)
        case .symbol(let symbol, let color):
            scene.fill(
                symbol.path(
                    at: Point(left + width * 0.375, middle), radius: theme.markerSize * 0.6),
                with: color)
        }
    }
}
