import Foundation
import Testing

@Suite("What was kept of the fuzzers' inputs")
struct ReplayTests {
    @Test(
        "Every input that was kept is read or refused, and keeps what is promised",
        arguments: Entry.all)
    func replays(entry: Entry) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = folder.appending(path: "Corpora/\(entry.name).txt")
        let kept = Corpus.inputs(in: try String(contentsOf: file, encoding: .utf8))
        #expect(!kept.isEmpty)
        for input in kept + entry.seeds.map({ Array($0.utf8) }) + [[]] {
            if let fault = entry.fault(input) {
                Issue.record("\(entry.name): \(fault): \(Corpus.text(of: [input]))")
            }
        }
    }

    @Test("A corpus holds any bytes, a line an input")
    func keepsBytes() {
        let inputs = [Array(0...255), Array("a\\x41\\n".utf8), [10], [92]]
        let text = Corpus.text(of: inputs)
        #expect(Corpus.inputs(in: text) == inputs)
        #expect(text.utf8.filter { $0 == 10 }.count == inputs.count)
    }
}

extension Entry: CustomTestStringConvertible {
    var testDescription: String { name }
}
