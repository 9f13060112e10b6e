/// The points that a long line needs to look as it does with all of them.
///
/// Of points that follow each other within one column, an eighth of a pixel wide, the first, the last,
/// the lowest and the highest are kept (Jugel et al., "M4: A Visualization-Oriented Time Series Data
/// Aggregation", 2014). So the line passes through the same places, and what it covers stays.
struct Thinning {
    /// Columns in a point of length.
    private let columns: Double
    private let x: Scale
    private let isLogarithmic: Bool

    /// With fewer points than this nothing is gained.
    private static let few = 2_000
    /// With 8, no edge of the line moves by more than an eighth of a pixel, which does not show.
    private static let columnsOfPixel = 8.0

    init(in frame: Frame, density: Double) {
        columns = density * Self.columnsOfPixel
        x = frame.x
        isLogarithmic = frame.y.shape == .logarithmic
    }

    /// The places in `ys` of the points to keep, in order, for a line through them that may stand on
    /// `floors`, one a point; nil where it needs all.
    func kept(xs: [Double], ys: [Double], floors: [Double] = []) -> [Int]? {
        guard ys.count > Self.few else { return nil }
        var kept: [Int] = []
        var start = 0
        var place = place(of: 0, xs, ys)
        while start < ys.count {
            var (low, high, next) = (start, start, start + 1)
            let column = place.rounded(.down)
            while next < ys.count {
                place = self.place(of: next, xs, ys)
                // A gap is like no column, and each beside another is one with it.
                guard place >= column && place < column + 1 || place == column else { break }
                if ys[next] < ys[low] { low = next }
                if ys[next] > ys[high] { high = next }
                next += 1
            }
            var places = [start, low, high, next - 1]
            if !floors.isEmpty { places += extremes(of: floors, start..<next) }
            if next - start > 1 { places.sort() }
            keep(places, in: &kept)
            start = next
        }
        return kept.count < ys.count ? kept : nil
    }

    private func extremes(of floors: [Double], _ places: Range<Int>) -> [Int] {
        var (low, high) = (places.lowerBound, places.lowerBound)
        for place in places {
            if floors[place] < floors[low] { low = place }
            if floors[place] > floors[high] { high = place }
        }
        return [low, high]
    }

    private func keep(_ places: [Int], in kept: inout [Int]) {
        for place in places where kept.last != place { kept.append(place) }
    }

    /// Where there is no point.
    private static let none = Double.infinity

    /// Along the axis, in columns.
    private func place(of index: Int, _ xs: [Double], _ ys: [Double]) -> Double {
        let y = ys[index]
        guard y.isFinite, !isLogarithmic || y > 0 else { return Self.none }
        let place = x.position(of: xs[index]) * columns
        return place.isFinite ? place : Self.none
    }
}
