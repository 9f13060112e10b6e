/// Values piled up place by place: those above zero upwards, those below it downwards.
package struct Stack {
    private var places: [Double] = []
    private var up: [Double] = []
    private var down: [Double] = []

    package init() {}

    /// Lays a series on the pile: where each of its values begins, and where it ends.
    package mutating func put(xs: [Double], ys: [Double]) -> (bases: [Double], tops: [Double]) {
        var bases: [Double] = []
        var tops: [Double] = []
        for (x, y) in zip(xs, ys) {
            guard x.isFinite, y.isFinite else {
                bases.append(.nan)
                tops.append(.nan)
                continue
            }
            let index = index(of: x)
            let base = y < 0 ? down[index] : up[index]
            bases.append(base)
            tops.append(base + y)
            if y < 0 { down[index] += y } else { up[index] += y }
        }
        return (bases, tops)
    }

    /// How high the pile is at `x`.
    package func height(at x: Double) -> Double {
        let index = lowerBound(x)
        return index < places.count && places[index] == x ? up[index] : 0
    }

    private mutating func index(of x: Double) -> Int {
        let index = lowerBound(x)
        if index == places.count || places[index] != x {
            places.insert(x, at: index)
            up.insert(0, at: index)
            down.insert(0, at: index)
        }
        return index
    }

    private func lowerBound(_ x: Double) -> Int {
        // Series mostly come in order, so the end is where to look first.
        if let last = places.last, x > last { return places.count }
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < x { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
