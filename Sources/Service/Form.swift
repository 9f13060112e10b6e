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
    /// For what takes no PNG; it knows no transparency.
    case jpg
    case webp
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
        let name = name == "jpeg" ? "jpg" : name
        guard let form = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
        self = form
    }

    var contentType: ContentType {
        switch self {
        case .png: .png
        case .jpg: .jpeg
        case .webp: .webp
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

    /// Whether `quality=` says how much of the picture may be lost.
    var hasQuality: Bool { self == .jpg || self == .webp }

    /// Refuses what this form has no room for, before it is drawn.
    func check(_ figure: Figure) throws(EncodingError) {
        guard let longest = longestSide else { return }
        let (width, height) = Scene(size: figure.size, density: figure.density).pixelSize
        guard max(width, height) <= longest else {
            throw .badSize(width: width, height: height, longest: longest)
        }
    }

    /// In pixels, where there are any.
    private var longestSide: Int? {
        switch self {
        case .jpg: JPEG.longestSide
        case .webp: WebP.longestSide
        case .png, .html, .base64: PNG.longestSide
        }
    }

    /// The bytes of `figure` in this form, of a `quality` of 1...100 where it has one.
    func bytes(of figure: Figure, quality: Int? = nil) throws(EncodingError) -> [UInt8] {
        let fonts = Fonts()
        // What holds no picture needs none drawn.
        lazy var scene = figure.drawn(with: fonts)
        switch self {
        case .png: return try picture(of: scene, fonts)
        case .jpg:
            return try JPEG.encode(
                Raster.draw(scene, with: fonts), quality: quality ?? 90,
                on: figure.theme.paper.rgba)
        case .webp:
            return try WebP.encode(Raster.draw(scene, with: fonts), quality: quality ?? 100)
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
