import Dialects
import Drawing
import Encoding
import Figures
import Fonts
import Foundation
import Rendering
import Scenes
import Testing
import Trials

/// Each query in `Tests/Golden` beside the picture that it drew when somebody last looked at it.
///
/// `GOLDEN=update swift test --filter Golden` accepts what is drawn now. A mismatch leaves what was
/// drawn (`NAME.drawn.png`) and a picture of the difference (`NAME.difference.png`) beside it.
@Suite("Golden pictures")
struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return files.filter { $0.hasSuffix(".query") }.map { String($0.dropLast(6)) }.sorted()
    }()

    @Test("There are golden pictures at all")
    func thereAreSome() { #expect(Self.names.count > 10) }

    @Test("A query draws what it drew when it was looked at", arguments: names)
    func draws(name: String) throws {
        let query = try String(
            contentsOf: Self.folder.appending(path: name + ".query"), encoding: .utf8)
        let expectation = Self.folder.appending(path: name + ".png")
        let bytes = try Self.png(of: query)
        if ProcessInfo.processInfo.environment["GOLDEN"] == "update" {
            try Data(bytes).write(to: expectation)
            return
        }
        let expected = try Picture(file: expectation.path())
        let drawn = try Picture(bytes: bytes)
        guard expected != drawn else { return }
        let difference = expected.difference(from: drawn)
        guard difference.differingShare > 0.0005 || difference.isOfAnotherSize else { return }
        try Data(bytes).write(to: Self.folder.appending(path: name + ".drawn.png"))
        if !difference.isOfAnotherSize {
            try difference.write(to: Self.folder.appending(path: name + ".difference.png").path())
        }
        Issue.record("\(name): \(difference.summary)")
    }

    /// A `.query` file holds one query; line breaks in it are for the reader.
    private static func png(of text: String) throws -> [UInt8] {
        let query = text.split(separator: "\n").joined()
        let figure = try Native.figure(from: Trials.pairs(of: query))
        let fonts = Fonts()
        let scene = figure.drawn(with: fonts)
        return try PNG.encode(
            Raster.draw(scene, with: fonts), title: scene.title, description: scene.alternative)
    }
}
