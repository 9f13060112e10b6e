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
        switch pixels.storage {
        case .indexed(let indices, let palette):
            Tuning.indexed.apply(to: &form)
            form.colorType = PNG_COLOR_TYPE_PALETTE
            form.stride = pixels.width
            return try write(indices, palette, form, title, description)
        case .rgba(let colors):
            Tuning.direct.apply(to: &form)
            let opaque = colors.allSatisfy { $0 & 0xFF == 0xFF }
            form.colorType = opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA
            form.stride = pixels.width * 4
            return try write(colors, [], form, title, description)
        }
    }

    private static func write<Pixel: BitwiseCopyable>(
        _ pixels: [Pixel], _ palette: [UInt32], _ form: PNGForm, _ title: Comment,
        _ description: Comment
    ) throws(EncodingError) -> [UInt8] {
        let colors = palette.map { color in
            png_color(
                red: UInt8(truncatingIfNeeded: color >> 24),
                green: UInt8(truncatingIfNeeded: color >> 16),
                blue: UInt8(truncatingIfNeeded: color >> 8))
        }
        let alphas = palette.map { UInt8(truncatingIfNeeded: $0) }
        var form = form
        form.paletteCount = Int32(palette.count)
        // Colours after the last translucent one are opaque without being listed.
        form.alphaCount = Int32(alphas.lastIndex { $0 != 0xFF }.map { $0 + 1 } ?? 0)

        var file: [UInt8] = []
        file.reserveCapacity(24 << 10)
        let whole = unsafe withUnsafeMutablePointer(to: &file) { sink in
            unsafe png_write_picture(
                form, pixels, colors, alphas, title.bytes, title.isUTF8, description.bytes,
                description.isUTF8, sink, append)
        }
        guard whole else { throw .gaveUp }
        return file
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
            let scalars = text.unicodeScalars.filter { $0 != "\0" }
            isUTF8 = scalars.contains { $0.value > 0xFF }
            if isUTF8 {
                bytes = text.utf8.filter { $0 != 0 } + [0]
            } else {
                bytes = scalars.map { UInt8(truncatingIfNeeded: $0.value) } + [0]
            }
        }
    }
}
