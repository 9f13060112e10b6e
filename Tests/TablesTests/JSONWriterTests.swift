import Foundation
import Notation
import Tables
import Testing
import Trials

@Suite("Tables as JSON")
struct JSONWriterTests {
    private static func text(_ columns: Table.Column...) -> String {
        String(decoding: JSONWriter.bytes(of: Table(columns)), as: UTF8.self)
    }

    @Test("A row is a record with a member a column, in their order")
    func shape() {
        let text = Self.text(
            Table.Column("x", .numbers([1, 2])),
            Table.Column("a b", .words([0, -1], texts: ["c"])),
            Table.Column("t", .times([0, .nan])))
        #expect(
            text == "[\n{\"x\":1,\"a b\":\"c\",\"t\":\"1970-01-01\"},\n"
                + "{\"x\":2,\"a b\":null,\"t\":null}\n]\n")
    }

    @Test("No rows are an empty list")
    func empty() throws {
        let list = try JSONSerialization.jsonObject(
            with: Data(Self.text(Table.Column("x", .numbers([]))).utf8))
        #expect((list as? [Any])?.isEmpty == true)
    }

    @Test("What is no number is null")
    func missing() {
        #expect(
            Self.text(Table.Column("x", .numbers([.nan, -.infinity])))
                == "[\n{\"x\":null},\n{\"x\":null}\n]\n")
    }

    @Test("Any text comes back as it was, as a value and as a name")
    func texts() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<500 {
            let text = random.text(of: "ab\"\\/\n\r\t\u{0}\u{1f}\u{7f}é中🚀\u{2028}<", upTo: 12)
            let bytes = JSONWriter.bytes(
                of: Table([Table.Column(text, .words([0], texts: [text]))]))
            let rows = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: String]]
            #expect(rows == [[text: text]])
        }
    }
}
