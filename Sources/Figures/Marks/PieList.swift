import Scenes

/// The names of slices in a list beside or below their disc, where there is no room around it.
struct PieList {
    /// What the list leaves for the disc.
    let disc: Rect
    private let rows: [(name: TextLine, number: TextLine, color: Color)]
    private let origin: Point
    private let width: Double
    private let rowHeight: Double

    private static let sample = 16.0
    private static let gap = 8.0

    /// nil where neither side has room for all names and a disc that can be read.
    init?(
        _ rows: [(name: TextLine, number: TextLine, color: Color)], in room: Rect,
        _ rowHeight: Double
    ) {
        self.rows = rows
        self.rowHeight = rowHeight
        let texts = rows.reduce(0) { max($0, $1.name.width + $1.number.width) }
        width = Self.sample + texts + Self.gap
        let height = rowHeight * Double(rows.count)
        let beside = Rect(
            from: Point(room.minX, room.minY),
            to: Point(max(room.minX, room.maxX - width - 2 * Self.gap), room.maxY))
        let above = Rect(
            from: Point(room.minX, room.minY),
            to: Point(room.maxX, max(room.minY, room.maxY - height - Self.gap)))
        let fitsBeside = height <= room.height
        let sizes = (
            fitsBeside ? min(beside.width, beside.height) : 0,
            width <= room.width ? min(above.width, above.height) : 0
        )
        guard max(sizes.0, sizes.1) >= 40 else { return nil }
        if sizes.0 >= sizes.1 {
            disc = beside
            origin = Point(beside.maxX + 2 * Self.gap, room.midY - height / 2)
        } else {
            disc = above
            origin = Point(room.midX - width / 2, room.maxY - height)
        }
    }

    func draw(_ theme: Theme, _ capHeight: Double, into scene: inout Scene) {
        for (index, row) in rows.enumerated() {
            let middle = scene.snapped(origin.y + (Double(index) + 0.5) * rowHeight)
            let left = scene.snapped(origin.x)
            let box = Rect(x: left, y: middle - 5, width: 10, height: 10)
            scene.fill(Path(box, radii: (2, 2, 2, 2)), with: row.color)
            let baseline = (middle + capHeight / 2).rounded()
            scene.set(row.name, at: Point(left + Self.sample, baseline), with: theme.ink)
            scene.set(
                row.number, at: Point(left + width - row.number.width, baseline),
                with: theme.legible(row.color))
        }
    }
}
