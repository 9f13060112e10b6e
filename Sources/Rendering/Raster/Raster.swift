package import Encoding
package import Fonts
package import Scenes

/// Scenes as pixels, anti-aliased.
package struct Raster {
    let fonts: Fonts
    let density: Double
    var canvas: Canvas
    var clip: Box
    var scanner = Scanner()
    var lines = Polylines()
    var stamps = Stamps()

    /// The picture of `scene`, `pixelSize` large. The caller has made sure that this is a size it
    /// wants to pay for.
    ///
    /// Nothing in the scene can be too far out or too large; what is no number is not drawn.
    package static func draw(_ scene: Scene, with fonts: Fonts) -> Pixels {
        var raster = Raster(scene, fonts)
        for item in scene.items { raster.draw(item) }
        return raster.canvas.pixels(density: scene.density)
    }

    private init(_ scene: Scene, _ fonts: Fonts) {
        self.fonts = fonts
        density = scene.density
        let (width, height) = scene.pixelSize
        canvas = Canvas(width: width, height: height, background: scene.background)
        clip = canvas.box
    }

    private mutating func draw(_ item: Scene.Item) {
        if case .clip(let rect) = item { return clip(to: rect) }
        guard !clip.isEmpty else { return }
        switch item {
        case .fill(let path, let color):
            canvas.use(color, forAreas: true)
            fill(path)
        case .stroke(let path, let stroke, let color):
            canvas.use(color)
            self.stroke(path, stroke)
        case .text(let line, let origin, let angle, let color):
            canvas.use(color)
            set(line, at: origin, angle: angle)
        case .symbols(let shapes, let places): draw(shapes, at: places)
        case .clip: break
        }
    }

    /// Clips end between pixels.
    private mutating func clip(to rect: Rect?) {
        clip = canvas.box
        guard let rect else { return }
        func edge(_ length: Double, _ limit: Int) -> Int {
            let pixels = (length * density).rounded()
            return pixels > 0 ? Int(min(pixels, Double(limit))) : 0
        }
        clip = Box(
            left: edge(rect.minX, canvas.width), top: edge(rect.minY, canvas.height),
            right: edge(rect.maxX, canvas.width), bottom: edge(rect.maxY, canvas.height))
    }

    // MARK: Shapes

    private mutating func fill(_ path: Path) {
        if let rect = path.rect { return fill(rect) }
        flatten(path)
        scanner.begin(in: clip)
        scanner.add(lines)
        scanner.paint(onto: &canvas)
    }

    private mutating func stroke(_ path: Path, _ stroke: Stroke) {
        let width = stroke.width * density
        guard width > 0 else { return }
        let dasher = Dasher(stroke, scale: density, window: clip.rect)
        if dasher == nil, let bar = path.bar(stroke) { return fill(bar) }
        flatten(path)
        if let dasher { lines = dasher.dashes(of: lines) }
        scanner.begin(in: clip)
        var stroker = Stroker(stroke, width: width)
        stroker.stroke(lines, into: &scanner)
        scanner.paint(onto: &canvas)
    }

    private mutating func flatten(_ path: Path) {
        lines.removeAll()
        lines.append(path, placed: .scaled(by: density))
    }

    /// The scanner would find the same, but look at each row anew.
    private mutating func fill(_ rect: Rect) {
        let columns = Stretch(from: rect.minX * density, to: rect.maxX * density, in: clip.columns)
        let rows = Stretch(from: rect.minY * density, to: rect.maxY * density, in: clip.rows)
        for row in rows.parts {
            let runs = columns.parts.map { column in
                Run(
                    x: Int32(column.pixels.lowerBound), count: Int32(column.pixels.count),
                    coverage: Scanner.coverage(ofSum: 2 * row.share * column.share))
            }
            for y in row.pixels { canvas.paint(runs.span, onto: y) }
        }
    }
}

extension Path {
    /// The upright rectangle that this is, if it is no more.
    var rect: Rect? {
        guard points.count == 4, verbs.count == 5, verbs[0] == .move, verbs[1] == .line,
            verbs[2] == .line, verbs[3] == .line, verbs[4] == .close,
            points.allSatisfy({ $0.isFinite })
        else { return nil }
        let (a, b, c, d) = (points[0], points[1], points[2], points[3])
        let isUpright =
            a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
            || a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y
        return isUpright ? Rect(from: a, to: c) : nil
    }

    /// The rectangle that a stroke of this covers, where it is one upright line: a grid is made of
    /// them.
    fileprivate func bar(_ stroke: Stroke) -> Rect? {
        guard verbs == [.move, .line], stroke.cap != .round, points.allSatisfy({ $0.isFinite })
        else {
            return nil
        }
        let rect = Rect(from: points[0], to: points[1])
        guard (rect.width == 0) != (rect.height == 0) else { return nil }
        let half = stroke.width / 2
        let reach = stroke.cap == .square ? half : 0
        let (x, y) = rect.height == 0 ? (reach, half) : (half, reach)
        return Rect(
            from: Point(rect.minX - x, rect.minY - y), to: Point(rect.maxX + x, rect.maxY + y))
    }
}
