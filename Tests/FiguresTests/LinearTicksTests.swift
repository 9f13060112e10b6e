import CLibc
import Figures
import Testing
import Trials

@Suite("Ticks of equal steps")
struct LinearTicksTests {
    @Test(
        "Ticks are round numbers",
        arguments: [
            (0.0...10, 5, [0, 2, 4, 6, 8, 10]), (0...1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
            (0...0.3, 3, [0, 0.1, 0.2, 0.3]), (-1...1, 4, [-1, -0.5, 0, 0.5, 1]),
            (3...97, 4, [20, 40, 60, 80]), (0...1e6, 2, [0, 500_000, 1_000_000]),
            (7...7, 5, [7]),
        ] as [(ClosedRange<Double>, Int, [Double])])
    func round(domain: ClosedRange<Double>, count: Int, ticks: [Double]) {
        #expect(LinearTicks(in: domain, about: count).values == ticks)
    }

    @Test("Where whole numbers are asked for, no step is less than one")
    func whole() {
        #expect(LinearTicks(in: 0...2, about: 10, isWhole: true).values == [0, 1, 2])
    }

    /// Domains at which arithmetic goes wrong first.
    static let awkward: [ClosedRange<Double>] = [
        1e15...1e15 + 1, -1e15 - 1 ... -1e15, 1e16...1e16 + 2, 0...Double.leastNonzeroMagnitude,
        1e-300...2e-300, -1e300...1e300, -1.7e308...1.7e308, 1.7e308...1.7976931348623157e308,
        -1e-300...1e300, 0.1...0.1.nextUp, 1...1.nextUp, 8.64e15...8.64e15 + 1000,
        -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude,
    ]

    @Test("Every tick lies inside its domain, in order, on a multiple of the step")
    func inside() {
        var random = SeededRandom(seed: 2)
        let domains = Self.awkward + (0..<3000).map { _ in random.domain() }
        for domain in domains {
            let count = random.whole(1...20)
            let ticks = LinearTicks(in: domain, about: count)
            let slack = 1e-8 * ticks.step
            #expect(!ticks.values.isEmpty)
            #expect(ticks.values.count <= 1000)
            #expect(
                ticks.values.allSatisfy {
                    $0 >= domain.lowerBound - slack && $0 <= domain.upperBound + slack
                }, "\(domain) \(ticks.values)")
            #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 }, "\(domain)")
            guard ticks.step > 0, ticks.values.count > 1 else { continue }
            #expect(
                ticks.values.allSatisfy { value in
                    let steps = value / ticks.step
                    return abs(steps - steps.rounded()) <= 1e-9 * max(1, abs(steps))
                }, "\(domain) \(ticks)")
        }
    }

    @Test("There are about as many ticks as were asked for")
    func number() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<3000 {
            let domain = random.domain()
            let span = domain.upperBound - domain.lowerBound
            let reach = max(abs(domain.lowerBound), abs(domain.upperBound))
            guard span > reach * 1e-10, span.isFinite else { continue }
            let count = random.whole(2...20)
            let ticks = LinearTicks(in: domain, about: count).values
            #expect(
                Double(ticks.count) >= Double(count) / 2 - 1 && ticks.count <= count * 2 + 1,
                "\(domain) asked \(count) got \(ticks.count)")
        }
    }

    @Test("A widened domain holds the domain, ends on ticks, and is not widened again")
    func widened() {
        var random = SeededRandom(seed: 4)
        let domains = Self.awkward + (0..<3000).map { _ in random.domain() }
        for domain in domains {
            let count = random.whole(1...12)
            let wide = LinearTicks.widened(domain, about: count)
            #expect(wide.lowerBound <= domain.lowerBound && wide.upperBound >= domain.upperBound)
            #expect(wide.lowerBound.isFinite && wide.upperBound.isFinite, "\(domain)")
            let again = LinearTicks.widened(wide, about: count)
            let slack = (wide.upperBound / 2 - wide.lowerBound / 2) * 1e-6
            #expect(
                abs(again.lowerBound - wide.lowerBound) <= slack
                    && abs(again.upperBound - wide.upperBound) <= slack,
                "\(domain) about \(count): \(wide) then \(again)")
        }
    }

    @Test(
        "A domain is widened to round numbers",
        arguments: [
            (0.3...9.7, 5, 0.0...10.0), (0...10, 5, 0...10), (-3...97, 5, -20...100),
            (1.2...1.3, 5, 1.2...1.3), (0...0, 5, 0...0),
        ] as [(ClosedRange<Double>, Int, ClosedRange<Double>)])
    func widensTo(domain: ClosedRange<Double>, count: Int, wide: ClosedRange<Double>) {
        let result = LinearTicks.widened(domain, about: count)
        #expect(abs(result.lowerBound - wide.lowerBound) < 1e-9)
        #expect(abs(result.upperBound - wide.upperBound) < 1e-9)
    }
}
