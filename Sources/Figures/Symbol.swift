import CLibc
package import Scenes

/// The shape of a marker, told apart without colour too.
package enum Symbol: UInt8, Sendable, CaseIterable {
    case circle, square, triangle, diamond, cross, plus, star

    package var name: String {
        switch self {
        case .circle: "circle"
        case .square: "square"
        case .triangle: "triangle"
        case .diamond: "diamond"
        case .cross: "cross"
        case .plus: "plus"
        case .star: "star"
        }
    }

    package init?(named name: String) {
        guard let symbol = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = symbol
    }

    /// The outline around `center`, of about the same area for every shape; `radius` is that of the circle.
    package func path(at center: Point, radius: Double) -> Path {
        switch self {
        case .circle: return Path(circle: center, radius: radius)
        case .square:
            let half = radius * 0.886
            return Path(
                Rect(
                    from: Point(center.x - half, center.y - half),
                    to: Point(center.x + half, center.y + half)))
        case .triangle:
            let reach = radius * 1.5
            return polygon(
                3, from: -.pi / 2, around: Point(center.x, center.y + reach * 0.12), reach)
        case .diamond: return polygon(4, from: -.pi / 2, around: center, radius * 1.253)
        case .cross: return arms(turned: .pi / 4, around: center, radius * 1.25)
        case .plus: return arms(turned: 0, around: center, radius * 1.25)
        case .star:
            let points = (0..<10).map { corner in
                let reach = radius * (corner % 2 == 0 ? 1.5 : 0.65)
                let angle = -.pi / 2 + Double(corner) * .pi / 5
                return Point(center.x + reach * cos(angle), center.y + reach * sin(angle))
            }
            return Path(through: points, closed: true)
        }
    }

    private func polygon(
        _ corners: Int, from start: Double, around center: Point, _ reach: Double
    ) -> Path {
        let points = (0..<corners).map { corner in
            let angle = start + Double(corner) * 2 * .pi / Double(corners)
            return Point(center.x + reach * cos(angle), center.y + reach * sin(angle))
        }
        return Path(through: points, closed: true)
    }

    /// A cross of two bars, each a third as thick as long.
    private func arms(turned angle: Double, around center: Point, _ reach: Double) -> Path {
        let half = reach * 0.3
        let corners: [(Double, Double)] = [
            (half, half), (half, reach), (-half, reach), (-half, half), (-reach, half),
            (-reach, -half), (-half, -half), (-half, -reach), (half, -reach), (half, -half),
            (reach, -half), (reach, half),
        ]
        let (c, s) = (cos(angle), sin(angle))
        return Path(
            through: corners.map {
                Point(center.x + $0.0 * c - $0.1 * s, center.y + $0.0 * s + $0.1 * c)
            }, closed: true)
    }
}
