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
    private func tolerance(isEdge: Bool) -> UInt8 {
        switch (isEdge, colors.count) {
        case (true, ..<96): 3
        case (true, ..<160): 5
        case (true, ..<224): 8
        case (true, _): 12
        case (false, ..<Self.capacity): 0
        case (false, _): 1
        }
    }

    private func nearest(to color: Color) -> (index: UInt8, distance: UInt8) {
        if let index = colors.firstIndex(of: color.rgba) { return (UInt8(index), 0) }
        let wanted = Channels(color.rgba)
        var best = (index: UInt8(0), distance: UInt8.max)
        for index in colors.indices {
            let distance = wanted.distance(to: Channels(colors[index]))
            if distance < best.distance { best = (UInt8(index), distance) }
        }
        return best
    }
}

/// The four channels of a colour side by side, for one comparison of all.
private struct Channels {
    private var values: SIMD4<UInt8>

    init(_ rgba: UInt32) { values = unsafe unsafeBitCast(rgba, to: SIMD4<UInt8>.self) }

    /// The greatest difference of a channel.
    func distance(to other: Channels) -> UInt8 {
        let more = values.replacing(with: other.values, where: values .< other.values)
        let less = values.replacing(with: other.values, where: values .> other.values)
        return (more &- less).max()
    }
}
