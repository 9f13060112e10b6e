extension Line {
    package func fill(_ sheet: inout Sheet) {
        let values = Stack.values(of: ys, bases, parts)
        let isArea = fill.map { _ in !bases.isEmpty || curve == .straight } ?? false
        sheet.add(
            [.init("", values)] + errors.fields(ys.count), at: xs, of: name,
            kind: curve == .step ? "step" : isArea ? "area" : "line", runs: true)
    }
}

extension Stack {
    /// What was stacked, by itself.
    static func values(of tops: [Double], _ bases: [Double], _ parts: [Double]) -> [Double] {
        if !parts.isEmpty || bases.isEmpty { return bases.isEmpty ? tops : parts }
        return zip(tops, bases).map { $0 - $1 }
    }
}

extension Spread {
    /// Columns of how far each of `count` values may be off.
    func fields(_ count: Int) -> [Sheet.Field] {
        guard !isEmpty else { return [] }
        func column(_ distances: [Double]) -> [Double] {
            (0..<count).map { index in
                let single = distances.count == 1 ? distances[0] : .nan
                return abs(index < distances.count ? distances[index] : single)
            }
        }
        return [.init(" error below", column(below)), .init(" error above", column(above))]
    }
}
