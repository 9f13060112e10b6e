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
    case png, svg, pdf, jpg, webp, csv, json, html, base64, txt

    /// The form of an ending or of `format=`.
    init?(named name: String) {
        let name = name == "jpeg" ? "jpg" : name
        guard let form = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
        self = form
    }

    /// What it is good for, for the manual.
    var summary: String {
        switch self {
        case .png: "Pixels, each as drawn, with the chart in words inside."
        case .svg: "Sharp at any size, its text real text; no script, nothing from elsewhere."
        case .pdf: "For print and paper: one page of the picture's size, its text to be searched."
        case .jpg: "For what takes no PNG. Clear parts are laid on paper; quality=1 to 100."
        case .webp: "The smallest: every pixel as drawn, or fewer bytes by quality= below 100."
        case .csv: "The data behind the chart, for a spreadsheet."
        case .json: "The data behind the chart, one record a row."
        case .html: "A page with the picture in it, and its words for who cannot see it."
        case .base64: "The PNG as a data URI, to be put into a page or a style sheet."
        case .txt: "The chart in words: what it shows, from where to where, and its extremes."
        }
    }

    var contentType: ContentType {
        switch self {
        case .png: .png
        case .svg: .svg
        case .pdf: .pdf
        case .jpg: .jpeg
        case .webp: .webp
        case .csv: .csv
        case .json: .json
        case .html: .html
        case .base64, .txt: .text
        }
    }

    /// What a file's name ends with.
    var ending: String { self == .base64 ? "txt" : rawValue }

    /// Whether a browser shows it in an `<img>`.
    var isPicture: Bool { [.png, .svg, .jpg, .webp].contains(self) }

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
        case .svg, .pdf, .csv, .json, .txt: nil
        }
    }

    /// The bytes of `figure` in this form, of a `quality` of 1...100 where it has one.
    func bytes(
        of figure: Figure, quality: Int? = nil, with fonts: Fonts = Fonts()
    ) throws(EncodingError) -> [UInt8] {
        switch self {
        case .csv: return CSVWriter.bytes(of: figure.table, in: figure.zone)
        case .json: return JSONWriter.bytes(of: figure.table, in: figure.zone)
        case .txt: return Array((figure.words + "\n").utf8)
        case .svg, .pdf: return try drawing(of: figure, with: fonts)
        case .png, .jpg, .webp, .html, .base64:
            return try picture(of: figure, quality: quality, with: fonts)
        }
    }

    /// What is drawn without pixels.
    private func drawing(of figure: Figure, with fonts: Fonts) throws(EncodingError) -> [UInt8] {
        var figure = figure
        // Lengths are snapped to the pixels of a picture, and SVG has none but the viewer's.
        if self == .svg { figure.density = 1 }
        let scene = figure.drawn(with: fonts)
        return self == .pdf ? try PDF.write(scene, with: fonts) : SVG.write(scene)
    }

    private func picture(
        of figure: Figure, quality: Int?, with fonts: Fonts
    ) throws(EncodingError) -> [UInt8] {
        let scene = figure.drawn(with: fonts)
        let pixels = Raster.draw(scene, with: fonts)
        switch self {
        case .jpg:
            return try JPEG.encode(pixels, quality: quality ?? 90, on: figure.theme.paper.rgba)
        case .webp: return try WebP.encode(pixels, quality: quality ?? 100)
        default: break
        }
        let bytes = try PNG.encode(
            pixels, title: scene.title, description: scene.alternative)
        switch self {
        case .html: return PicturePage(of: scene, bytes).bytes
        case .base64: return PicturePage.address(of: bytes)
        default: return bytes
        }
    }
}
