import Figures
import Testing
import Trials

@Suite("Labels that must not touch")
struct LabelsTests {
    @Test(
        "Labels that stand apart stay where they are; others move as little as they can",
        arguments: [
            ([10.0, 30, 60], [10, 30, 60]), ([30, 30], [25, 35]), ([30, 32, 34], [22, 32, 42]),
            ([0, 0], [0, 10]), ([100, 100], [90, 100]), ([50], [50]), ([-20], [0]), ([], []),
        ] as [([Double], [Double])])
    func moves(wanted: [Double], places: [Double]) {
        #expect(Labels.spread(wanted, apart: 10, within: 0...100) == places)
    }

    @Test("Labels without room are spread evenly over what there is")
    func crowded() {
        #expect(Labels.spread([50, 50, 50], apart: 80, within: 0...100) == [0, 50, 100])
    }

    @Test("Labels keep their order, their distance and their limits")
    func keeps() {
        var random = SeededRandom(seed: 12)
        for _ in 0..<500 {
            let wanted = (0..<random.whole(1...30)).map { _ in random.number(-50...450) }.sorted()
            let places = Labels.spread(wanted, apart: 13, within: 0...400)
            #expect(places.count == wanted.count)
            #expect(places.allSatisfy { -1e-9...400 + 1e-9 ~= $0 }, "\(wanted) \(places)")
            #expect(
                zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 13 - 1e-9 },
                "\(wanted) \(places)")
        }
    }

    @Test("No other places are nearer to what was wanted")
    func least() {
        var random = SeededRandom(seed: 13)
        for _ in 0..<60 {
            let wanted = (0..<3).map { _ in Double(random.whole(0...12)) }.sorted()
            let places = Labels.spread(wanted, apart: 4, within: 0...12)
            #expect(
                Self.distance(places, wanted) <= Self.leastDistance(of: wanted) + 1e-9,
                "\(wanted) \(places)")
        }
    }

    private static func distance(_ places: [Double], _ wanted: [Double]) -> Double {
        zip(places, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    /// By trying all places on a fine grid: 4 apart, within 0...12.
    private static func leastDistance(of wanted: [Double]) -> Double {
        let grid = stride(from: 0.0, through: 12, by: 0.25)
        var least = Double.infinity
        for a in grid {
            for b in grid where b >= a + 4 {
                for c in grid where c >= b + 4 { least = min(least, distance([a, b, c], wanted)) }
            }
        }
        return least
    }
}
