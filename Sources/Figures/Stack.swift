/// Values piled up place by place: those above zero upwards, those below it downwards.
package struct Stack {
    /// Ascending.
    private var places: [Double] = []
    private var up: [Double] = []
    private var down: [Double] = []

    package init() {}

    /// Lays a series on the pile: where each of its values begins, and where it ends.
    package mutating func put(xs: [Double], ys: [Double]) -> (bases: [Double], tops: [Double]) {
        open(xs)
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
        let index = index(of: x)
        return index < places.count && places[index] == x ? up[index] : 0
    }

    /// Makes a place for each of `xs`, all at once: one by one, places in no order would cost the
    /// square of their number.
    private mutating func open(_ xs: [Double]) {
        let new = xs.filter { $0.isFinite && !isOpen($0) }.sorted()
        guard !new.isEmpty else { return }
        let old = (places: places, up: up, down: down)
        places.removeAll(keepingCapacity: true)
        up.removeAll(keepingCapacity: true)
        down.removeAll(keepingCapacity: true)
        var next = 0
        for x in new where places.last != x {
            while next < old.places.count, old.places[next] < x {
                append(old.places[next], old.up[next], old.down[next])
                next += 1
            }
            append(x, 0, 0)
        }
        for rest in next..<old.places.count {
            append(old.places[rest], old.up[rest], old.down[rest])
        }
    }

    private mutating func append(_ place: Double, _ up: Double, _ down: Double) {
        places.append(place)
        self.up.append(up)
        self.down.append(down)
    }

    private func isOpen(_ x: Double) -> Bool {
        let index = index(of: x)
        return index < places.count && places[index] == x
    }

    /// The first place that is not before `x`.
    private func index(of x: Double) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < x { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
