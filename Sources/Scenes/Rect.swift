/// An upright rectangle, in points. Its sides are never negative.
package struct Rect: Equatable, Sendable {
    package var minX: Double
    package var minY: Double
    package var maxX: Double
    package var maxY: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.init(from: Point(x, y), to: Point(x + width, y + height))
    }

    /// The rectangle between two opposite corners, whichever way they lie.
    package init(from a: Point, to b: Point) {
        minX = min(a.x, b.x)
        minY = min(a.y, b.y)
        maxX = max(a.x, b.x)
        maxY = max(a.y, b.y)
    }

    package var width: Double { maxX - minX }
    package var height: Double { maxY - minY }
    package var midX: Double { (minX + maxX) / 2 }
    package var midY: Double { (minY + maxY) / 2 }
    package var center: Point { Point(midX, midY) }
    package var isEmpty: Bool { width <= 0 || height <= 0 }

    /// What is left when each side moves inwards; never inside out.
    package func inset(
        left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0
    ) -> Rect {
        let horizontal = min(1, width / max(left + right, .leastNonzeroMagnitude))
        let vertical = min(1, height / max(top + bottom, .leastNonzeroMagnitude))
        return Rect(
            from: Point(minX + left * horizontal, minY + top * vertical),
            to: Point(maxX - right * horizontal, maxY - bottom * vertical))
    }

    package func inset(by distance: Double) -> Rect {
        inset(left: distance, top: distance, right: distance, bottom: distance)
    }

    package func contains(_ point: Point) -> Bool {
        minX...maxX ~= point.x && minY...maxY ~= point.y
    }

    package func intersects(_ other: Rect) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    package func union(_ other: Rect) -> Rect {
        Rect(
            from: Point(min(minX, other.minX), min(minY, other.minY)),
            to: Point(max(maxX, other.maxX), max(maxY, other.maxY)))
    }

    /// The part that both share; empty, at the nearest place, where they share none.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(minX, other.minX)
        let top = max(minY, other.minY)
        return Rect(
            from: Point(left, top),
            to: Point(max(left, min(maxX, other.maxX)), max(top, min(maxY, other.maxY))))
    }
}
