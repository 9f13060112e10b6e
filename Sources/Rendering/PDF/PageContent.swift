internal import CLibc
internal import Fonts
internal import Scenes

/// A scene as the content of a page: what to draw in PDF's operators (ISO 32000-1, 8 and 9), and which
/// glyphs and opacities they name.
struct PageContent {
    let fonts: Fonts
    let size: Size
    var text = PDFSyntax()
    var state = GraphicsState()
    /// One of each face, in the order of `Font.Face`.
    var glyphs: [GlyphTable]
    /// Which opacities are used, by alpha.
    private(set) var opacities = Array(repeating: false, count: 256)

    /// What was asked for last and is not in force yet.
    private var pendingClip: Rect?
    /// The state to come back to when the clip in force ends.
    private var stateOutside: GraphicsState?

    /// All of the scene. The background belongs to nothing; the rest is the one figure of the page.
    init(_ scene: Scene, with fonts: Fonts) {
        self.fonts = fonts
        size = scene.size
        glyphs = Font.Face.allCases.map { GlyphTable($0) }
        // Scenes count downwards.
        text.append("1 0 0 -1 0")
        text.length(size.height)
        text.end(with: "cm")
        if !scene.background.isClear {
            text.end(with: "/Artifact BMC")
            fill(Path(Rect(x: 0, y: 0, width: size.width, height: size.height)), scene.background)
            text.end(with: "EMC")
        }
        text.end(with: "/Figure<</MCID 0>>BDC")
        for item in scene.items { draw(item) }
        endClip()
        text.end(with: "EMC")
    }

    private mutating func draw(_ item: Scene.Item) {
        if case .clip(let rect) = item { return clip(to: rect) }
        guard pendingClip?.isEmpty != true else { return }
        switch item {
        case .fill(let path, let color): fill(path, color)
        case .stroke(let path, let stroke, let color): self.stroke(path, stroke, color)
        case .text(let line, let origin, let angle, let color):
            set(line, at: origin, angle: angle, color)
        case .symbols(let shapes, let places): draw(shapes, at: places)
        case .clip: break
        }
    }

    // MARK: Clips

    private mutating func clip(to rect: Rect?) {
        endClip()
        func inside(_ value: Double, _ limit: Double) -> Double {
            value > 0 ? min(value, limit) : 0
        }
        pendingClip = rect.map {
            Rect(
                from: Point(inside($0.minX, size.width), inside($0.minY, size.height)),
                to: Point(inside($0.maxX, size.width), inside($0.maxY, size.height)))
        }
    }

    private mutating func endClip() {
        pendingClip = nil
        guard let outside = stateOutside else { return }
        text.end(with: "Q")
        state = outside
        stateOutside = nil
    }

    /// Says what is pending, now that there is something to be drawn.
    mutating func beginClip() {
        guard let rect = pendingClip else { return }
        pendingClip = nil
        stateOutside = state
        text.word("q")
        text.rectangle(rect)
        text.end(with: "re W n")
    }

    // MARK: Shapes

    mutating func fill(_ path: Path, _ color: Color) {
        let window = PageWindow(around: size)
        let path = window.holds(path) ? path : window.area(inside: path)
        guard !path.isEmpty else { return }
        useFill(color)
        if let rect = path.rect {
            text.rectangle(rect)
            text.word("re")
        } else {
            text.path(path)
        }
        text.end(with: "f")
    }

    private mutating func stroke(_ path: Path, _ stroke: Stroke, _ color: Color) {
        guard stroke.width > 0 else { return }
        let window = PageWindow(around: size, strokeWidth: stroke.width)
        var (path, stroke) = (path, stroke)
        if !window.holds(path) {
            path = window.lines(along: path, stroke)
            stroke.dash = []
        }
        guard !path.isEmpty else { return }
        use(stroke)
        useStroke(color)
        text.path(path, dots: true)
        text.end(with: "S")
    }

    // MARK: State

    mutating func useFill(_ color: Color) {
        beginClip()
        use(alpha: color.alpha)
        guard color.rgba >> 8 != state.fill else { return }
        state.fill = color.rgba >> 8
        text.color(color)
        text.word(color.isGrey ? "g" : "rg")
    }

    private mutating func useStroke(_ color: Color) {
        use(alpha: color.alpha)
        guard color.rgba >> 8 != state.stroke else { return }
        state.stroke = color.rgba >> 8
        text.color(color)
        text.word(color.isGrey ? "G" : "RG")
    }

    private mutating func use(alpha: UInt8) {
        guard alpha != state.alpha else { return }
        state.alpha = alpha
        opacities[Int(alpha)] = true
        text.append("/A\(alpha)")
        text.word("gs")
    }

    private mutating func use(_ stroke: Stroke) {
        beginClip()
        let width = max(1, PDFSyntax.hundredths(min(stroke.width, PageWindow.widest)))
        if width != state.width {
            state.width = width
            text.number(width, places: 2)
            text.word("w")
        }
        if stroke.cap != state.cap {
            state.cap = stroke.cap
            text.number(stroke.cap.number, places: 0)
            text.word("J")
        }
        if stroke.join != state.join {
            state.join = stroke.join
            text.number(stroke.join.number, places: 0)
            text.word("j")
        }
        use(dashesOf: stroke)
        let limit = stroke.miterLimit.isNaN ? 1 : min(max(stroke.miterLimit, 1), 1e6)
        guard stroke.join == .miter, limit != state.miterLimit else { return }
        state.miterLimit = limit
        text.length(limit)
        text.word("M")
    }

    private mutating func use(dashesOf stroke: Stroke) {
        let dash = stroke.isDashed ? stroke.dash : []
        // The pattern begins anew after as much as it takes; an odd one comes twice, the other way
        // round the second time.
        let period = dash.reduce(0, +) * (dash.count % 2 == 0 ? 1 : 2)
        let past = dash.isEmpty ? 0 : fmod(stroke.dashOffset, period)
        let offset = past.isNaN ? 0 : past < 0 ? past + period : past
        guard dash != state.dash || offset != state.dashOffset else { return }
        (state.dash, state.dashOffset) = (dash, offset)
        text.append("[")
        for length in dash { text.length(length) }
        text.append("]")
        text.length(offset)
        text.word("d")
    }
}

extension Color {
    fileprivate var isGrey: Bool { red == green && green == blue }
}

extension Stroke.Cap {
    fileprivate var number: Int {
        switch self {
        case .butt: 0
        case .round: 1
        case .square: 2
        }
    }
}

extension Stroke.Join {
    fileprivate var number: Int {
        switch self {
        case .miter: 0
        case .round: 1
        case .bevel: 2
        }
    }
}

extension PDFSyntax {
    /// The operands of a colour: one where it is grey, else three, in thousandths.
    fileprivate mutating func color(_ color: Color) {
        for channel in color.isGrey ? [color.red] : [color.red, color.green, color.blue] {
            number(Double(channel) / 255, places: 3)
        }
    }
}
