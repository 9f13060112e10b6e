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
    private var fillsAreas = false
    /// By level * 256 + index.
    private var mixes: [UInt8]
    /// The ink in use before, and its mixes: markers and their rims take turns.
    private var earlier: (ink: Color, mixes: [UInt8]) = (.clear, [])

    init(width: Int, height: Int, background: Color) {
        self.width = width
        self.height = height
        indices = Array(repeating: 0, count: width * height)
        palette = Palette(background)
        mixes = Array(repeating: Self.unknown, count: (Self.levels + 1) << 8)
    }

    var box: Box { Box(left: 0, top: 0, right: width, bottom: height) }
    var isIndexed: Bool { colors.isEmpty }

    /// Paints with `color` from here on: areas, or only lines and letters.
    mutating func use(_ color: Color, forAreas fillsAreas: Bool = false) {
        self.fillsAreas = fillsAreas
        guard color != ink else { return }
        swap(&ink, &earlier.ink)
        swap(&mixes, &earlier.mixes)
        if color == ink, !mixes.isEmpty { return }
        ink = color
        if mixes.isEmpty { mixes = Array(repeating: Self.unknown, count: earlier.mixes.count) }
        for index in mixes.indices { mixes[index] = Self.unknown }
    }

    /// Paints `runs`, each moved to the right, onto row `y`. All of it has to lie in the picture.
    mutating func paint(_ runs: Span<Run>, onto y: Int, movedRight: Int = 0) {
        let start = y * width + movedRight
        var next = Place(run: 0, offset: 0)
        while isIndexed {
            let isSolid = ink.isOpaque
            guard
                let gap = Self.paint(
                    runs, at: start, from: next, by: mixes, isSolid: isSolid, onto: &indices)
            else { return }
            next = gap.place
            if !learn(gap.mix) { promote() }
        }
        for index in next.run..<runs.count {
            let run = runs[index]
            let first = start + Int(run.x)
            blend(first + next.offset..<first + Int(run.count), run.coverage)
            next.offset = 0
        }
    }

    /// A pixel of a row: which run it is in, and how far.
    private struct Place {
        var run: Int
        var offset: Int
    }

    /// Paints until it meets a mix that is not yet known; tells which and where, if so.
    private static func paint(
        _ runs: Span<Run>, at start: Int, from place: Place, by mixes: [UInt8], isSolid: Bool,
        onto indices: inout [UInt8]
    ) -> (place: Place, mix: Int)? {
        let mixes = mixes.span
        var pixels = indices.mutableSpan
        var offset = place.offset
        for index in place.run..<runs.count {
            let run = runs[index]
            let row = levelOf(run.coverage) << 8
            let first = start + Int(run.x)
            if row == levels << 8, isSolid {
                let color = mixes[row]
                guard color != unknown else { return (Place(run: index, offset: 0), row) }
                for pixel in first..<first + Int(run.count) { pixels[pixel] = color }
            } else if row > 0 {
                for pixel in first + offset..<first + Int(run.count) {
                    let mix = row | Int(pixels[pixel])
                    let color = mixes[mix]
                    guard color != unknown else {
                        return (Place(run: index, offset: pixel - first), mix)
                    }
                    pixels[pixel] = color
                }
            }
            offset = 0
        }
        return nil
    }

    private static func levelOf(_ coverage: UInt8) -> Int { (Int(coverage) * levels + 127) / 255 }

    /// Finds the outcome of a mix; false where the palette has no room for it.
    private mutating func learn(_ mix: Int) -> Bool {
        let (level, below) = (mix >> 8, mix & 255)
        let coverage = UInt8((level * 255 + Self.levels / 2) / Self.levels)
        let color = ink.painted(over: Color(palette.colors[below]), coverage: coverage)
        let isWhole = level == Self.levels
        let edge: Palette.Role = palette.isGround(UInt8(below)) ? .edge : .crossing
        guard let index = palette.index(of: color, as: isWhole ? .area : edge) else {
            return false
        }
        if isWhole, fillsAreas { palette.addGround(index) }
        mixes[mix] = index
        return true
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
