/// Random numbers that are the same in every run (SplitMix64; Steele, Lea and Flood, 2014).
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    package mutating func whole(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    package mutating func number(_ range: ClosedRange<Double>) -> Double {
        Double.random(in: range, using: &self)
    }

    /// True once in `count` times.
    package mutating func once(in count: Int) -> Bool { whole(1...count) == 1 }

    package mutating func one<Element>(of elements: [Element]) -> Element {
        elements[whole(0...elements.count - 1)]
    }

    /// A text of up to `length` of the given characters.
    package mutating func text(of characters: String, upTo length: Int) -> String {
        let characters = Array(characters)
        let count = whole(0...length)
        return String((0..<count).map { _ in one(of: characters) })
    }
}
