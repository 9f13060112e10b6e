package import Scenes

/// Scenes as SVG: real text, and shapes that stay sharp at any size.
///
/// What is written names nothing outside of itself and runs nothing. Its ids follow from all of its
/// content, so pictures that stand in one page do not clash.
package struct SVG {
    var document = Document()
    var pen = Pen()
    /// The letters of most texts, which do not say so; nil where the picture has no text.
    let lettering: Lettering?
    private let whole: Rect
    /// The clip written last, which the next one may be again.
    private var clip: (rect: Rect, id: Int)?

    /// The document that shows `scene`. Of the scene's density it shows only where clips end.
    ///
    /// Nothing in the scene can be too far out or too large; what is no number is not drawn.
    package static func write(_ scene: Scene) -> [UInt8] {
        var svg = SVG(scene)
        svg.open(scene)
        svg.draw(scene)
        svg.document.write("</svg>\n")
        return svg.document.finished()
    }

    private init(_ scene: Scene) {
        lettering = Lettering(mostIn: scene)
        whole = Rect(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
    }

    /// The head, and what is said of the picture to those who cannot see it.
    private mutating func open(_ scene: Scene) {
        let (width, height) = (Place.hundredths(whole.maxX), Place.hundredths(whole.maxY))
        document.write("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        document.write("width", width)
        document.write("height", height)
        document.write(" viewBox=\"0 0 ")
        document.write(width)
        document.write(" ")
        document.write(height)
        document.write("\" role=\"img\" aria-labelledby=\"")
        document.write(id: .title)
        document.write(" ")
        document.write(id: .description)
        document.write("\"")
        lettering?.writeAll(to: &document)
        document.write(">\n<title id=\"")
        document.write(id: .title)
        document.write("\">")
        document.write(escaped: scene.title)
        document.write("</title>\n<desc id=\"")
        document.write(id: .description)
        document.write("\">")
        document.write(escaped: scene.alternative)
        document.write("</desc>\n")
    }

    private mutating func draw(_ scene: Scene) {
        if !scene.background.isClear { fill(whole, with: scene.background) }
        var elements: [Element] = []
        var bounds: Rect? = whole
        for item in scene.items {
            if case .clip(let rect) = item {
                draw(elements, in: bounds)
                elements.removeAll(keepingCapacity: true)
                bounds = rect.map { inside($0, scene) } ?? whole
            } else if let last = elements.last, let both = last.outlined(by: item) {
                elements[elements.count - 1] = both
            } else {
                let parts = item.isRepetition ? [item] : item.parts
                elements += parts.compactMap { Element($0) }
            }
        }
        draw(elements, in: bounds)
    }

    private mutating func fill(_ rect: Rect, with color: Color) {
        draw([Element(.rect(rect), Style(fill: color))])
    }

    // MARK: Clips

    /// What a clip leaves of the picture: it ends between pixels. Nil where it leaves nothing.
    private func inside(_ clip: Rect, _ scene: Scene) -> Rect? {
        func edge(_ length: Double, _ limit: Double) -> Double {
            let snapped = scene.snapped(length)
            return snapped > 0 ? min(snapped, limit) : 0
        }
        let (left, right) = (edge(clip.minX, whole.maxX), edge(clip.maxX, whole.maxX))
        let (top, bottom) = (edge(clip.minY, whole.maxY), edge(clip.maxY, whole.maxY))
        guard left < right, top < bottom else { return nil }
        return Rect(from: Point(left, top), to: Point(right, bottom))
    }

    private mutating func draw(_ elements: [Element], in bounds: Rect?) {
        guard let bounds, !elements.isEmpty else { return }
        // The picture itself ends where the scene does.
        if bounds == whole { return draw(elements) }
        let id = define(bounds)
        document.write("<g clip-path=\"url(#")
        document.write(id: .number(id))
        document.write(")\">\n")
        draw(elements)
        document.write("</g>\n")
    }

    private mutating func define(_ rect: Rect) -> Int {
        if let clip, clip.rect == rect { return clip.id }
        let id = document.newID()
        clip = (rect, id)
        document.write("<clipPath id=\"")
        document.write(id: .number(id))
        document.write("\">")
        fill(rect, with: .black)
        document.write("</clipPath>\n")
        return id
    }
}
