import Encoding
import Scenes

/// A page that holds a picture as a data URI, with the words that stand for it.
struct PicturePage {
    private let scene: Scene
    private let picture: [UInt8]

    /// `picture` is a PNG of `scene`.
    init(of scene: Scene, _ picture: [UInt8]) {
        self.scene = scene
        self.picture = picture
    }

    /// `data:image/png;base64,…`
    static func address(of picture: [UInt8]) -> [UInt8] {
        Array("data:image/png;base64,".utf8) + Base64.encode(picture)
    }

    var bytes: [UInt8] {
        let page = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Markup.html(scene.title))</title>
            <style>
            body { margin: 0; background: \(paper); }
            img { display: block; max-width: 100%; height: auto; margin: 0 auto; }
            </style>
            </head>
            <body>
            <img width="\(Int(scene.size.width.rounded()))" \
            height="\(Int(scene.size.height.rounded()))" alt="\(Markup.html(scene.alternative))" src="
            """
        return Array(page.utf8) + Self.address(of: picture)
            + Array("\">\n</body>\n</html>\n".utf8)
    }

    /// What shows beside the picture: the colour behind it.
    private var paper: String { scene.background.over(.white).hex }
}
