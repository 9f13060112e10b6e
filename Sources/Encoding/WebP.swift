internal import CWebP

/// Pixels as a WebP file (RFC 9649), by libwebp, from memory to memory, transparency kept.
package enum WebP {
    package static let longestSide = Int(WEBP_MAX_DIMENSION)

    /// The same pixels give the same bytes. `quality` lies in 1...100; at 100 every pixel is kept,
    /// below it the picture is treated as a photograph, which makes charts larger, not smaller.
    package static func encode(
        _ pixels: Pixels, quality: Int = 100
    ) throws(EncodingError) -> [UInt8] {
        try pixels.checkSides(longest: longestSide)
        var config = WebPConfig()
        var picture = unsafe WebPPicture()
        guard unsafe WebPConfigInit(&config) != 0, unsafe WebPPictureInit(&picture) != 0 else {
            throw .gaveUp
        }
        if quality >= 100 { config.tuneLossless() } else { config.tuneLossy(max(quality, 1)) }

        // libwebp wants 0xAARRGGBB, and may change what lies under clear pixels.
        var colors = pixels.colors { $0 >> 8 | $0 << 24 }
        var file: [UInt8] = []
        file.reserveCapacity(16 << 10)
        unsafe picture.use_argb = 1
        unsafe picture.width = Int32(pixels.width)
        unsafe picture.height = Int32(pixels.height)
        unsafe picture.argb_stride = Int32(pixels.width)
        unsafe picture.writer = append
        let whole = unsafe colors.withUnsafeMutableBufferPointer { colors in
            unsafe withUnsafeMutablePointer(to: &file) { sink in
                unsafe picture.argb = colors.baseAddress
                unsafe picture.custom_ptr = UnsafeMutableRawPointer(sink)
                return unsafe WebPEncode(&config, &picture) != 0
            }
        }
        unsafe WebPPictureFree(&picture)
        guard whole else { throw .gaveUp }
        return file
    }

    /// Called by libwebp with each piece of the file.
    private static let append:
        @convention(c) (UnsafePointer<UInt8>?, Int, UnsafePointer<WebPPicture>?) -> Int32 = {
            (bytes, count, picture) in
            guard let sink = unsafe picture?.pointee.custom_ptr else { return 0 }
            let piece = unsafe UnsafeBufferPointer(start: bytes, count: count)
            unsafe sink.assumingMemoryBound(to: [UInt8].self).pointee.append(contentsOf: piece)
            return 1
        }
}

extension WebPConfig {
    /// Measured on a line chart of 800x400, of which the PNG has 13.9 kB: bytes and milliseconds by
    /// libwebp's method (down) and effort within it (across).
    ///
    /// |   | 0              | 50             | 75              | 100              |
    /// | - | -------------- | -------------- | --------------- | ---------------- |
    /// | 0 | 20,592 B in  6 | 17,626 B in  9 | 17,206 B in   8 | 16,644 B in   10 |
    /// | 1 | 10,616 B in  6 | 10,568 B in  6 |  9,982 B in  13 |  9,908 B in   15 |
    /// | 2 | 10,162 B in  5 | 10,136 B in  8 |  9,844 B in  14 |  9,812 B in   15 |
    /// | 3 |  9,364 B in  7 |  9,336 B in  9 |  9,538 B in  16 |  9,568 B in   20 |
    /// | 4 | 10,340 B in  7 | 10,328 B in 12 |  9,920 B in  15 |  9,494 B in   27 |
    /// | 6 | 10,752 B in 10 | 10,752 B in 11 |  9,958 B in  20 |  9,228 B in  920 |
    fileprivate mutating func tuneLossless() {
        lossless = 1
        method = 3
        quality = 0
    }

    /// Lossy WebP has colours at half the resolution. Choosing them with care takes the encoder from
    /// 10 ms to 28 ms, and without it thin lines come out in other colours than they have.
    fileprivate mutating func tuneLossy(_ quality: Int) {
        self.quality = Float(quality)
        method = 2
        use_sharp_yuv = 1
    }
}
