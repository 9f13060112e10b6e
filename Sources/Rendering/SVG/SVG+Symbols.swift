internal import Scenes

/// Markers: the first one is drawn, the others are told to look like it.
extension SVG {
    mutating func draw(_ shapes: [Scene.Shape], at places: [Point]) {
        let places = places.compactMap { place in Place(place).map { (place, $0) } }
        guard let (first, origin) = places.first else { return }
        let id = document.newID()
        document.write("<g id=\"")
        document.write(id: .number(id))
        document.write("\">\n")
        draw(shapes.compactMap { Element($0.placed(at: first)) })
        document.write("</g>\n")
        for (_, place) in places.dropFirst() {
            let way = place - origin
            document.write("<use href=\"#")
            document.write(id: .number(id))
            document.write("\"")
            if way.x != 0 { document.write("x", way.x) }
            if way.y != 0 { document.write("y", way.y) }
            document.write("/>\n")
        }
    }
}

extension Scene.Shape {
    fileprivate func placed(at place: Point) -> Scene.Item {
        .fill(path.mapped { $0 + place }, color)
    }

    /// Whether to write it again takes longer than to name it.
    fileprivate var isLong: Bool {
        path.points.count >= 7 && SVG.Circle(whole: path) == nil
    }
}

extension Scene.Item {
    /// Whether this repeats shapes often enough for a name to pay.
    var isRepetition: Bool {
        guard case .symbols(let shapes, let places) = self, places.count > 2 else { return false }
        return shapes.count > 1 || shapes.contains { $0.isLong }
    }
}
