import Drawing
import Figures
import Fonts
import Foundation
import FoundationXML
import Rendering
import Testing

@Suite("Charts as SVG")
struct SVGDocumentTests {
    @Test("Any chart is a document that a parser of XML reads", arguments: 0..<8)
    func isWellFormed(part: Int) throws {
        let fonts = Fonts()
        for query in RandomCharts(seed: UInt64(part) + 7000).prefix(30) {
            let document = SVG.write(try query.figure().drawn(with: fonts))
            let parser = XMLParser(data: Data(document))
            #expect(parser.parse(), "\(query)")
            let text = String(decoding: document, as: UTF8.self)
            #expect(!text.contains("\"nan") && !text.contains("\"inf"), "\(query)")
        }
    }
}
