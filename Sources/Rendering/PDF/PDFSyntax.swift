internal import Scenes

/// The text of a PDF as it grows: operators, numbers and strings, with a space only where two of them
/// would run together.
struct PDFSyntax {
    private(set) var bytes: [UInt8] = []

    init(_ text: String = "") { bytes = Array(text.utf8) }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(_ other: PDFSyntax) { bytes.append(contentsOf: other.bytes) }

    /// Operands, which begin with a number.
    mutating func operands(_ other: PDFSyntax) {
        separate()
        append(other)
    }

    /// An operator, and the end of its line.
    mutating func end(with name: String) {
        word(name)
        bytes.append(UInt8(ascii: "\n"))
    }

    /// An operator, or another word of letters.
    mutating func word(_ name: String) {
        separate()
        append(name)
    }

    /// A length: two decimals, a hundredth of a point, are finer than any device.
    mutating func length(_ value: Double) { number(Self.hundredths(value), places: 2) }

    mutating func point(_ point: Point) {
        length(point.x)
        length(point.y)
    }

    mutating func number(_ value: Double, places: Int) {
        number(Self.whole(value * Double(Self.power(places))), places: places)
    }

    /// `units`, the last `places` digits of which are decimals. Zeros that say nothing are left out.
    mutating func number(_ units: Int, places: Int) {
        separate()
        if units < 0 { bytes.append(UInt8(ascii: "-")) }
        let scale = Self.power(places)
        let (whole, rest) = Int(units.magnitude).quotientAndRemainder(dividingBy: scale)
        if whole > 0 || rest == 0 { digits(of: whole) }
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var (left, unit) = (rest, scale / 10)
        while left > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(left / unit))
            left %= unit
            unit = max(unit / 10, 1)
        }
    }

    /// Four hexadecimal digits.
    mutating func hex(_ value: UInt16) {
        for shift in [12, 8, 4, 0] as [UInt16] {
            bytes.append(Self.hexDigits[Int(value >> shift & 15)])
        }
    }

    /// A text for people, as a string: of ASCII where that can say it, else of UTF-16.
    mutating func text(_ text: String) {
        guard text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) else {
            append("<FEFF")
            for unit in text.utf16 { hex(unit) }
            return append(">")
        }
        bytes.append(UInt8(ascii: "("))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\")
            {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: ")"))
    }

    /// A length as the file holds it. What is no number is 0, and nothing is too large to convert.
    static func hundredths(_ value: Double) -> Int { whole(value * 100) }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    /// Ten to the power of a small exponent.
    private static func power(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { p, _ in p * 10 }
    }

    private static func whole(_ value: Double) -> Int {
        value.isNaN ? 0 : Int(min(max(value, -1e9), 1e9).rounded())
    }

    private mutating func digits(of whole: Int) {
        var unit = 1
        while whole / unit > 9 { unit *= 10 }
        var left = whole
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(left / unit))
            left %= unit
            unit /= 10
        }
    }

    /// A space, unless what stands last ends by itself.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"):
            break
        default: bytes.append(UInt8(ascii: " "))
        }
    }
}
