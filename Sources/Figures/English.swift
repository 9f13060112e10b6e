/// The little grammar that sentences about charts need.
package enum English {
    /// `a, b and c`.
    package static func list(_ items: [String]) -> String {
        var text = ""
        for (index, item) in items.enumerated() {
            if index > 0 { text += index == items.count - 1 ? " and " : ", " }
            text += item
        }
        return text
    }

    /// `a, b, c`. The library's own would take as long as half a description.
    package static func row(_ items: [String]) -> String {
        var text = ""
        for (index, item) in items.enumerated() {
            if index > 0 { text += ", " }
            text += item
        }
        return text
    }

    /// `1 value`, `1,200 values`.
    package static func count(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? "1 " + one : Self.number(number) + " " + many
    }

    /// With a comma between thousands.
    package static func number(_ number: Int) -> String {
        SpokenDigits(span: 1, isGrouped: true).text(Double(number))
    }

    /// `1st`, `2nd`, `13th`.
    package static func ordinal(_ number: Int) -> String {
        let rest = number % 10
        let isTeen = 11...13 ~= number % 100
        let ending = isTeen ? "th" : rest == 1 ? "st" : rest == 2 ? "nd" : rest == 3 ? "rd" : "th"
        return Self.number(number) + ending
    }

    /// `text` with a full stop, unless it ends as a sentence does.
    package static func sentence(_ text: String) -> String {
        guard let last = text.unicodeScalars.last else { return "" }
        let isEnd = last == "." || last == "!" || last == "?" || last == "…" || last == "。"
        return isEnd ? text : text + "."
    }
}

extension String {
    /// A text of the author's as a part of a sentence: on one line, with single spaces, and no longer than
    /// `most` characters.
    package func spoken(upTo most: Int = 200) -> String {
        if utf8.count <= most, isSpoken { return self }
        var scalars = UnicodeScalarView()
        var count = 0
        var isApart = false
        for scalar in unicodeScalars {
            if scalar.isGap {
                isApart = count > 0
                continue
            }
            // Room for the space and for what says that something is missing.
            guard count + (isApart ? 2 : 1) < most else {
                scalars.append("…")
                break
            }
            if isApart {
                scalars.append(" ")
                count += 1
                isApart = false
            }
            scalars.append(scalar)
            count += 1
        }
        return String(scalars)
    }

    /// Whether nothing has to be done to say it: the usual case, told cheaply.
    private var isSpoken: Bool {
        var last = UInt8(ascii: " ")
        for byte in utf8 {
            guard 32..<127 ~= byte, byte != 32 || last != 32 else { return false }
            last = byte
        }
        return last != 32 || isEmpty
    }
}

extension Unicode.Scalar {
    /// Whether it is a space of any width, a line break or a control character. A list of our own, since
    /// asking for properties would load the tables of all of Unicode.
    fileprivate var isGap: Bool {
        switch value {
        case 0...32, 127...160, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            true
        default: false
        }
    }
}
