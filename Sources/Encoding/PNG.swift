internal import CPNG

/// Pixels as a PNG file (PNG specification, third edition), by libpng, from memory to memory.
package enum PNG {
    /// libpng refuses longer ones.
    package static let longestSide = 1_000_000

    /// The same pixels and texts give the same bytes. An empty text is left out.
    package static func encode(
        _ pixels: Pixels, title: String = "", description: String = ""
    ) throws(EncodingError) -> [UInt8] {
        try pixels.checkSides(longest: longestSide)
        var form = PNGForm()
        form.width = UInt32(pixels.width)
        form.height = UInt32(pixels.height)
        form.pixelsPerMetre = pixelsPerMetre(at: pixels.density)
        let title = Comment(title)
        let description = Comment(description)
        var colors: [png_color] = []
        var alphas: [UInt8] = []
        let packed: [UInt8]
        switch pixels.storage {
        case .indexed(let indices, let palette):
            form.colorType = PNG_COLOR_TYPE_PALETTE
            colors = palette.map { color in
                png_color(
                    red: UInt8(truncatingIfNeeded: color >> 24),
                    green: UInt8(truncatingIfNeeded: color >> 16),
                    blue: UInt8(truncatingIfNeeded: color >> 8))
            }
            alphas = palette.map { UInt8(truncatingIfNeeded: $0) }
            form.paletteCount = Int32(palette.count)
            // Colours after the last translucent one are opaque without being listed.
            form.alphaCount = Int32(alphas.lastIndex { $0 != 0xFF }.map { $0 + 1 } ?? 0)
            packed = try pack(indices, width: pixels.width)
        case .rgba(let colors):
            let isOpaque = colors.allSatisfy { $0 & 0xFF == 0xFF }
            form.colorType = isOpaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA
            packed = try pack(colors, width: pixels.width, isOpaque: isOpaque)
        }
        form.packedCount = packed.count

        var file: [UInt8] = []
        file.reserveCapacity(packed.count + (4 << 10))
        let whole = unsafe withUnsafeMutablePointer(to: &file) { sink in
            unsafe png_write_picture(
                form, packed, colors, alphas, title.bytes, title.isUTF8, description.bytes,
                description.isUTF8, sink, append)
        }
        guard whole else { throw .gaveUp }
        return file
    }

    private static func pack(_ indices: [UInt8], width: Int) throws(EncodingError) -> [UInt8] {
        var rows = try Rows(.indexed)
        for start in stride(from: 0, to: indices.count, by: width) {
            try rows.add(indices.span.extracting(start..<start + width))
        }
        return try rows.finished()
    }

    private static func pack(
        _ colors: [UInt32], width: Int, isOpaque: Bool
    ) throws(EncodingError) -> [UInt8] {
        var rows = try Rows(.direct)
        var row: [UInt8] = []
        row.reserveCapacity(width * (isOpaque ? 3 : 4))
        for start in stride(from: 0, to: colors.count, by: width) {
            row.removeAll(keepingCapacity: true)
            for color in colors[start..<start + width] {
                row.append(UInt8(truncatingIfNeeded: color >> 24))
                row.append(UInt8(truncatingIfNeeded: color >> 16))
                row.append(UInt8(truncatingIfNeeded: color >> 8))
                if !isOpaque { row.append(UInt8(truncatingIfNeeded: color)) }
            }
            try rows.add(row.span)
        }
        return try rows.finished()
    }

    /// Called by libpng with each piece of the file.
    private static let append: @convention(c) (png_structp?, png_bytep?, Int) -> Void = {
        (png, bytes, count) in
        guard let sink = unsafe png_get_io_ptr(png) else { return }
        let piece = unsafe UnsafeBufferPointer(start: bytes, count: count)
        unsafe sink.assumingMemoryBound(to: [UInt8].self).pointee.append(contentsOf: piece)
    }

    /// 0, which leaves it unsaid, where a pixel is a point.
    private static func pixelsPerMetre(at density: Double) -> UInt32 {
        guard density != 1, 0.01...100 ~= density else { return 0 }
        return UInt32((density * 96 / 0.0254).rounded())
    }
}

extension PNG {
    /// A text as a chunk holds it: Latin-1 in `tEXt` where that can say it, else UTF-8 in `iTXt`.
    private struct Comment {
        /// With a zero at the end, and none before.
        let bytes: [UInt8]
        let isUTF8: Bool

        init(_ text: String) {
            let utf8 = text.utf8.filter { $0 != 0 } + [0]
            // The first byte of a scalar beyond U+00FF.
            isUTF8 = utf8.contains { $0 > 0xC3 }
            let isASCII = !utf8.contains { $0 > 0x7F }
            bytes =
                isUTF8 || isASCII
                ? utf8
                : text.unicodeScalars.filter { $0 != "\0" }
                    .map { UInt8(truncatingIfNeeded: $0.value) } + [0]
        }
    }
}
