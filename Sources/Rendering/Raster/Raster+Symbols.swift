internal import Scenes

extension Raster {
    /// Markers stand at eighths of a pixel each way, so that 64 stamps of a shape do for all of them.
    private static let phases = 8

    /// Larger shapes are drawn one by one: they are few, and their stamps would take much room.
    private static let largestStamp = 64.0

    mutating func draw(_ shapes: [Scene.Shape], at places: [Point]) {
        let isSmall = shapes.allSatisfy { shape in
            guard let box = shape.path.bounds else { return false }
            let reach = max(-box.minX, -box.minY, box.maxX, box.maxY) * density
            return reach <= Self.largestStamp
        }
        // A stamp is worth its scan where it is used more than once or twice.
        guard isSmall, places.count > 16 else { return drawEach(shapes, at: places) }
        let count = Self.phases * Self.phases
        var sheet = StampSheet()
        var stamps = [StampSheet.Stamp?](repeating: nil, count: count * shapes.count)
        for place in places {
            guard let pen = Placement.scaled(by: density).place(place), isNear(pen) else {
                continue
            }
            let (x, y) = (Self.eighths(pen.x), Self.eighths(pen.y))
            for (number, shape) in shapes.enumerated() {
                let slot = number * count + (y & 7) << 3 + x & 7
                let stamp = stamps[slot] ?? scan(shape.path, x & 7, y & 7, onto: &sheet)
                stamps[slot] = stamp
                canvas.use(shape.color, forAreas: true)
                sheet.paint(stamp, at: x >> 3, y >> 3, in: clip, onto: &canvas)
            }
        }
    }

    private mutating func drawEach(_ shapes: [Scene.Shape], at places: [Point]) {
        for place in places {
            for shape in shapes {
                canvas.use(shape.color, forAreas: true)
                lines.removeAll()
                guard let pen = Placement.scaled(by: density).place(place) else { continue }
                lines.append(
                    shape.path,
                    placed: Placement(xx: density, xy: 0, yx: 0, yy: density, origin: pen))
                scanner.begin(in: clip)
                scanner.add(lines)
                scanner.paint(onto: &canvas)
            }
        }
    }

    private static func eighths(_ length: Double) -> Int { Int((length * 8).rounded()) }

    /// Whether the whole numbers that a place becomes are small ones.
    private func isNear(_ place: Point) -> Bool {
        let reach = Self.largestStamp + 1
        return clip.rect.minX - reach...clip.rect.maxX + reach ~= place.x
            && clip.rect.minY - reach...clip.rect.maxY + reach ~= place.y
    }

    private mutating func scan(
        _ path: Path, _ x: Int, _ y: Int, onto sheet: inout StampSheet
    ) -> StampSheet.Stamp {
        lines.removeAll()
        let phase = Point(Double(x) / 8, Double(y) / 8)
        lines.append(
            path, placed: Placement(xx: density, xy: 0, yx: 0, yy: density, origin: phase))
        scanner.begin(in: lines.box(within: 4 * Int(Self.largestStamp)))
        scanner.add(lines)
        return sheet.add(from: &scanner)
    }
}
