import Figures
import Testing
import Trials

@Suite("Stacks")
struct StackTests {
    @Test("What is above zero is piled upwards, what is below it downwards")
    func apart() {
        var stack = Stack()
        let first = stack.put(xs: [1, 2], ys: [3, -2])
        let second = stack.put(xs: [1, 2], ys: [-1, 4])
        let third = stack.put(xs: [1, 2], ys: [2, -5])
        #expect(first.bases == [0, 0] && first.tops == [3, -2])
        #expect(second.bases == [0, 0] && second.tops == [-1, 4])
        #expect(third.bases == [3, -2] && third.tops == [5, -7])
        #expect(stack.height(at: 1) == 5)
    }

    @Test("Values meet at their place, in whatever order they come")
    func order() {
        var stack = Stack()
        _ = stack.put(xs: [3, 1, 2], ys: [30, 10, 20])
        let next = stack.put(xs: [2, 5, 3, 1], ys: [1, 1, 1, 1])
        #expect(next.bases == [20, 0, 30, 10])
    }

    @Test("A gap lays nothing on the pile", arguments: [Double.nan, .infinity, -.infinity])
    func gap(value: Double) {
        var stack = Stack()
        let first = stack.put(xs: [1, 2, value], ys: [value, 2, 3])
        #expect(first.bases.map(\.isNaN) == [true, false, true])
        #expect(stack.put(xs: [1, 2], ys: [1, 1]).bases == [0, 2])
        #expect(stack.height(at: 7) == 0)
    }

    @Test("A part is as high as its value, and stands on the sum of those of its sign before it")
    func sums() {
        var random = SeededRandom(seed: 10)
        for _ in 0..<50 {
            var stack = Stack()
            var pile: [Double: (up: Double, down: Double)] = [:]
            for _ in 0..<8 {
                let xs = (0..<10).map { Double($0) }.shuffled(using: &random)
                let ys = xs.map { _ in Double(random.whole(-9...9)) }
                let parts = stack.put(xs: xs, ys: ys)
                for index in xs.indices {
                    var (up, down) = pile[xs[index]] ?? (0, 0)
                    #expect(parts.bases[index] == (ys[index] < 0 ? down : up))
                    #expect(parts.tops[index] - parts.bases[index] == ys[index])
                    if ys[index] < 0 { down += ys[index] } else { up += ys[index] }
                    pile[xs[index]] = (up, down)
                }
            }
        }
    }
}
