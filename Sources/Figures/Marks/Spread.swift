package import Scenes

/// How far each value may be off, below and above.
package struct Spread: Sendable, Equatable {
    package var below: [Double] = []
    package var above: [Double] = []

    package init() {}

    package init(below: [Double], above: [Double]) {
        self.below = below
        self.above = above
    }

    package var isEmpty: Bool { below.isEmpty && above.isEmpty }

    /// The interval around value number `index`; nil where there is none. The last distance given
    /// serves all values after it.
    package func range(at index: Int, of value: Double) -> (low: Double, high: Double)? {
        guard !isEmpty, value.isFinite else { return nil }
        let down = index < below.count ? below[index] : below.count == 1 ? below[0] : .nan
        let up = index < above.count ? above[index] : above.count == 1 ? above[0] : .nan
        guard down.isFinite || up.isFinite else { return nil }
        return (value - (down.isFinite ? abs(down) : 0), value + (up.isFinite ? abs(up) : 0))
    }

    /// Draws a line with caps over each interval.
    package func draw(
        at xs: [Double], _ ys: [Double], shifted shift: Double = 0, cap: Double, color: Color,
        width: Double = 1, in frame: Frame, into scene: inout Scene
    ) {
        let line = scene.crispWidth(width)
        var path = Path()
        for index in ys.indices {
            guard let (low, high) = range(at: index, of: ys[index]) else { continue }
            let along = scene.crisp(frame.x.position(of: xs[index]) + shift, width: line)
            let from = scene.crisp(frame.y.position(of: frame.y.nearest(to: low)), width: line)
            let to = scene.crisp(frame.y.position(of: frame.y.nearest(to: high)), width: line)
            guard along.isFinite, from.isFinite, to.isFinite else { continue }
            path.append(Path(from: frame.place(along, from), to: frame.place(along, to)))
            for end in [from, to] where cap > 0 {
                path.append(
                    Path(from: frame.place(along - cap, end), to: frame.place(along + cap, end)))
            }
        }
        scene.stroke(path, Stroke(width: line), with: color)
    }
}
