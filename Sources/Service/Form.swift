import Drawing
import Encoding
import Figures
import Fonts
import Gateway
import Rendering
import Scenes

/// The forms that an answer can have. Each is made in memory from the one scene of the chart, or, where
/// it holds no picture, from the chart itself.
enum Form: String, CaseIterable {
    case png
    case svg
    /// A page with the picture in it.
    case html
    /// The picture as a data URI, as text.
    case base64

    /// The form of an ending or of `format=`.
    init?(named name: String) {
        guard let form = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
        self = form
    }

    var contentType: ContentType {
        switch self {
        case .png: .png
        case .svg: .svg
        case .html: .html
        case .base64: .text
        }
    }

    /// What a file's name ends with.
    var ending: String {
        self == .base64 ? "txt" : rawValue
    }

    /// The bytes of `figure` in this form.
    func bytes(of figure: Figure) throws(EncodingError) -> [UInt8] {
        let fonts = Fonts()
        var figure = figure
        // Lengths are snapped to the pixels of a picture, and SVG has none but the viewer's.
        if self == .svg { figure.density = 1 }
        let scene = figure.drawn(with: fonts)
        switch self {
        case .png: return try picture(of: scene, fonts)
        case .svg: return SVG.write(scene)
        case .html: return PicturePage(of: scene, try picture(of: scene, fonts)).bytes
        case .base64: return PicturePage.address(of: try picture(of: scene, fonts))
        }
    }

    private func picture(of scene: Scene, _ fonts: Fonts) throws(EncodingError) -> [UInt8] {
        try PNG.encode(
            Raster.draw(scene, with: fonts), title: scene.title, description: scene.alternative)
    }
}
