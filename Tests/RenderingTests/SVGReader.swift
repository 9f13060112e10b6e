import Fonts
import Foundation
import FoundationXML
import Scenes
import Testing

@testable import Rendering

/// A document read by an XML parser that is not ours: its elements in order, and what is wrong with it.
final class SVGReader: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
    }

    private(set) var elements: [Element] = []
    private(set) var problem: String?
    private var open: [Int] = []

    init(_ document: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(document))
        parser.delegate = self
        if !parser.parse() {
            problem = "line \(parser.lineNumber): \(String(describing: parser.parserError))"
        }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    /// The ids that the document gives, and those that it refers to.
    var ids: [String] { elements.compactMap { $0.attributes["id"] } }
    var references: [String] {
        elements.flatMap { element in
            let labels = element.attributes["aria-labelledby"]?.split(separator: " ") ?? []
            let links = [element.attributes["href"], element.attributes["clip-path"]]
                .compactMap { $0?.firstMatch(of: /#([a-z0-9]+)/)?.output.1 }
            return (labels + links).map(String.init)
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let last = open.last { elements[last].text += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) { open.removeLast() }
}

/// What the items look like as SVG: the lines between the head and the end.
func svg(
    width: Double = 100, height: Double = 50, background: Color = .clear,
    _ content: (inout Scene) -> Void
) -> [String] {
    var scene = Scene(size: Size(width, height), background: background)
    content(&scene)
    let lines = String(decoding: SVG.write(scene), as: UTF8.self).split(separator: "\n")
    return lines[3..<lines.count - 1].map(withoutNames)
}

/// The ids' names follow from all of the content; here they are all `x`.
private func withoutNames(_ line: Substring) -> String {
    String(line).replacing(/(id="|#)[a-z][a-z0-5]{6}/) { $0.output.1 + "x" }
}
