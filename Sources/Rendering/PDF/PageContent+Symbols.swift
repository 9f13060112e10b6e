internal import Scenes

extension PageContent {
    /// Draws the same shapes at every place that can be seen.
    ///
    /// Moving the page under them repeats their text to the letter, so that a packed marker takes a
    /// few bytes.
    mutating func draw(_ shapes: [Scene.Shape], at places: [Point]) {
        let window = PageWindow(around: size)
        guard shapes.allSatisfy({ window.holds($0.path) }) else {
            return drawOneByOne(shapes, at: places)
        }
        let outlines = shapes.map { PDFSyntax(outlinesOf: $0.path) }
        let seen = places.filter { window.holds($0) }
        guard !seen.isEmpty else { return }
        beginClip()
        let outside = state
        text.end(with: "q")
        var pen = (x: 0, y: 0)
        for place in seen {
            let (x, y) = (PDFSyntax.hundredths(place.x), PDFSyntax.hundredths(place.y))
            text.append("1 0 0 1")
            text.number(x - pen.x, places: 2)
            text.number(y - pen.y, places: 2)
            text.end(with: "cm")
            pen = (x, y)
            for (shape, outline) in zip(shapes, outlines) {
                useFill(shape.color)
                text.operands(outline)
                text.end(with: "f")
            }
        }
        text.end(with: "Q")
        state = outside
    }

    /// Shapes that may have to be cut.
    private mutating func drawOneByOne(_ shapes: [Scene.Shape], at places: [Point]) {
        for place in places where place.isFinite {
            for shape in shapes { fill(shape.path.mapped { $0 + place }, shape.color) }
        }
    }
}

extension PDFSyntax {
    fileprivate init(outlinesOf path: Path) {
        self.init()
        self.path(path)
    }
}
