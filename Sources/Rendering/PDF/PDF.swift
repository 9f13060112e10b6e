package import Encoding
package import Fonts
package import Scenes

/// Scenes as PDF files (ISO 32000-1): vectors and letters on one page of the picture's size.
package enum PDF {
    /// The same scene gives the same bytes. A point of the picture is a point of the page; the density
    /// of pixels does not matter.
    package static func write(
        _ scene: Scene, with fonts: Fonts
    ) throws(EncodingError) -> [UInt8] {
        let content = PageContent(scene, with: fonts)
        var objects = PDFObjects()
        let catalog = objects.reserve()
        let pages = objects.reserve()
        let page = objects.reserve()
        let structure = addStructure(of: scene, on: page, to: &objects)
        let metadata = PDFMetadata(title: scene.title)
        let packet = try objects.addStream(
            metadata.packet, keys: "/Type/Metadata/Subtype/XML", isPacked: false)
        let information = objects.add(metadata.information)
        let resources = try addResources(of: content, to: &objects)
        let stream = try objects.addStream(content.text.bytes)
        objects.add(
            PDFSyntax(
                "<</Type/Catalog/Pages \(pages) 0 R/Lang(en)/MarkInfo<</Marked true>>"
                    + "/StructTreeRoot \(structure) 0 R/Metadata \(packet) 0 R"
                    + "/ViewerPreferences<</DisplayDocTitle true>>>>"), as: catalog)
        objects.add(PDFSyntax("<</Type/Pages/Kids[\(page) 0 R]/Count 1>>"), as: pages)
        var text = PDFSyntax("<</Type/Page/Parent \(pages) 0 R/MediaBox")
        text.box(scene.size)
        text.append("/Contents \(stream) 0 R/StructParents 0")
        text.append(resources)
        text.append(">>")
        objects.add(text, as: page)
        return try objects.file(root: catalog, information: information)
    }

    /// The fonts and opacities that the page names.
    private static func addResources(
        of content: PageContent, to objects: inout PDFObjects
    ) throws(EncodingError) -> PDFSyntax {
        var text = PDFSyntax("/Resources<<")
        let tables = content.glyphs.filter { !$0.isEmpty }
        if !tables.isEmpty {
            text.append("/Font<<")
            for table in tables {
                let font = try EmbeddedFont(table, from: content.fonts).add(to: &objects)
                text.append("/F\(table.face.rawValue) \(font) 0 R")
            }
            text.append(">>")
        }
        let alphas = content.opacities.indices.filter { content.opacities[$0] }
        if !alphas.isEmpty {
            text.append("/ExtGState<<")
            for alpha in alphas {
                text.append("/A\(alpha)<</ca")
                text.number(Double(alpha) / 255, places: 4)
                text.append("/CA")
                text.number(Double(alpha) / 255, places: 4)
                text.append(">>")
            }
            text.append(">>")
        }
        text.append(">>")
        // Colours mix as they do on a screen.
        if !alphas.isEmpty { text.append("/Group<</S/Transparency/CS/DeviceRGB>>") }
        return text
    }

    /// The page as a tree for those who cannot see it: a document of one figure, which the alternative
    /// text stands for. The number of its root.
    private static func addStructure(
        of scene: Scene, on page: Int, to objects: inout PDFObjects
    ) -> Int {
        let root = objects.reserve()
        let document = objects.reserve()
        let figure = objects.reserve()
        objects.add(
            PDFSyntax(
                "<</Type/StructTreeRoot/K \(document) 0 R/ParentTreeNextKey 1"
                    + "/ParentTree<</Nums[0[\(figure) 0 R]]>>>>"), as: root)
        objects.add(
            PDFSyntax("<</Type/StructElem/S/Document/P \(root) 0 R/K \(figure) 0 R>>"),
            as: document)
        var text = PDFSyntax("<</Type/StructElem/S/Figure/P \(document) 0 R/Pg \(page) 0 R/K 0/Alt")
        text.text(scene.alternative.isEmpty ? scene.title : scene.alternative)
        text.append("/A<</O/Layout/Placement/Block/BBox")
        text.box(scene.size)
        text.append(">>>>")
        objects.add(text, as: figure)
        return root
    }
}

extension PDFSyntax {
    /// All of a page, as an array.
    fileprivate mutating func box(_ size: Size) {
        append("[0 0")
        length(size.width)
        length(size.height)
        append("]")
    }
}
