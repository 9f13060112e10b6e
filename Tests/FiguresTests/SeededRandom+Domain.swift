import CLibc
import Trials

extension SeededRandom {
    /// Two numbers in order, of any size from 1e-300 to 1e300, either sign, near to each other or far.
    mutating func domain() -> ClosedRange<Double> {
        var values = [anySize(), anySize()]
        if once(in: 3) { values[1] = values[0] * (1 + number(1e-9...1e-2)) }
        if once(in: 8) { values[1] = 0 }
        values.sort()
        return values[0]...values[1]
    }

    private mutating func anySize() -> Double {
        let size = once(in: 2) ? number(-300...300) : number(-6...6)
        return (once(in: 2) ? 1 : -1) * number(1...10) * pow(10, size)
    }
}
