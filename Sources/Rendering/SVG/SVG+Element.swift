internal import Scenes

extension SVG {
    /// Something to draw, with its looks.
    struct Element {
        enum Content {
            case path(Path)
            case rect(Rect)
            case circle(Circle)
            case text(TextLine, Point, angle: Double)
            case symbols([Scene.Shape], at: [Point])
        }

        var content: Content
        var style: Style

        init(_ content: Content, _ style: Style) {
            self.content = content
            self.style = style
        }

        /// Nil for a clip, and for what does not show.
        init?(_ item: Scene.Item) {
            switch item {
            case .fill(let path, let color):
                if let rect = path.rect {
                    content = .rect(rect)
                } else {
                    content = Content(path)
                }
                style = Style(fill: color)
            case .stroke(let path, let stroke, let color):
                guard stroke.width > 0 else { return nil }
                content = Content(path)
                style = Style(stroke, color)
            case .text(let line, let origin, let angle, let color):
                let size = line.font.size
                guard size > 0, size.isFinite, angle.isFinite, Place(origin) != nil else {
                    return nil
                }
                content = .text(line, origin, angle: angle)
                style = Style(line.font, color)
            case .symbols(let shapes, let places):
                content = .symbols(shapes, at: places)
                // Each of the shapes has looks of its own.
                style = Style(fill: nil)
            case .clip: return nil
            }
        }

        /// This element with an outline, if `item` strokes the path that this fills.
        func outlined(by item: Scene.Item) -> Element? {
            guard case .stroke(let path, let stroke, let color) = item, stroke.width > 0,
                let fill = style.fill, style.stroke == nil
            else { return nil }
            switch content {
            case .rect(let rect): guard path == Path(rect) else { return nil }
            case .circle(let circle): guard Circle(whole: path) == circle else { return nil }
            case .path(let filled): guard path == filled else { return nil }
            case .text, .symbols: return nil
            }
            return Element(Content(path), Style(stroke, color, fill: fill))
        }
    }
}

extension SVG.Element.Content {
    fileprivate init(_ path: Path) {
        self = SVG.Circle(whole: path).map { .circle($0) } ?? .path(path)
    }
}

extension SVG.Circle {
    /// The circle that is all of the path.
    init?(whole path: Path) {
        guard path.verbs.count == Self.verbCount else { return nil }
        self.init(in: path, atVerb: 0, point: 0)
    }
}
