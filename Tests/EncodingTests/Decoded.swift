import Encoding
import Foundation

/// What other programs read from a picture of ours.
struct Decoded: Decodable, Equatable {
    var mode: String
    var size: [Int]
    /// Row by row, four bytes a pixel.
    var rgba: [UInt8]
    var texts: [String: String]
    var resolution: [Double]?

    /// Read by Pillow, after `check`, a program that reads nothing but this format, has found no fault.
    init(_ bytes: [UInt8], after check: [String] = ["pngcheck", "-q"]) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).picture")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try Self.output(of: check + [file.path])
        let read = """
            import json, sys
            from PIL import Image
            image = Image.open(sys.argv[1])
            image.load()
            print(json.dumps({
                "mode": image.mode, "size": image.size,
                "rgba": list(image.convert("RGBA").tobytes()),
                "texts": {k: str(v) for k, v in getattr(image, "text", {}).items()},
                "resolution": image.info.get("dpi")}))
            """
        self = try JSONDecoder().decode(
            Decoded.self, from: Self.output(of: ["/usr/bin/python3", "-c", read, file.path]))
    }

    /// What pngcheck says of the file's chunks.
    static func chunks(of bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).png")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return String(decoding: try Self.output(of: ["pngcheck", "-v", file.path]), as: UTF8.self)
    }

    private struct Failed: Error {
        var command: [String]
    }

    private static func output(of command: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(command: command) }
        return output
    }
}

extension Pixels {
    /// A white picture with coloured bars and a thin line, over a ground of `alpha`.
    static func chart(alpha: UInt32 = 0xFF, density: Double = 1) -> Pixels {
        let colors = (0..<64 * 48).map { place -> UInt32 in
            let (x, y) = (place % 64, place / 64)
            if x == y { return 0xE877_2EFF }
            return x % 16 > 7 && y > x ? 0x3B5C_C4FF : 0xFFFF_FF00 | alpha
        }
        return Pixels(width: 64, height: 48, density: density, storage: .rgba(colors))
    }

    /// The same with a palette.
    var indexed: Pixels {
        guard case .rgba(let colors) = storage else { return self }
        var palette: [UInt32] = []
        for color in colors where !palette.contains(color) { palette.append(color) }
        let indices = colors.map { UInt8(palette.firstIndex(of: $0) ?? 0) }
        return Pixels(
            width: width, height: height, density: density,
            storage: .indexed(indices, palette: palette))
    }

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

/// How far the channels of two pictures lie apart, on average.
func difference(_ a: [UInt8], _ b: [UInt8]) -> Double {
    guard a.count == b.count, !a.isEmpty else { return .infinity }
    return Double(zip(a, b).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }) / Double(a.count)
}
