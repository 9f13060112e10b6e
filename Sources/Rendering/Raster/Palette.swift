internal import Scenes

/// The colours of an indexed picture, found as the picture needs them.
///
/// What is only seen as the shade of an edge may share the entry of a colour so near that no eye
/// tells them apart, and need not be so near when room grows short.
struct Palette {
    /// What a colour is for, which says how near another one has to be to stand in for it.
    enum Role {
        /// Fills an area: it is itself as long as there is room.
        case area
        /// An edge against the background or another area, where the eye compares it with its like.
        case edge
        /// An edge where things lie over each other: seldom more than a few pixels.
        case crossing
    }

    /// One less than a byte tells apart: the last number says "not yet known" where mixes are kept.
    static let capacity = 255

    /// With more areas than this, edges against all of them would leave no room for anything else.
    private static let mostGrounds = 6

    private(set) var colors: [UInt32] = []
    /// The numbers of the background and of the first colours that filled areas.
    private var grounds: [UInt8] = [0]

    init(_ first: Color) {
        colors.reserveCapacity(Self.capacity)
        colors.append(first.rgba)
    }

    mutating func addGround(_ index: UInt8) {
        guard grounds.count < Self.mostGrounds, !isGround(index) else { return }
        grounds.append(index)
    }

    func isGround(_ index: UInt8) -> Bool { grounds.contains(index) }

    /// The number of `color`, or nil where there is neither room for it nor anything like it.
    mutating func index(of color: Color, as role: Role) -> UInt8? {
        let (nearest, distance) = nearest(to: color)
        if distance <= tolerance(for: role) { return nearest }
        guard colors.count < Self.capacity else { return nil }
        colors.append(color.rgba)
        return UInt8(colors.count - 1)
    }

    /// The greatest difference of a channel that passes for the same colour.
    private func tolerance(for role: Role) -> UInt8 {
        switch (role, colors.count) {
        case (.area, ..<Self.capacity): 0
        case (.area, _): 1
        case (.edge, ..<128): 3
        case (.edge, ..<224): 6
        case (.edge, _): 10
        case (.crossing, ..<64): 4
        case (.crossing, ..<112): 10
        case (.crossing, ..<160): 16
        case (.crossing, _): 32
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
