import Figures
import Testing
import Trials

@Suite("Histograms")
struct BinsTests {
    @Test(
        "Whole numbers of a small range get an interval each, the number in its middle",
        arguments: [
            ([1.0, 2, 2, 3], nil, [0.5, 1.5, 2.5, 3.5]), ([4, 4], nil, [3.5, 4.5]),
            ([1, 2, 3, 4, 5], 5, [0.5, 1.5, 2.5, 3.5, 4.5, 5.5]),
        ] as [([Double], Int?, [Double])])
    func whole(values: [Double], count: Int?, edges: [Double]) {
        #expect(Bins.edges(for: values, about: count) == edges)
    }

    @Test("No values have no intervals")
    func none() {
        #expect(Bins.edges(for: [.nan], about: 5).isEmpty)
        #expect(Bins(counting: [], between: []).counts.isEmpty)
    }

    @Test("A value on an edge belongs to the interval on its right, the last edge to the last")
    func edges() {
        let bins = Bins(counting: [0, 1, 1, 1.5, 2, 3], between: [0, 1, 2, 3])
        #expect(bins.counts == [1, 3, 2])
    }

    @Test("What lies outside the edges is not counted")
    func outside() {
        #expect(Bins(counting: [-1, 0.5, 9, .nan], between: [0, 1]).counts == [1])
    }

    @Test("Each value is counted once, in about as many intervals as were asked for")
    func counts() {
        var random = SeededRandom(seed: 11)
        for _ in 0..<500 {
            let domain = random.domain()
            let (low, high) = (domain.lowerBound / 2, domain.upperBound / 2)
            let values = (0..<random.whole(1...200)).map { _ in random.number(low...high) }
            let count = random.once(in: 2) ? random.whole(1...100) : nil
            let edges = Bins.edges(for: values, about: count)
            let bins = Bins(counting: values, between: edges)
            #expect(bins.counts.reduce(0, +) == Double(values.count), "\(domain) \(edges)")
            if values.count > 1 {
                #expect(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }, "\(domain) \(edges)")
            }
            guard let count, let least = values.min(), let most = values.max(),
                most - least > max(abs(least), abs(most)) * 1e-6
            else { continue }
            #expect(
                edges.count - 1 <= count * 2 + 2 && edges.count - 1 >= count / 3,
                "\(domain) asked \(count) got \(edges.count - 1)")
        }
    }

    @Test(
        "Numbers too near to each other for their size still make a histogram",
        arguments: [
            [1e15], [1_000_486_526_071_870], [1e16, 1e16 + 2], [-1e300, 1e300],
            [.leastNonzeroMagnitude, 4 * .leastNonzeroMagnitude], [0, .leastNonzeroMagnitude],
        ] as [[Double]])
    func near(values: [Double]) { expectHistogram(of: values) }

    @Test(
        "The largest numbers there are still make a histogram",
        arguments: [[1e300], [-1.7e308, 1.7e308], [.greatestFiniteMagnitude]] as [[Double]])
    func large(values: [Double]) { expectHistogram(of: values) }

    private func expectHistogram(of values: [Double]) {
        let edges = Bins.edges(for: values, about: nil)
        let bins = Bins(counting: values, between: edges)
        #expect(bins.counts.reduce(0, +) == Double(values.count))
        #expect(edges.allSatisfy { $0.isFinite })
        #expect(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }, "\(edges)")
    }
}
