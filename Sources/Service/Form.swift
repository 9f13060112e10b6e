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

    /// The form of an ending or of `format=`.
    init?(named name: String) {
        guard let form = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
        self = form
    }

    var contentType: ContentType {
        switch self {
        case .png: .png
        }
    }

    /// What a file's name ends with.
    var ending: String { rawValue }

    /// The bytes of `figure` in this form.
    func bytes(of figure: Figure) throws(EncodingError) -> [UInt8] {
        let fonts = Fonts()
        let scene = figure.drawn(with: fonts)
        switch self {
        case .png:
            return try PNG.encode(
                Raster.draw(scene, with: fonts), title: scene.title,
                description: scene.alternative)
        }
    }
}
