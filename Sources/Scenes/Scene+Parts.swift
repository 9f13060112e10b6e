extension Scene.Item {
    /// Repeated symbols as so many fills; anything else as it is.
    package var parts: [Scene.Item] {
        guard case .symbols(let shapes, let places) = self else { return [self] }
        return places.flatMap { place in
            shapes.map { shape in .fill(shape.path.mapped { $0 + place }, shape.color) }
        }
    }
}
