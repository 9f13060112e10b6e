internal import CLibc
internal import Fonts
internal import Scenes

extension Raster {
    /// Larger glyphs are drawn as any other shape: they are few, and hinting does nothing for them.
    private static let largestStamp = 128.0

    /// Upright text and text turned by quarters is hinted and stands on whole pixels, at quarters
    /// of a pixel along its line. Other angles show each outline as it is.
    mutating func set(_ line: TextLine, at origin: Point, angle: Double) {
        let size = line.font.size * density
        guard let pen = Placement.scaled(by: density).place(origin), angle.isFinite,
            size > 0, size <= Placement.horizon
        else { return }
        let quarters = (angle / (.pi / 2)).remainder(dividingBy: 4)
        let turn = quarters.rounded()
        if size <= Self.largestStamp, abs(quarters - turn) < 1e-6 {
            stamp(line, size, at: pen, turn: Int(turn) & 3)
        } else {
            fill(line, size, at: pen, angle: angle)
        }
    }

    private mutating func fill(_ line: TextLine, _ size: Double, at pen: Point, angle: Double) {
        let (c, s) = (cos(angle), sin(angle))
        for glyph in line.glyphs {
            let way = glyph.x * density
            let place = Point(pen.x + c * way, pen.y + s * way)
            guard isNear(place, size) else { continue }
            lines.removeAll()
            lines.append(
                fonts.outline(of: glyph.id, in: glyph.face, size: size, hinted: false),
                placed: Placement(xx: c, xy: -s, yx: s, yy: c, origin: place))
            scanner.begin(in: clip)
            scanner.add(lines)
            scanner.paint(onto: &canvas)
        }
    }

    private mutating func stamp(_ line: TextLine, _ size: Double, at pen: Point, turn: Int) {
        let direction = Placement.turned(quarters: turn, to: .zero)
        for glyph in line.glyphs {
            let way = glyph.x * density
            let place = Point(pen.x + direction.xx * way, pen.y + direction.yx * way)
            guard isNear(place, size) else { continue }
            // Near the picture, so that the conversions below cannot overflow.
            let runsAcross = turn & 1 == 0
            let quarter = Int(((runsAcross ? place.x : place.y) * 4).rounded())
            let whole = Int((runsAcross ? place.y : place.x).rounded())
            let key = Stamps.Key(
                face: glyph.face, glyph: glyph.id, size: size, phase: UInt8(quarter & 3),
                turn: UInt8(turn))
            let stamp = stamps.stamp(for: key) ?? makeStamp(key)
            let (x, y) = runsAcross ? (quarter >> 2, whole) : (whole, quarter >> 2)
            stamps.paint(stamp, at: x, y, in: clip, onto: &canvas)
        }
    }

    private func isNear(_ place: Point, _ size: Double) -> Bool {
        // A glyph may be some ems wide.
        let reach = 4 * size
        return clip.rect.minX - reach...clip.rect.maxX + reach ~= place.x
            && clip.rect.minY - reach...clip.rect.maxY + reach ~= place.y
    }

    private mutating func makeStamp(_ key: Stamps.Key) -> StampSheet.Stamp {
        let phase = Double(key.phase) / 4
        let outline = fonts.outline(of: key.glyph, in: key.face, size: key.size, hinted: true)
        lines.removeAll()
        lines.append(
            outline,
            placed: .turned(
                quarters: Int(key.turn), to: key.turn & 1 == 0 ? Point(phase, 0) : Point(0, phase)))
        scanner.begin(in: lines.box(within: Int(4 * Self.largestStamp)))
        scanner.add(lines)
        return stamps.add(key, from: &scanner)
    }
}

extension Polylines {
    /// The pixels that all points lie in, but none farther than `limit` from 0, 0.
    func box(within limit: Int) -> Box {
        let (low, high) = (Double(-limit), Double(limit))
        var (left, top, right, bottom) = (high, high, low, low)
        for point in points {
            left = min(left, point.x)
            top = min(top, point.y)
            right = max(right, point.x)
            bottom = max(bottom, point.y)
        }
        guard left <= right, top <= bottom else { return Box(left: 0, top: 0, right: 0, bottom: 0) }
        func whole(_ position: Double) -> Int { Int(min(max(position, low), high)) }
        return Box(
            left: whole(left.rounded(.down)), top: whole(top.rounded(.down)),
            right: whole(right.rounded(.up)), bottom: whole(bottom.rounded(.up)))
    }
}
