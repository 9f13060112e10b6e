import Drawing
import Encoding
import Figures
import Fonts
import Gateway
import Rendering
import Scenes
import Tables

/// The forms that an answer can have. Each is made in memory from the one scene of the chart, or, where
/// it holds no picture, from the chart itself.
enum Form: String, CaseIterable {
    case png
    /// A page with the picture in it.
    case html
    /// The picture as a data URI, as text.
    case base64
    /// The data behind the chart.
    case csv, json
    /// The chart in words.
    case txt

    /// The form of an ending or of `format=`.
    init?(named name: String) {
        guard let form = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
        self = form
    }

    var contentType: ContentType {
        switch self {
        case .png: .png
        case .html: .html
        case .base64, .txt: .text
        case .csv: .csv
        case .json: .json
        }
    }

    /// What a file's name ends with.
    var ending: String {
        self == .base64 ? "txt" : rawValue
    }

    /// The bytes of `figure` in this form.
    func bytes(of figure: Figure) throws(EncodingError) -> [UInt8] {
        let fonts = Fonts()
        // What holds no picture needs none drawn.
        lazy var scene = figure.drawn(with: fonts)
        switch self {
        case .png: return try picture(of: scene, fonts)
        case .html: return PicturePage(of: scene, try picture(of: scene, fonts)).bytes
        case .base64: return PicturePage.address(of: try picture(of: scene, fonts))
        case .csv: return CSVWriter.bytes(of: figure.table, in: figure.zone)
        case .json: return JSONWriter.bytes(of: figure.table, in: figure.zone)
        case .txt: return Array((figure.words + "\n").utf8)
        }
    }

    private func picture(of scene: Scene, _ fonts: Fonts) throws(EncodingError) -> [UInt8] {
        try PNG.encode(
            Raster.draw(scene, with: fonts), title: scene.title, description: scene.alternative)
    }
}
