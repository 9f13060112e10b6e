internal import Scenes

extension SVG {
    /// A place in hundredths of a point, as it is written. Whole numbers, so that what follows
    /// relative to it carries no error along.
    struct Place: Equatable {
        var x: Int
        var y: Int

        static let zero = Place(x: 0, y: 0)

        /// Farther out nothing can be told apart any more, and viewers that reckon in whole numbers
        /// of 24 bits would lose their way.
        private static let horizon = 4e6
        /// How far out the numbers of single precision that viewers reckon in still have room for
        /// the sum of many hundredths.
        private static let precise = 4096 * 100

        init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }

        /// Nil for what is no number.
        init?(_ point: Point) {
            guard !point.x.isNaN, !point.y.isNaN else { return nil }
            x = Self.hundredths(point.x)
            y = Self.hundredths(point.y)
        }

        /// The length in hundredths of a point, never too large, and 0 for what is no number.
        static func hundredths(_ length: Double) -> Int {
            guard !length.isNaN else { return 0 }
            return Int((min(max(length, -horizon), horizon) * 100).rounded())
        }

        var isPrecise: Bool { max(abs(x), abs(y)) <= Self.precise }

        static func + (a: Place, b: Place) -> Place { Place(x: a.x + b.x, y: a.y + b.y) }
        static func - (a: Place, b: Place) -> Place { Place(x: a.x - b.x, y: a.y - b.y) }
    }
}

extension [UInt8] {
    /// Writes a number of hundredths in decimal, with no digit that could be left out: `-.5`.
    mutating func append(hundredths: Int) {
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if whole > 0 || rest == 0 { append(whole: whole) }
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    private mutating func append(whole: UInt) {
        var scale: UInt = 1
        while whole / scale >= 10 { scale *= 10 }
        var rest = whole
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(rest / scale))
            rest %= scale
            scale /= 10
        }
    }
}
