extension Scene.Item {
    /// The same drawing with every length multiplied by `factor`.
    func scaled(by factor: Double) -> Scene.Item {
        switch self {
        case .fill(let path, let color):
            return .fill(path.mapped { $0 * factor }, color)
        case .stroke(let path, var stroke, let color):
            stroke.width *= factor
            stroke.dash = stroke.dash.map { $0 * factor }
            stroke.dashOffset *= factor
            return .stroke(path.mapped { $0 * factor }, stroke, color)
        case .text(var line, let origin, let angle, let color):
            line.font.size *= factor
            line.width *= factor
            for index in line.glyphs.indices { line.glyphs[index].x *= factor }
            return .text(line, origin: origin * factor, angle: angle, color)
        case .symbols(let shapes, let places):
            return .symbols(
                shapes.map { Scene.Shape($0.path.mapped { $0 * factor }, $0.color) },
                at: places.map { $0 * factor })
        case .clip(let rect):
            return .clip(
                rect.map {
                    Rect(
                        from: Point($0.minX, $0.minY) * factor, to: Point($0.maxX, $0.maxY) * factor
                    )
                })
        }
    }
}
