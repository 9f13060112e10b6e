internal import Scenes

/// The colours of an indexed picture, found as the picture needs them.
///
/// A mix that only shades an edge may share the entry of a colour so near that no eye tells them
/// apart, and need not be so near when room grows short; a colour that fills an area is kept exact
/// as long as there is room.
struct Palette {
    /// One less than a byte tells apart: the last number says "not yet known" where mixes are kept.
    static let capacity = 255

    private(set) var colors: [UInt32] = []

    init(_ first: Color) {
        colors.reserveCapacity(Self.capacity)
        colors.append(first.rgba)
    }

    /// The number of `color`, or nil where there is neither room for it nor anything like it.
    mutating func index(of color: Color, isEdge: Bool) -> UInt8? {
        let (nearest, distance) = nearest(to: color)
        let isFull = colors.count == Self.capacity
        if distance <= tolerance(isEdge: isEdge) { return nearest }
        guard !isFull else { return nil }
        colors.append(color.rgba)
        return UInt8(colors.count - 1)
    }

    /// The greatest difference of a channel that passes for the same colour.
    private func tolerance(isEdge: Bool) -> Int32 {
        switch (isEdge, colors.count) {
        case (true, ..<96): 3
        case (true, ..<160): 5
        case (true, ..<224): 8
        case (true, _): 12
        case (false, ..<Self.capacity): 0
        case (false, _): 1
        }
    }

    private func nearest(to color: Color) -> (index: UInt8, distance: Int32) {
        var best = (index: UInt8(0), distance: Int32.max)
        for (index, entry) in colors.enumerated() {
            let distance = Self.distance(Color(entry), color)
            guard distance < best.distance else { continue }
            best = (UInt8(index), distance)
            if distance == 0 { break }
        }
        return best
    }

    private static func distance(_ a: Color, _ b: Color) -> Int32 {
        if a.isClear, b.isClear { return 0 }
        func apart(_ a: UInt8, _ b: UInt8) -> Int32 { abs(Int32(a) - Int32(b)) }
        return max(
            max(apart(a.red, b.red), apart(a.green, b.green)),
            max(apart(a.blue, b.blue), apart(a.alpha, b.alpha)))
    }
}
