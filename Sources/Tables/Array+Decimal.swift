import Notation

extension [UInt8] {
    /// Adds the shortest text that reads back as `number`, as `decimalText` writes it; not one byte for
    /// what is no number.
    ///
    /// Numbers of at most fifteen digits, by far the most of all data, are written without searching: if
    /// a decimal of so few digits is nearest to the number, no shorter one is.
    package mutating func append(decimal number: Double) {
        guard number.isFinite else { return }
        let size = number.magnitude
        if size < 1e15 {
            if size == size.rounded(.down) { return append(digits: UInt64(size), 0, number < 0) }
            for (places, unit) in [(3, 1e3), (6, 1e6)] where size * unit < 1e15 {
                let scaled = (size * unit).rounded()
                // The quotient is the double nearest to the decimal.
                guard scaled / unit == size, scaled > 0, size >= 1e-6 else { continue }
                return append(digits: UInt64(scaled), places, number < 0)
            }
        }
        append(contentsOf: number.decimalText.utf8)
    }

    /// Adds `digits` with a point before the last `places` of them, less zeros at the end.
    private mutating func append(digits: UInt64, _ places: Int, _ isNegative: Bool) {
        var (digits, places) = (digits, places)
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        // From the last byte to the first: a sign, twenty digits and a point are the most.
        let isNegative = isNegative && digits > 0
        var text = InlineArray<24, UInt8>(repeating: 0)
        var place = 24
        var written = 0
        repeat {
            if written == places, places > 0 {
                place -= 1
                text[place] = UInt8(ascii: ".")
            }
            place -= 1
            text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits % 10)
            digits /= 10
            written += 1
        } while digits > 0 || written <= places
        if isNegative { append(UInt8(ascii: "-")) }
        for index in place..<24 { append(text[index]) }
    }

    /// Adds `number` with at least `width` digits.
    mutating func append(padded number: Int, to width: Int) {
        var unit = 1
        for _ in 1..<Swift.max(width, 1) { unit *= 10 }
        while number / unit >= 10 { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / unit % 10))
            unit /= 10
        }
    }
}
