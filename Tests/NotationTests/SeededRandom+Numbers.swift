import Trials

extension SeededRandom {
    /// A number with random bits: of any size, of either sign, now and then infinite or none at all.
    mutating func anyDouble() -> Double { Double(bitPattern: next()) }

    /// An instant between the years 1600 and 2400.
    mutating func instant() -> Double {
        Double.random(in: -11_676_096e6...13_569_465e6, using: &self).rounded()
    }
}

/// Numbers at which arithmetic goes wrong first.
let awkwardNumbers: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 8.64e15, -8.64e15,
    8.64e15 + 2, -8.64e15 - 2, 9.3e18, -9.3e18, 0.1, -0.1, 1e21, 1e15 + 0.5,
]
