/// Labels in one column that must not touch.
package enum Labels {
    /// The places nearest to `wanted` (ascending) that keep `distance` from each other and stay in
    /// `limits`; where there is no room for that, evenly spread over the limits.
    ///
    /// Labels that meet are joined to a block that lies about the mean of what its members wanted
    /// (pool adjacent violators; Barlow and others, 1972).
    package static func spread(
        _ wanted: [Double], apart distance: Double, within limits: ClosedRange<Double>
    ) -> [Double] {
        guard wanted.count > 0 else { return [] }
        let room = limits.upperBound - limits.lowerBound
        let needed = distance * Double(wanted.count - 1)
        guard needed <= room else {
            let step = wanted.count > 1 ? room / Double(wanted.count - 1) : 0
            return wanted.indices.map { limits.lowerBound + step * Double($0) }
        }
        // Each block: the sum of its members' wishes, less the distances before them, and their number.
        var blocks: [(sum: Double, count: Int)] = []
        for (index, place) in wanted.enumerated() {
            blocks.append((place - distance * Double(index), 1))
            while let last = blocks.last, let before = blocks.dropLast().last,
                before.sum / Double(before.count) > last.sum / Double(last.count)
            {
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.count + last.count))
            }
        }
        var places: [Double] = []
        for block in blocks {
            let base = min(
                max(block.sum / Double(block.count), limits.lowerBound), limits.upperBound - needed)
            for _ in 0..<block.count { places.append(base + distance * Double(places.count)) }
        }
        return places
    }
}
