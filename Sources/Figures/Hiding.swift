import CLibc
import Scenes

/// Finds the markers of a crowd that show: those of which a part is not covered by later ones.
///
/// Each pixel counts by how many markers it is wholly covered. When nothing shines through them any
/// more, an earlier marker that lies in such pixels alone cannot be seen.
struct Hiding {
    /// The radii of the circle around a marker and of the one that it covers, each times the radius of
    /// the marker.
    private let reach: Double
    private let core: Double
    private let layers: UInt8
    private let room: Rect
    private let density: Double

    /// With fewer markers nothing is gained.
    private static let few = 2_000

    /// For markers of `opacity` in the shape of `symbol`.
    init(_ symbol: Symbol, opacity: Double, within room: Rect, density: Double) {
        reach = symbol.reach * density
        core = symbol.core * density
        self.room = room
        self.density = density
        // So many that less than half a step of a colour is left of what lies below.
        let needed = opacity >= 1 ? 1 : log(1.0 / 512) / log(1 - min(max(opacity, 0.01), 0.99))
        layers = UInt8(min(needed.rounded(.up), 255))
    }

    /// Which of the markers show, in order: one at each place, of the radius that `radii` says, all of the
    /// first one where it says but one. What is no place is left out.
    func seen(at places: [Point], radii: [Double]) -> [Int] {
        let finite = places.indices.filter { places[$0].isFinite }
        let most = room.width * room.height * density * density
        let largest = radii.max() ?? 0
        guard finite.count > Self.few, core * largest >= 1, most < 1e8 else { return finite }
        var crowd = Crowd(room, density, margin: reach * largest, layers: layers)
        var disc = Disc(core * largest)
        var seen: [Int] = []
        for index in finite.reversed() {
            let radius = radii.count == 1 ? largest : radii[index]
            if core * radius != disc.radius { disc = Disc(core * radius) }
            let (x, y) = (
                (places[index].x - room.minX) * density + crowd.margin,
                (places[index].y - room.minY) * density + crowd.margin
            )
            if crowd.hides(x, y, reach * radius) { continue }
            crowd.cover(x, y, disc)
            seen.append(index)
        }
        return seen.reversed()
    }
}

/// The pixels that a circle covers wholly, wherever in the pixel at 0, 0 its centre lies.
private struct Disc {
    /// By row from the topmost, how many pixels to the left and to the right of the middle one.
    var halves: [Int] = []
    var top: Int
    let radius: Double

    init(_ radius: Double) {
        self.radius = radius
        let reach = Int(min(radius, 1000))
        top = -reach
        for row in -reach...reach {
            // The corner of the pixel that is farthest from the farthest place of the centre.
            let rise = Double(abs(row)) + 1
            let width = (max(0, radius * radius - rise * rise)).squareRoot()
            halves.append(Int(width) - 1)
        }
    }
}

/// How often the pixels around a room have been covered.
private struct Crowd {
    let margin: Double
    private let width: Int
    private let height: Int
    private let words: Int
    private let layers: UInt8
    private var counts: [UInt8]
    /// A bit a pixel, set where nothing shines through; rows begin with a new word.
    private var full: [UInt64]

    init(_ room: Rect, _ density: Double, margin: Double, layers: UInt8) {
        self.margin = margin.rounded(.up) + 2
        width = Int(room.width * density + 2 * self.margin) + 2
        height = Int(room.height * density + 2 * self.margin) + 2
        words = (width + 63) / 64
        self.layers = layers
        counts = Array(repeating: 0, count: width * height)
        full = Array(repeating: 0, count: words * height)
    }

    /// Whether all pixels that a circle touches are full; what lies outside counts as full.
    func hides(_ x: Double, _ y: Double, _ radius: Double) -> Bool {
        guard x > -1e6, y > -1e6, x < 1e6, y < 1e6 else { return true }
        let (left, right) = (max(0, Int(x - radius)), min(width - 1, Int(x + radius)))
        let (top, bottom) = (max(0, Int(y - radius)), min(height - 1, Int(y + radius)))
        guard left <= right, top <= bottom else { return true }
        let (first, last) = (left >> 6, right >> 6)
        let start = UInt64.max << UInt64(left & 63)
        let end = UInt64.max >> UInt64(63 - right & 63)
        for row in top...bottom {
            for word in first...last {
                let mask = (word == first ? start : .max) & (word == last ? end : .max)
                if full[row * words + word] & mask != mask { return false }
            }
        }
        return true
    }

    /// Counts a marker around a place.
    mutating func cover(_ x: Double, _ y: Double, _ disc: Disc) {
        let (column, row) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        for (offset, half) in disc.halves.enumerated() where half >= 0 {
            let y = row + disc.top + offset
            guard 0..<height ~= y else { continue }
            for x in max(0, column - half)..<min(width, column + half + 1) {
                let place = y * width + x
                guard counts[place] < layers else { continue }
                counts[place] += 1
                if counts[place] == layers { full[y * words + x >> 6] |= 1 << UInt64(x & 63) }
            }
        }
    }
}

extension Symbol {
    /// The radius of the circle around the shape, where that of a marker is 1.
    fileprivate var reach: Double {
        switch self {
        case .circle: 1
        case .square, .diamond: 1.26
        case .cross, .plus: 1.31
        case .star: 1.5
        case .triangle: 1.7
        }
    }

    /// The radius of the circle that the shape covers in any case.
    fileprivate var core: Double {
        switch self {
        case .circle: 1
        case .square, .diamond: 0.88
        case .triangle: 0.56
        case .star: 0.5
        case .cross, .plus: 0.37
        }
    }
}
