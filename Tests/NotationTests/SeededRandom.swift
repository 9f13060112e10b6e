/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number with random bits: of any size, of either sign, now and then infinite or none at all.
    mutating func anyDouble() -> Double { Double(bitPattern: next()) }

    /// An instant between the years 1600 and 2400.
    mutating func instant() -> Double {
        Double.random(in: -11_676_096e6...13_569_465e6, using: &self).rounded()
    }

    /// A text of up to `length` of the given characters.
    mutating func text(of characters: String, upTo length: Int) -> String {
        let characters = Array(characters)
        let count = Int.random(in: 0...length, using: &self)
        return String((0..<count).map { _ in characters.randomElement(using: &self) ?? " " })
    }
}

/// Numbers at which arithmetic goes wrong first.
let awkwardNumbers: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1e300, -1e300, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 8.64e15, -8.64e15,
    8.64e15 + 2, -8.64e15 - 2, 9.3e18, -9.3e18, 0.1, -0.1, 1e21, 1e15 + 0.5,
]
