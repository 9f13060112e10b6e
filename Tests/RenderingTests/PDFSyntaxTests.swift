import Testing
import Trials

@testable import Rendering

@Suite("How a PDF is spelled")
struct PDFSyntaxTests {
    private func written(_ write: (inout PDFSyntax) -> Void) -> String {
        var text = PDFSyntax()
        write(&text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test(
        "A length has two decimals at most, and no zero that says nothing",
        arguments: [
            (0, "0"), (-0.0, "0"), (1, "1"), (0.5, ".5"), (-0.25, "-.25"), (10.01, "10.01"),
            (100.1, "100.1"), (0.004, "0"), (-0.004, "0"), (0.005, ".01"), (1.999, "2"),
            (-12.3456, "-12.35"), (.nan, "0"), (1e300, "10000000"), (-.infinity, "-10000000"),
        ] as [(Double, String)])
    func length(value: Double, text: String) {
        #expect(written { $0.length(value) } == text)
    }

    @Test("Every hundredth reads back as itself", arguments: [0, 1_000, 100_000, 99_990_000])
    func hundredths(start: Int) throws {
        for units in start..<start + 1_000 {
            for units in [units, -units] {
                let text = written { $0.number(units, places: 2) }
                #expect(try (#require(Double(text)) * 100).rounded() == Double(units))
            }
        }
    }

    @Test("A space stands only where two words would run together")
    func spaces() {
        let text = written {
            $0.append("[")
            $0.length(1)
            $0.length(-2.5)
            $0.append("]")
            $0.length(0)
            $0.word("d")
            $0.append("/A9")
            $0.word("gs")
        }
        #expect(text == "[1 -2.5]0 d/A9 gs")
    }

    @Test(
        "A text is a string of ASCII, or of UTF-16 with a mark of its byte order",
        arguments: [
            ("", "()"), ("Visits (%)", "(Visits \\(%\\))"), ("a\\b", "(a\\\\b)"),
            ("é", "<FEFF00E9>"), ("a\n", "<FEFF0061000A>"), ("😀", "<FEFFD83DDE00>"),
        ])
    func strings(text: String, string: String) {
        #expect(written { $0.text(text) } == string)
    }

    @Test("The title reaches XMP whole, but for what XML cannot hold")
    func packet() {
        let packet = String(
            decoding: PDFMetadata(title: "a<b> & \u{1}\u{FFFE}\u{1F600}\n").packet, as: UTF8.self)
        #expect(packet.contains("\">a&lt;b&gt; &amp; \u{1F600} </rdf:li>"))
    }
}
