/// What the document says about itself, in both forms that are read: the older dictionary, and XMP.
struct PDFMetadata {
    let title: String

    private static let producer = "PlotCGI"

    var information: PDFSyntax {
        var text = PDFSyntax("<</Title")
        text.text(title)
        text.append("/Producer")
        text.text(Self.producer)
        text.append(">>")
        return text
    }

    /// A packet of XMP (ISO 16684-1).
    var packet: [UInt8] {
        let text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(title))</rdf:li>\
            </rdf:Alt></dc:title>
            <pdf:Producer>\(Self.producer)</pdf:Producer>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        return Array(text.utf8)
    }

    /// As the content of an element. Characters that XML cannot hold are left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\t", "\n", "\r": result += " "
            default:
                guard scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE || scalar.value > 0xFFFF
                else { continue }
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
