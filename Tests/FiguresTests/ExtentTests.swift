import Figures
import Testing

@Suite("Extents")
struct ExtentTests {
    @Test("An extent holds every value that is a number")
    func holds() {
        let extent = Extent([3, .nan, -2, .infinity, 0, 5])
        #expect(extent.low == -2 && extent.high == 5)
        #expect(extent.leastPositive == 3)
    }

    @Test(
        "Without a number an extent is empty",
        arguments: [[], [.nan], [.infinity, -.infinity]] as [[Double]])
    func isEmpty(values: [Double]) { #expect(Extent(values).isEmpty) }

    @Test("Two extents together ask for what either asks")
    func unites() {
        var extent = Extent([1, 2])
        var other = Extent([-4])
        other.standsOnZero = true
        other.padding = 8
        extent.unite(other)
        #expect(extent.low == -4 && extent.high == 2 && extent.leastPositive == 1)
        #expect(extent.standsOnZero && extent.padding == 8 && !extent.isTight)
        extent.unite(Extent())
        #expect(extent.low == -4 && extent.high == 2)
    }
}
