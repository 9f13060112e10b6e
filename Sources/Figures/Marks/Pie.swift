import CLibc
import Fonts
package import Notation
package import Scenes

/// Parts of a whole as slices of a disc, or of a ring. Each is named beside itself where there is
/// room, so that no legend has to be read.
package struct Pie: Mark {
    package var values: [Double]
    package var names: [String]
    package var colors: [Color]
    /// The part of the radius that is left empty.
    package var hole = 0.0
    package var format: NumberFormat?
    /// Whether names and shares are written beside the slices.
    package var isLabelled = true
    package var title = ""

    package init(values: [Double], names: [String], colors: [Color]) {
        self.values = values
        self.names = names
        self.colors = colors
    }

    package var extents: Extents { Extents() }

    package var legend: [LegendEntry] {
        guard !isLabelled else { return [] }
        return values.indices.map { LegendEntry(name(of: $0), .box(color(of: $0))) }
    }

    private func name(of index: Int) -> String { index < names.count ? names[index] : "" }

    private func color(of index: Int) -> Color {
        colors.isEmpty ? .black : colors[index % colors.count]
    }

    /// Slice by slice, clockwise from twelve o'clock; what is not above zero has none.
    private var slices: [(index: Int, from: Double, to: Double)] {
        let total = values.reduce(0) { $1 > 0 ? $0 + $1 / 1e10 : $0 }
        guard total > 0, total.isFinite else { return [] }
        var slices: [(index: Int, from: Double, to: Double)] = []
        var angle = -Double.pi / 2
        for (index, value) in values.enumerated() where value > 0 {
            let end = angle + value / 1e10 / total * 2 * .pi
            slices.append((index, angle, end))
            angle = end
        }
        return slices
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        let slices = slices
        // Beyond this there is no room for captions in any picture.
        let captions = isLabelled && slices.count <= 200 ? captions(of: slices, in: frame) : []
        let layout = PieLayout(
            room: room(in: frame), captions: captions, theme: frame.theme, fonts: frame.fonts)
        let outer = layout.radius
        guard outer > 0 else { return }
        let center = layout.center
        if slices.isEmpty {
            // Nothing is above zero: an empty plate, so that the place is not taken for a fault.
            let path = Path(
                sector: center, inner: outer * hole, outer: outer, from: 0, to: 2 * .pi)
            scene.fill(path, with: frame.theme.grid)
        }
        for slice in slices {
            let path = Path(
                sector: center, inner: outer * hole, outer: outer, from: slice.from, to: slice.to)
            scene.fill(path, with: color(of: slice.index))
        }
        drawGaps(between: slices, center, outer, in: frame, into: &scene)
        layout.draw(into: &scene)
        drawTitle(at: center, hole: outer * hole, in: frame, into: &scene)
    }

    /// The room of the disc: less that of its title, where there is no hole to write it into.
    private func room(in frame: Frame) -> Rect {
        guard !title.isEmpty, hole == 0 else { return frame.room }
        return frame.room.inset(top: frame.theme.axisTitle.font.size * 1.8)
    }

    /// Lines of paper between the slices; a thin slice keeps its colour.
    private func drawGaps(
        between slices: [(index: Int, from: Double, to: Double)], _ center: Point, _ outer: Double,
        in frame: Frame, into scene: inout Scene
    ) {
        guard slices.count > 1, !frame.theme.background.isClear else { return }
        var gaps = Path()
        for (index, slice) in slices.enumerated() {
            let before = slices[(index + slices.count - 1) % slices.count]
            guard min(slice.to - slice.from, before.to - before.from) * outer > 4 else { continue }
            let way = Point(cos(slice.from), sin(slice.from))
            gaps.append(
                Path(from: center + way * (outer * hole - 0.5), to: center + way * (outer + 1)))
        }
        let width = outer > 40 ? 1.5 : 0.75
        scene.stroke(gaps, Stroke(width: width), with: frame.theme.background)
    }

    private func captions(
        of slices: [(index: Int, from: Double, to: Double)], in frame: Frame
    ) -> [PieLayout.Caption] {
        slices.map { slice in
            let share = (slice.to - slice.from) / (2 * .pi)
            let number = format?.format(values[slice.index]) ?? Self.percent(share)
            return PieLayout.Caption(
                name: name(of: slice.index), number: number, angle: (slice.from + slice.to) / 2,
                color: color(of: slice.index))
        }
    }

    /// With one decimal where the share is no whole number of percents.
    static func percent(_ share: Double) -> String {
        let tenths = (share * 1000).rounded()
        if tenths == 0 { return "<0.1%" }
        let whole = Int(tenths) / 10
        let rest = Int(tenths) % 10
        return rest == 0 ? "\(whole)%" : "\(whole).\(rest)%"
    }

    /// In the middle of the hole, or above the disc.
    private func drawTitle(
        at center: Point, hole: Double, in frame: Frame, into scene: inout Scene
    ) {
        guard !title.isEmpty else { return }
        let lettering = frame.theme.axisTitle
        let height = frame.fonts.metrics(of: lettering.font).capHeight
        let width = hole > 0 ? hole * 1.7 : frame.room.width
        let line = frame.fonts.set(title, in: lettering.font, within: width)
        guard line.width <= width, hole == 0 || height * 2 <= hole else { return }
        let baseline =
            hole > 0 ? center.y + height / 2 : frame.room.minY + lettering.font.size
        scene.set(
            line, at: Point(center.x - line.width / 2, baseline), with: frame.theme.ink)
    }
}
