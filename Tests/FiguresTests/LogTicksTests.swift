import CLibc
import Figures
import Testing
import Trials

@Suite("Ticks of equal ratios")
struct LogTicksTests {
    @Test(
        "Powers of ten are named, and what lies between them where there is room",
        arguments: [
            (1.0...1000, 4, [1, 10, 100, 1000]), (1...1000, 5, [1, 10, 100, 1000]),
            (1...100, 10, [1, 2, 5, 10, 20, 50, 100]), (1...100, 4, [1, 3, 10, 30, 100]),
            (1...1e6, 3, [1, 100, 1e4, 1e6]), (5...5, 3, [5]),
        ] as [(ClosedRange<Double>, Int, [Double])])
    func powers(domain: ClosedRange<Double>, count: Int, ticks: [Double]) {
        #expect(LogTicks(in: domain, about: count).values == ticks)
    }

    /// From anywhere above zero to anywhere above that.
    static func domain(_ random: inout SeededRandom) -> ClosedRange<Double> {
        let low = random.number(-300...300)
        let reach = random.once(in: 2) ? random.number(0...3) : random.number(0...600)
        return pow(10, low)...pow(10, min(low + reach, 307))
    }

    @Test("Every tick, named or not, lies inside the domain, in order")
    func inside() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<2000 {
            let domain = Self.domain(&random)
            let ticks = LogTicks(in: domain, about: random.whole(1...15))
            for values in [ticks.values, ticks.minor] {
                #expect(
                    values.allSatisfy {
                        $0 >= domain.lowerBound * (1 - 1e-9) && $0 <= domain.upperBound * (1 + 1e-9)
                    }, "\(domain) \(values)")
                #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
                #expect(values.count <= 1000)
            }
        }
    }

    @Test("There is a tick for every decade or few, and never far more than were asked for")
    func number() {
        var random = SeededRandom(seed: 6)
        for _ in 0..<2000 {
            let domain = Self.domain(&random)
            let count = random.whole(1...15)
            let ticks = LogTicks(in: domain, about: count).values
            #expect(ticks.count <= 2 * count + 2, "\(domain) about \(count): \(ticks)")
            let decades = log10(domain.upperBound / domain.lowerBound)
            if decades >= 2 * ceil(decades / Double(count)) {
                #expect(!ticks.isEmpty, "\(domain) about \(count)")
            }
        }
    }

    @Test("A domain has at least one tick, however it lies")
    func some() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2000 {
            let domain = Self.domain(&random)
            let count = random.whole(1...15)
            #expect(!LogTicks(in: domain, about: count).values.isEmpty, "\(domain) about \(count)")
        }
    }

    @Test("A widened domain holds the domain and is not widened again")
    func widened() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<2000 {
            let domain = Self.domain(&random)
            let wide = LogTicks.widened(domain)
            #expect(wide.lowerBound > 0 && wide.upperBound.isFinite)
            #expect(wide.lowerBound <= domain.lowerBound && wide.upperBound >= domain.upperBound)
            #expect(domain.lowerBound / wide.lowerBound <= 2.5)
            #expect(wide.upperBound / domain.upperBound <= 2.5)
            let again = LogTicks.widened(wide)
            #expect(
                abs(again.lowerBound / wide.lowerBound - 1) < 1e-6, "\(domain) \(wide) \(again)")
            #expect(
                abs(again.upperBound / wide.upperBound - 1) < 1e-6, "\(domain) \(wide) \(again)")
        }
    }
}
