import Figures
import Testing
import Trials

@Suite("What is said of the way that values take")
struct CourseTableTests {
    private static func voices(_ ys: [Double], _ change: (inout Axis) -> Void = { _ in }) -> Voices
    {
        var y = Axis(.left)
        y.roundsEnds = true
        change(&y)
        return Voices(
            x: AxisVoice(Axis(.bottom), showing: Extent(ys.indices.map(Double.init))),
            y: AxisVoice(y, showing: Extent(ys)), subject: "It")
    }

    private static func course(_ ys: [Double]) -> Course {
        Course(of: ys, at: ys.indices.map(Double.init), by: voices(ys))
    }

    @Test(
        "Each shape has its name",
        arguments: [
            ([], .none), ([5], .none), ([.nan, 5, .nan], .none), ([5, 5, 5], .constant),
            ([1, 2], .risesThroughout), ([1, 1, 2, 2], .risesThroughout),
            ([2, 1], .fallsThroughout), ([1, 9, 1], .peak), ([1, 5, 9, 8, 2], .peak),
            ([9, 1, 9], .valley), ([3, 1, 4, 1, 5, 9, 2, 6], .fluctuates),
            ([3, 1, 4, 1], .fluctuates), ([1, 3, 2, 5, 4, 7, 6, 9], .rises),
            ([9, 6, 7, 4, 5, 2, 3, 1], .falls), ([100, 101, 100, 101, 100], .aboutLevel),
            // One last value beyond all others makes no trend.
            ([5, 6, 5, 6, 5, 6, 5, 6, 5, 20], .fluctuates),
            // A spike is a peak, however narrow.
            ([1, 1, 1, 9, 1, 1, 1], .peak), ([-1, -2, -3], .fallsThroughout),
            ([0, 0.84, 0.91, 0.14, -0.76, -0.96, -0.28, 0.66, 0.99, 0.41], .fluctuates),
        ] as [([Double], Course.Shape)])
    func shapes(values: [Double], shape: Course.Shape) {
        #expect(Self.course(values).shape == shape)
    }

    @Test("A slope in noise is a trend, noise alone is none, in rows of any length")
    func noise() {
        var random = SeededRandom(seed: 4)
        for count in [20, 64, 65, 200, 5000] {
            let slope = (0..<count).map { Double($0) / Double(count) + random.number(-0.2...0.2) }
            let flat = (0..<count).map { _ in random.number(5...10) }
            #expect(Self.course(slope).shape == .rises, "\(count)")
            #expect(Self.course(slope.map { -$0 }).shape == .falls, "\(count)")
            #expect(Self.course(flat).shape == .fluctuates, "\(count)")
        }
    }

    @Test("Extremes, ends and gaps are those of the values")
    func facts() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<300 {
            let ys = (0..<random.whole(1...150)).map { _ in
                random.once(in: 5) ? Double.nan : Double(random.whole(-9...9))
            }
            let finite = ys.filter { $0.isFinite }
            let course = Self.course(ys)
            #expect(course.count == finite.count)
            #expect(course.missing == ys.count - finite.count)
            guard let low = finite.min(), let high = finite.max() else { continue }
            #expect(course.low.value == low && course.high.value == high)
            #expect(course.low.index == ys.firstIndex(of: low))
            #expect(course.high.times == finite.count { $0 == high })
            #expect(course.first == ys.firstIndex { $0.isFinite })
            #expect(course.last == ys.lastIndex { $0.isFinite })
            if course.high.times > 1 {
                let places = ys.indices.filter { ys[$0] == high }
                #expect(course.high.second == places[1])
            }
        }
    }

    @Test("Values listed from the far end of the axis are told from its near end")
    func backwards() {
        let course = Course(of: [1, 2, 3], at: [3, 2, 1], by: Self.voices([1, 2, 3]))
        #expect(course.shape == .fallsThroughout)
        #expect(course.first == 2 && course.last == 0)
    }

    @Test("What the author's ends leave out is not told of")
    func limits() {
        let ys = [1.0, 2, 300, 3]
        let course = Course(of: ys, at: [0, 1, 2, 3], by: Self.voices(ys) { $0.upper = 10 })
        #expect(course.leftOut == 1)
        #expect(course.high.value == 3)
    }

    @Test(
        "Numbers are said with the digits that matter",
        arguments: [
            (0.30000000000000004, 1.0, "0.3"), (0.1234567, 1, "0.123"), (423.6, 286, "423.6"),
            (17_234.5678, 300, "17,235"), (120_000_000, 120e6, "120 million"),
            (1_234_567, 1e6, "1.23 million"), (1_500_000, 1e6, "1.5 million"),
            (1_234_567.89, 5, "1,234,567.89"), (83_400, 1e5, "83,400"), (-42.5, 100, "−42.5"),
            (1e-17, 2, "0"), (0, 0, "0"), (130, 120e6, "130"), (3.2e-7, 1e-6, "3.2×10⁻⁷"),
            (2.5e18, 1e19, "2.5×10¹⁸"), (999_999_999, 1e9, "1 billion"), (1e15, 1e15, "10¹⁵"),
            (2026, 3, "2,026"), (1e300, 1e300, "10³⁰⁰"), (-0.004, 1, "−0.004"),
        ] as [(Double, Double, String)])
    func numbers(value: Double, span: Double, text: String) {
        var axis = Axis(.left)
        axis.roundsEnds = true
        var extent = Extent([0])
        extent.high = span
        #expect(AxisVoice(axis, showing: extent).text(value) == text)
    }

    @Test(
        "Any number is said in a few digits that are near to it, never with an exponent of a computer"
    )
    func anyNumber() {
        var random = SeededRandom(seed: 12)
        for _ in 0..<5000 {
            let size = Double(sign: .plus, exponent: random.whole(-1000...1000), significand: 1)
            let value = random.number(-1...1) * size
            let axis = AxisVoice(
                Axis(.left), showing: Extent([value, random.number(-1...1) * size]))
            let text = axis.text(value)
            #expect(!text.isEmpty && text.count <= 24 && !text.contains("e"), "\(value) \(text)")
        }
    }
}
