import CLibc
package import Scenes

/// How many values fall into each of a row of intervals: bars without gaps on a numeric axis.
package struct Bins: Mark {
    /// One more than there are counts, ascending.
    package var edges: [Double]
    package var counts: [Double]
    package var name = ""
    package var color = Color.black
    package var labels = ValueLabels()

    /// Counts `values` into the intervals between `edges`. A value on an edge belongs to the
    /// interval on its right, the last edge to the last interval.
    package init(counting values: [Double], between edges: [Double]) {
        self.edges = edges
        counts = Array(repeating: 0, count: max(edges.count - 1, 0))
        guard let first = edges.first, let last = edges.last, !counts.isEmpty else { return }
        for value in values where value >= first && value <= last {
            var low = 0
            var high = edges.count - 1
            while high - low > 1 {
                let middle = (low + high) / 2
                if edges[middle] <= value { low = middle } else { high = middle }
            }
            counts[low] += 1
        }
    }

    package var extents: Extents {
        var extents = Extents(x: Extent(edges), y: Extent(counts))
        extents.x.isTight = true
        extents.y.standsOnZero = true
        extents.y.padding = labels.room(for: counts)
        return extents
    }

    package var legend: [LegendEntry] {
        name.isEmpty ? [] : [LegendEntry(name, .box(color))]
    }

    package func draw(in frame: Frame, into scene: inout Scene) {
        let floor = scene.snapped(frame.baseline)
        for (index, count) in counts.enumerated() where count > 0 {
            let left = scene.snapped(frame.x.position(of: edges[index]))
            var right = scene.snapped(frame.x.position(of: edges[index + 1]))
            // A pixel of paper between two bars, where there are pixels to spare.
            if right - left > 3 { right -= 1 / scene.density }
            let tip = scene.snapped(frame.y.position(of: frame.y.nearest(to: count)))
            guard left.isFinite, right.isFinite, tip.isFinite else { continue }
            let box = frame.rect(along: (left, right), across: (floor, tip))
            scene.fill(box, with: color)
            guard labels.isShown else { continue }
            let place =
                frame.isTransposed
                ? Point(box.maxX, box.midY) : Point(box.midX, box.minY)
            labels.draw(
                labels.text(index, of: count), beside: place, away: 0.5, in: frame, into: &scene)
        }
    }
}

extension Bins {
    /// Round edges for about `count` intervals over `values`; without a count, as many as Freedman
    /// and Diaconis (1981) advise, and Sturges (1926) where the quartiles coincide.
    ///
    /// Whole numbers of a small range get an interval each, the number in its middle.
    package static func edges(for values: [Double], about count: Int?) -> [Double] {
        let sorted = values.filter { $0.isFinite }.sorted()
        guard let low = sorted.first, let high = sorted.last else { return [] }
        guard high > low else {
            // Wide enough that the two edges differ from the value, however large that is.
            let half = max(0.5, abs(low) * 1e-3)
            let most = Double.greatestFiniteMagnitude
            return [max(low - half, -most), min(low + half, most)]
        }
        let wanted = min(max(count ?? advised(for: sorted), 1), 1000)
        let areWhole = abs(low) < 1e9 && abs(high) < 1e9 && sorted.allSatisfy { $0 == $0.rounded() }
        if areWhole, high - low < Double(wanted) * 1.5 {
            return stride(from: low - 0.5, through: high + 0.5, by: 1).map { $0 }
        }
        var step = LinearTicks.step(of: low...high, about: wanted)
        guard step > 0, step.isFinite else { return [low, high] }
        // The round step nearest to what was asked for; finer ones for a count of one or two.
        if count == 1 { return [low, high] }
        var first = (low / step).rounded(.down)
        var last = (high / step).rounded(.down) + 1
        if last - first > 1000 {
            step = high / 1000 - low / 1000
            first = (low / step).rounded(.down)
            last = (high / step).rounded(.down) + 1
        }
        // The greatest value may close the last interval instead of opening one more.
        if (last - 1) * step >= high, last - first > 1 { last -= 1 }
        let inverse = (1 / step).rounded()
        let most = Double.greatestFiniteMagnitude
        return stride(from: first, through: last, by: 1).map { index in
            min(max(step < 1 ? index / inverse : index * step, -most), most)
        }
    }

    private static func advised(for sorted: [Double]) -> Int {
        let count = Double(sorted.count)
        let range = (sorted.last ?? 0) - (sorted.first ?? 0)
        let spread = Quantiles.of(sorted, at: 0.75) - Quantiles.of(sorted, at: 0.25)
        let width = 2 * spread / cbrt(count)
        let bins = width > 0 ? range / width : log2(count) + 1
        return max(1, bins.rounded(.up).whole(upTo: 200))
    }
}
