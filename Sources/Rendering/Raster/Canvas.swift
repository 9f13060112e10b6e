internal import Encoding
internal import Scenes

/// The picture while it is painted: a byte a pixel as long as 255 colours suffice, which they do for
/// most charts, and 32 bits a pixel from then on.
///
/// Indexed pixels are blended by table, `mixes`: for the ink in use, what each colour of the palette
/// becomes at each of 16 degrees of coverage. It fills as it is asked. Sixteen keep an ink and its
/// edges to 16 entries, and the eye does not miss the others.
struct Canvas {
    private static let levels = 16
    private static let unknown: UInt8 = 255

    let width: Int
    let height: Int
    private var indices: [UInt8]
    private var palette: Palette
    /// Empty as long as the picture is indexed.
    private var colors: [UInt32] = []

    private var ink = Color.clear
    /// By level * 256 + index.
    private var mixes: [UInt8]

    init(width: Int, height: Int, background: Color) {
        self.width = width
        self.height = height
        indices = Array(repeating: 0, count: width * height)
        palette = Palette(background)
        mixes = Array(repeating: Self.unknown, count: (Self.levels + 1) << 8)
    }

    var box: Box { Box(left: 0, top: 0, right: width, bottom: height) }
    var isIndexed: Bool { colors.isEmpty }

    /// Paints with `color` from here on.
    mutating func use(_ color: Color) {
        guard color != ink else { return }
        ink = color
        for index in mixes.indices { mixes[index] = Self.unknown }
    }

    /// Paints `runs`, each moved to the right, onto row `y`. All of it has to lie in the picture.
    mutating func paint(_ runs: Span<Run>, onto y: Int, movedRight: Int = 0) {
        var next = (run: 0, offset: 0)
        if isIndexed {
            guard let stop = paintIndexed(runs, at: y * width + movedRight) else { return }
            promote()
            next = stop
        }
        for index in next.run..<runs.count {
            let run = runs[index]
            let start = y * width + movedRight + Int(run.x)
            blend(start + next.offset..<start + Int(run.count), run.coverage)
            next.offset = 0
        }
    }

    /// Paints until the palette cannot hold what is asked for; tells where, if so.
    private mutating func paintIndexed(
        _ runs: Span<Run>, at start: Int
    ) -> (run: Int, offset: Int)? {
        for index in runs.indices {
            let run = runs[index]
            let level = (Int(run.coverage) * Self.levels + 127) / 255
            guard level > 0 else { continue }
            let first = start + Int(run.x)
            if level == Self.levels, ink.isOpaque {
                guard let solid = mix(level, onto: 0) else { return (index, 0) }
                fill(first..<first + Int(run.count), with: solid)
            } else {
                for place in first..<first + Int(run.count) {
                    let below = indices[place]
                    guard let mixed = mix(level, onto: below) else { return (index, place - first) }
                    indices[place] = mixed
                }
            }
        }
        return nil
    }

    @inline(__always)
    private mutating func mix(_ level: Int, onto below: UInt8) -> UInt8? {
        let known = mixes[level << 8 | Int(below)]
        return known != Self.unknown ? known : learn(level, onto: below)
    }

    private mutating func learn(_ level: Int, onto below: UInt8) -> UInt8? {
        let color = ink.painted(
            over: Color(palette.colors[Int(below)]), coverage: UInt8(level * 255 / Self.levels))
        let index = palette.index(of: color, isEdge: level < Self.levels)
        if let index { mixes[level << 8 | Int(below)] = index }
        return index
    }

    private mutating func fill(_ places: Range<Int>, with index: UInt8) {
        var indices = indices.mutableSpan
        for place in places { indices[place] = index }
    }

    /// Goes over to 32 bits a pixel.
    private mutating func promote() {
        colors = indices.map { palette.colors[Int($0)] }
        indices = []
    }

    private mutating func blend(_ places: Range<Int>, _ coverage: UInt8) {
        let ink = ink
        var colors = colors.mutableSpan
        if coverage == 255, ink.isOpaque {
            for place in places { colors[place] = ink.rgba }
        } else {
            for place in places {
                colors[place] = ink.painted(over: Color(colors[place]), coverage: coverage).rgba
            }
        }
    }

    /// The finished picture.
    consuming func pixels(density: Double) -> Pixels {
        Pixels(
            width: width, height: height, density: density,
            storage: isIndexed ? .indexed(indices, palette: palette.colors) : .rgba(colors))
    }
}
