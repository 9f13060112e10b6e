import Figures
import Testing

@Suite("Quantiles and boxes")
struct QuantilesTests {
    /// As R's `quantile` and NumPy's `percentile` give them by default.
    @Test(
        "Quantiles are interpolated between the values",
        arguments: [
            ([1.0, 2, 3, 4], 0.25, 1.75), ([1, 2, 3, 4], 0.5, 2.5), ([1, 2, 3, 4], 0.75, 3.25),
            ([1, 2, 3, 4, 5], 0.5, 3), ([7], 0.25, 7), ([1, 10], 0, 1), ([1, 10], 1, 10),
            ([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 0.25, 25.5),
            ([6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 0.75, 42.5),
        ])
    func known(sorted: [Double], fraction: Double, value: Double) {
        #expect(Quantiles.of(sorted, at: fraction) == value)
    }

    @Test("No values have no quantile")
    func none() { #expect(Quantiles.of([], at: 0.5).isNaN) }

    @Test(
        "Whiskers reach to the furthest value within one and a half boxes",
        arguments: [
            ([1.0, 2, 3, 4, 5], 1.0, 5.0, []), ([1, 2, 3, 4, 5, 100], 1, 5, [100]),
            ([-50, 1, 2, 3, 4, 5], 1, 5, [-50]), ([2, 2, 2, 2, 3], 2, 2, [3]), ([4], 4, 4, []),
        ] as [([Double], Double, Double, [Double])])
    func whiskers(values: [Double], low: Double, high: Double, outliers: [Double]) {
        let box = Boxes(of: values, at: 0, name: "")
        #expect(box.whiskers.low == low)
        #expect(box.whiskers.high == high)
        #expect(box.outliers == outliers)
    }

    @Test("A box holds the middle half of its values, whatever their order")
    func quartiles() {
        let box = Boxes(of: [9, 1, .nan, 5, 7, 3], at: 0, name: "")
        #expect(box.lowerQuartile == 3)
        #expect(box.median == 5)
        #expect(box.upperQuartile == 7)
    }
}
