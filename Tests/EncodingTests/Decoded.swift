import Encoding
import Foundation

/// What other programs read from a PNG file of ours.
struct Decoded: Decodable, Equatable {
    var mode: String
    var size: [Int]
    /// Row by row, four bytes a pixel.
    var rgba: [UInt8]
    var texts: [String: String]
    var resolution: [Double]?

    /// Read by Pillow, after pngcheck has found no fault.
    init(_ bytes: [UInt8]) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).png")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try Self.output(of: "pngcheck", "-q", file.path)
        let read = """
            import json, sys
            from PIL import Image
            image = Image.open(sys.argv[1])
            image.load()
            print(json.dumps({
                "mode": image.mode, "size": image.size,
                "rgba": list(image.convert("RGBA").tobytes()),
                "texts": {k: str(v) for k, v in image.text.items()},
                "resolution": image.info.get("dpi")}))
            """
        self = try JSONDecoder().decode(
            Decoded.self, from: Self.output(of: "/usr/bin/python3", "-c", read, file.path))
    }

    /// What pngcheck says of the file's chunks.
    static func chunks(of bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).png")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return String(decoding: try Self.output(of: "pngcheck", "-v", file.path), as: UTF8.self)
    }

    private struct Failed: Error {
        var program: String
    }

    private static func output(of program: String, _ arguments: String...) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(program: program) }
        return output
    }
}

extension Pixels {
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                for shift in [24, 16, 8, 0] as [UInt32] {
                    bytes.append(UInt8(truncatingIfNeeded: self[x, y] >> shift))
                }
            }
        }
        return bytes
    }
}
