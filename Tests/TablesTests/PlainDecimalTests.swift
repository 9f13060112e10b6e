import Notation
import Testing
import Trials

@testable import Tables

@Suite("Plain numbers")
struct PlainDecimalTests {
    @Test("A plain number of up to nineteen digits is rounded as correctly as any")
    func agrees() throws {
        var random = SeededRandom(seed: 30)
        for _ in 0..<20_000 {
            let text = random.plainNumber(upTo: 11)
            // What stands behind the number is no part of it, though it be read with it.
            let bytes = Array((text + random.text(of: ",;\n.e9 ", upTo: 9)).utf8)
            let count = text.utf8.count
            guard let number = PlainDecimal(bytes.span, in: 0..<count) else {
                let digits = text.filter(\.isNumber).count
                let goesOn = bytes.count > count && ".e9".utf8.contains(bytes[count])
                try #require(digits > 19 || goesOn, "\(text)")
                continue
            }
            try #require(number.value.bitPattern == Double(text)?.bitPattern, "\(text)")
            try #require(number.value == Double(decimal: text))
            if number.isShort {
                let written = PlainDecimal.text(of: number.value, fraction: number.fraction)
                try #require(String(decoding: written, as: UTF8.self) == text)
            }
        }
    }

    @Test(
        "What is written in another way is none",
        arguments: [
            "", "-", ".5", "5.", "+1", "00", "01.5", "-007", "1e5", "1,5", " 1", "1 ", "--1", "x",
        ])
    func refuses(text: String) {
        let bytes = Array(text.utf8)
        #expect(PlainDecimal(bytes.span, in: 0..<bytes.count) == nil)
    }

    @Test("A column keeps what long numbers were, in case that they are words")
    func long() throws {
        let cells = [
            "0.1234567890123456", "1234567890123456789", "-9999999999999999999",
            "0.0000000000000000001",
        ]
        let text = "x\n" + cells.joined(separator: "\n") + "\n"
        #expect(try table(text).columns[0].values == .numbers(cells.map { Double($0) ?? .nan }))
        #expect(try table(text, as: .number) == table(text))
        #expect(
            try table(text + "x\n").columns[0].values
                == .words([0, 1, 2, 3, 4], texts: cells + ["x"]))
    }
}

extension SeededRandom {
    /// Digits, and perhaps a point and more digits, without needless zeros at the front.
    fileprivate mutating func plainNumber(upTo length: Int) -> String {
        var digits = (0..<whole(1...length)).map { _ in whole(0...9) }
        while digits.count > 1, digits[0] == 0 { digits.removeFirst() }
        var text = (once(in: 3) ? "-" : "") + digits.map { "\($0)" }.joined()
        if once(in: 2) {
            text += "." + (0..<whole(1...length)).map { _ in "\(whole(0...9))" }.joined()
        }
        return text
    }
}
