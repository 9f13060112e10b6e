internal import Scenes

extension SVG {
    /// A whole circle. Paths have no word for it and say it in four curves.
    struct Circle: Equatable {
        /// Where its outline begins, and the place across from there.
        var start: Point
        var opposite: Point
        var radius: Double
        var isClockwise: Bool

        static let verbCount = 6
        static let pointCount = 13
        /// How near to a circle's a point has to be.
        private static let tolerance = 1e-3
        /// How far along its tangents a cubic pulls that passes for a quarter of a circle.
        private static let reach = 0.5522847498

        var center: Point { (start + opposite) * 0.5 }

        /// The circle that the path draws from this verb on, if it does.
        init?(in path: Path, atVerb verb: Int, point: Int) {
            guard verb + Self.verbCount <= path.verbs.count, path.verbs[verb] == .move,
                path.verbs[verb + 5] == .close,
                path.verbs[verb + 1..<verb + 5].allSatisfy({ $0 == .cubic })
            else { return nil }
            self.init(through: path.points[point..<point + Self.pointCount])
        }

        private init?(through points: ArraySlice<Point>) {
            let first = points.startIndex
            start = points[first]
            opposite = points[first + 6]
            let center = (start + opposite) * 0.5
            var spoke = start - center
            radius = (spoke.x * spoke.x + spoke.y * spoke.y).squareRoot()
            guard radius > 0, radius.isFinite else { return nil }
            let next = points[first + 3] - center
            isClockwise = spoke.x * next.y - spoke.y * next.x > 0
            for quarter in 0..<4 {
                let turned = isClockwise ? Point(-spoke.y, spoke.x) : Point(spoke.y, -spoke.x)
                let index = first + 3 * quarter
                guard Self.isNear(points[index + 1], center + spoke + turned * Self.reach),
                    Self.isNear(points[index + 2], center + turned + spoke * Self.reach),
                    Self.isNear(points[index + 3], center + turned)
                else { return nil }
                spoke = turned
            }
        }

        private static func isNear(_ a: Point, _ b: Point) -> Bool {
            abs(a.x - b.x) < tolerance && abs(a.y - b.y) < tolerance
        }
    }
}
