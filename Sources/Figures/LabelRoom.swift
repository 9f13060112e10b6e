package import Scenes

/// The places that labels, or what they shall not cover, have taken. The marks of a panel share one, so
/// that none writes over what another has written.
package final class LabelRoom {
    private let first: () -> [Rect]
    /// Boxes by the cells of a grid that they lie in, so that few have to be looked at.
    private lazy var cells: [Int: [Rect]] = {
        var cells: [Int: [Rect]] = [:]
        for box in first() { Self.enter(box, in: &cells) }
        return cells
    }()

    /// What is taken from the start is asked for when the first label looks for a place.
    package init(takenFirst first: @escaping () -> [Rect] = { [] }) {
        self.first = first
    }

    package func isFree(_ box: Rect) -> Bool {
        for cell in Self.cells(of: box) {
            if let boxes = cells[cell], boxes.contains(where: { $0.intersects(box) }) {
                return false
            }
        }
        return true
    }

    package func take(_ box: Rect) { Self.enter(box, in: &cells) }

    private static func enter(_ box: Rect, in cells: inout [Int: [Rect]]) {
        for cell in Self.cells(of: box) { cells[cell, default: []].append(box) }
    }

    private static func cells(of box: Rect) -> [Int] {
        let columns = cell(of: box.minX, 64)...cell(of: box.maxX, 64)
        let rows = cell(of: box.minY, 16)...cell(of: box.maxY, 16)
        return rows.flatMap { row in columns.map { row * 1024 + $0 } }
    }

    /// Beyond the first thousand all share one.
    private static func cell(of place: Double, _ size: Double) -> Int {
        min(max(place / size, 0), 1023).whole(upTo: 1023)
    }
}
