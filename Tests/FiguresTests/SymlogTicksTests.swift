import CLibc
import Figures
import Testing
import Trials

@Suite("Ticks around zero and beyond")
struct SymlogTicksTests {
    static func ticks(in domain: ClosedRange<Double>, about count: Int) -> [Double] {
        let scale = Scale(.symmetricLogarithmic, domain: domain, from: 0, to: 500)
        return SymlogTicks(for: scale, about: count).values
    }

    @Test(
        "Zero and powers of ten of both signs are named",
        arguments: [
            (-1000.0...1000, 8, [-1000, -100, -10, -1, 0, 1, 10, 100, 1000]),
            (0...100, 4, [0, 1, 10, 100]), (-10...0, 4, [-10, -1, 0]), (0...0, 4, [0]),
        ] as [(ClosedRange<Double>, Int, [Double])])
    func powers(domain: ClosedRange<Double>, count: Int, ticks: [Double]) {
        #expect(Self.ticks(in: domain, about: count) == ticks)
    }

    @Test("Every tick lies inside its domain, in order, and there is at least one")
    func inside() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<2000 {
            let domain = random.domain()
            let count = random.whole(1...15)
            let ticks = Self.ticks(in: domain, about: count)
            #expect(!ticks.isEmpty, "\(domain) about \(count)")
            #expect(ticks.allSatisfy { domain.contains($0) || $0 == 0 }, "\(domain) \(ticks)")
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 }, "\(domain) \(ticks)")
            #expect(ticks.count <= 2 * count + 3, "\(domain) about \(count): \(ticks.count)")
        }
    }
}
