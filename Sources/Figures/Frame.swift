package import Fonts
package import Scenes

/// Where a mark is drawn: the room of its panel, scales that are ready, and the looks.
package struct Frame {
    package var room: Rect
    package var x: Scale
    package var y: Scale
    /// x runs along the upright axis. Marks need not care: `point` and `rect` turn what they are given.
    package var isTransposed = false
    package var theme: Theme
    package var fonts: Fonts
    /// What is written on the marks of the panel so far.
    package var labels = LabelRoom()

    package init(room: Rect, x: Scale, y: Scale, theme: Theme, fonts: Fonts) {
        self.room = room
        self.x = x
        self.y = y
        self.theme = theme
        self.fonts = fonts
    }

    /// The place of a pair of values. Not finite where a scale has no place for one of them.
    package func point(_ x: Double, _ y: Double) -> Point {
        place(self.x.position(of: x), self.y.position(of: y))
    }

    /// The point at distances that were already carried along the two axes.
    package func place(_ along: Double, _ across: Double) -> Point {
        isTransposed ? Point(across, along) : Point(along, across)
    }

    /// The rectangle between two positions along x and two along y.
    package func rect(along: (Double, Double), across: (Double, Double)) -> Rect {
        Rect(from: place(along.0, across.0), to: place(along.1, across.1))
    }

    /// Where marks that grow from zero begin: zero, or the end of the axis nearest to it.
    package var baseline: Double { y.position(of: y.nearest(to: 0)) }

    /// The room along x that one value has, in points: a band, or the least distance of `values`.
    package func step(between values: [Double]) -> Double {
        if x.isBanded { return x.bandWidth }
        var least = Double.infinity
        let sorted = values.filter { $0.isFinite }.sorted()
        for (a, b) in zip(sorted, sorted.dropFirst()) where b > a { least = min(least, b - a) }
        guard least.isFinite, let first = sorted.first else { return x.length / 5 }
        return abs(x.position(of: first + least) - x.position(of: first))
    }
}
