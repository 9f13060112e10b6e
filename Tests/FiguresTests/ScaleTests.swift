import CLibc
import Figures
import Testing
import Trials

@Suite("Scales")
struct ScaleTests {
    static let shapes: [Scale.Shape] = [.linear, .logarithmic, .symmetricLogarithmic]

    @Test(
        "Values go to places in proportion",
        arguments: [(0.0, 100.0), (5, 150), (10, 200), (-5, 50), (20, 300)])
    func linear(value: Double, place: Double) {
        let scale = Scale(domain: 0...10, from: 100, to: 200)
        #expect(scale.position(of: value) == place)
    }

    @Test("A decade is as long as the next on a logarithmic scale", arguments: [1.0, 10, 100])
    func logarithmic(value: Double) {
        let scale = Scale(.logarithmic, domain: 1...1000, from: 0, to: 300)
        let step = scale.position(of: value * 10) - scale.position(of: value)
        #expect(abs(step - 100) < 1e-9)
    }

    @Test("What is not above zero has no place on a logarithmic scale", arguments: [0.0, -0.0, -1])
    func noPlace(value: Double) {
        let scale = Scale(.logarithmic, domain: 1...1000, from: 0, to: 300)
        #expect(scale.position(of: value).isNaN)
    }

    @Test(
        "A symmetric logarithmic scale shows numbers and their opposites alike",
        arguments: [0.0, 1e-3, 1, 7, 99, 1000])
    func symmetric(value: Double) {
        let scale = Scale(.symmetricLogarithmic, domain: -1000...1000, from: 0, to: 400)
        #expect(abs(scale.position(of: value) + scale.position(of: -value) - 400) < 1e-9)
    }

    @Test("A range may run backwards, as a y axis does", arguments: shapes)
    func backwards(shape: Scale.Shape) {
        let scale = Scale(shape, domain: 1...100, from: 300, to: 20)
        #expect(abs(scale.position(of: 1) - 300) < 1e-9)
        #expect(abs(scale.position(of: 100) - 20) < 1e-9)
    }

    @Test("A domain without a span lies in the middle", arguments: shapes)
    func middle(shape: Scale.Shape) {
        let scale = Scale(shape, domain: 5...5, from: 300, to: 100)
        #expect(scale.position(of: 5) == 200)
        #expect(scale.position(of: 7) == 200)
        #expect(scale.position(of: .nan).isNaN)
    }

    @Test(
        "The ends of a domain go to the ends of the range, whatever their size",
        arguments: [
            1e300...1e301, -1.7e308...1.7e308, 1e-300...2e-300, -1e308...1e308, 1e15...1e15 + 1,
            Double.leastNonzeroMagnitude...4 * .leastNonzeroMagnitude,
        ])
    func extremes(domain: ClosedRange<Double>) {
        let scale = Scale(domain: domain, from: 400, to: 0)
        #expect(abs(scale.position(of: domain.lowerBound) - 400) < 0.01)
        #expect(abs(scale.position(of: domain.upperBound)) < 0.01)
    }

    @Test("A greater value is never nearer to the beginning", arguments: shapes)
    func monotone(shape: Scale.Shape) {
        var random = SeededRandom(seed: 1)
        for _ in 0..<200 {
            var domain = random.domain()
            if shape == .logarithmic {
                domain = max(1e-300, domain.lowerBound)...max(1e-299, domain.upperBound)
            }
            let scale = Scale(shape, domain: domain, from: 0, to: 1000)
            let values = (0...20).map { step in
                let t = Double(step) / 20
                return domain.lowerBound * (1 - t) + domain.upperBound * t
            }
            let places = values.sorted().map { scale.position(of: $0) }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 }, "\(domain)")
            #expect(places.allSatisfy { -0.01...1000.01 ~= $0 }, "\(domain): \(places)")
        }
    }

    @Test("Bands share the length of their scale")
    func bands() {
        let scale = Scale(domain: -0.5...3.5, from: 0, to: 200, bands: 4)
        #expect(scale.isBanded)
        #expect(scale.bandWidth == 50)
        #expect(scale.position(of: 0) == 25)
    }

    @Test("The nearest value of a domain to one outside is its end")
    func nearest() {
        let scale = Scale(domain: 1...3, from: 0, to: 1)
        #expect([-5.0, 2, 9].map { scale.nearest(to: $0) } == [1, 2, 3])
    }
}
