/// Numbers written as JavaScript writes them, which is what charts' formats are defined by.
extension Double {
    /// The shortest text that reads back as this number: `0.1`, `100`, `1e+21`, `NaN`, `-Infinity`.
    package var decimalText: String {
        String(decoding: signed(shortestMagnitude), as: UTF8.self)
    }

    /// With exactly `places` (0...100) digits after the point, as `toFixed` does.
    package func fixed(_ places: Int) -> String {
        String(decoding: signed(fixedMagnitude(places)), as: UTF8.self)
    }

    /// With one digit before the point and `places` (0...100) after it, as `toExponential` does.
    ///
    /// Without `places`, as many as it takes to read back as this number.
    package func exponential(_ places: Int? = nil) -> String {
        String(decoding: signed(exponentialMagnitude(places)), as: UTF8.self)
    }

    /// With `digits` (1...100) significant digits, as `toPrecision` does.
    package func precision(_ digits: Int) -> String {
        String(decoding: signed(precisionMagnitude(digits)), as: UTF8.self)
    }

    /// JavaScript keeps the sign of a number that rounds to zero, and drops that of zero itself.
    private func signed(_ magnitude: [UInt8]) -> [UInt8] {
        self < 0 ? [UInt8(ascii: "-")] + magnitude : magnitude
    }

    /// What stands for a number that has no digits.
    private var nonfiniteText: [UInt8] {
        Array((isNaN ? "NaN" : "Infinity").utf8)
    }

    var shortestMagnitude: [UInt8] {
        guard isFinite else { return nonfiniteText }
        let decimal = DecimalDigits(shortest: self)
        let places = decimal.digits.count - 1 - decimal.exponent
        guard -6..<21 ~= decimal.exponent else {
            return decimal.exponential(places: decimal.digits.count - 1)
        }
        return decimal.positional(places: max(places, 0))
    }

    func fixedMagnitude(_ places: Int) -> [UInt8] {
        guard magnitude < 1e21 else { return shortestMagnitude }
        let places = places.clamped(to: 0...100)
        var decimal = DecimalDigits(exact: self)
        decimal.round(toPlaces: places)
        return decimal.positional(places: places)
    }

    func exponentialMagnitude(_ places: Int? = nil) -> [UInt8] {
        guard isFinite else { return nonfiniteText }
        guard let places = places?.clamped(to: 0...100) else {
            let decimal = DecimalDigits(shortest: self)
            return decimal.exponential(places: max(decimal.digits.count - 1, 0))
        }
        var decimal = DecimalDigits(exact: self)
        decimal.round(toCount: places + 1)
        return decimal.exponential(places: places)
    }

    func precisionMagnitude(_ digits: Int) -> [UInt8] {
        guard isFinite else { return nonfiniteText }
        let digits = digits.clamped(to: 1...100)
        var decimal = DecimalDigits(exact: self)
        decimal.round(toCount: digits)
        guard -6..<digits ~= decimal.exponent else {
            return decimal.exponential(places: digits - 1)
        }
        return decimal.positional(places: digits - 1 - decimal.exponent)
    }
}

extension Comparable {
    /// The nearest value inside `limits`.
    func clamped(to limits: ClosedRange<Self>) -> Self {
        min(max(self, limits.lowerBound), limits.upperBound)
    }
}
