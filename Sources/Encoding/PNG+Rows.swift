internal import CZlib

extension PNG {
    /// The rows of a picture as the data of its IDAT chunk (PNG specification, section 10): each behind a
    /// byte that names its filter, none, in the zlib format (RFC 1950).
    ///
    /// libpng would do this too, and take half as long again for the whole file. Each time that zlib has
    /// seen 32 kB more it moves its window, and with it all the places in its tables, which costs as much as
    /// looking for runs does. Here it never comes to that: whenever the window is all but full a flush makes
    /// zlib forget what was, and begin again at the window's start.
    @safe struct Rows: ~Copyable {
        private let stream: UnsafeMutablePointer<z_stream>
        private var checksum = Adler32()
        /// How much may still be added before the window has to be flushed.
        private var room = Self.window
        private var packed: [UInt8] = []

        /// Bytes that zlib may write at once.
        private static let step = 8 << 10
        /// Of the 64 kB that zlib has for it, less what it wants to look ahead.
        private static let window = 64_000

        init(_ tuning: Tuning) throws(EncodingError) {
            unsafe stream = .allocate(capacity: 1)
            unsafe stream.initialize(to: z_stream())
            // Negative bits leave out zlib's own header and checksum.
            let result = unsafe deflateInit2_(
                stream, tuning.level, Z_DEFLATED, -15, tuning.memoryLevel, tuning.strategy,
                ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            packed.reserveCapacity(24 << 10)
            // Deflate with a window of 32 kB, in haste: as one number, a multiple of 31.
            packed += [0x78, 0x01]
            guard result == Z_OK else { throw .gaveUp }
        }

        deinit {
            unsafe deflateEnd(stream)
            unsafe stream.deallocate()
        }

        mutating func add(_ row: Span<UInt8>) throws(EncodingError) {
            let filter: InlineArray<1, UInt8> = [0]
            try pack(filter.span)
            try pack(row)
        }

        /// All that has been packed, and its end.
        consuming func finished() throws(EncodingError) -> [UInt8] {
            try deflate(Span(), Z_FINISH)
            for shift in [24, 16, 8, 0] as [UInt32] {
                packed.append(UInt8(truncatingIfNeeded: checksum.value >> shift))
            }
            return packed
        }

        private mutating func pack(_ bytes: Span<UInt8>) throws(EncodingError) {
            checksum.add(bytes)
            var rest = bytes
            while !rest.isEmpty {
                if room == 0 {
                    try deflate(Span(), Z_FULL_FLUSH)
                    room = Self.window
                }
                let count = min(rest.count, room)
                try deflate(rest.extracting(first: count), Z_NO_FLUSH)
                rest = rest.extracting(droppingFirst: count)
                room -= count
            }
        }

        private mutating func deflate(
            _ bytes: Span<UInt8>, _ flush: Int32
        ) throws(EncodingError) {
            let isDone = unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe stream.pointee.next_in = .init(mutating: bytes.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(bytes.count)
                var result = Z_OK
                repeat {
                    packed.append(addingCapacity: Self.step) { output in
                        unsafe output.withUnsafeMutableBufferPointer { output, count in
                            unsafe stream.pointee.next_out = output.baseAddress
                            unsafe stream.pointee.avail_out = UInt32(Self.step)
                            result = unsafe CZlib.deflate(stream, flush)
                            count = unsafe Self.step - Int(stream.pointee.avail_out)
                        }
                    }
                } while unsafe result == Z_OK && stream.pointee.avail_out == 0
                return result == (flush == Z_FINISH ? Z_STREAM_END : Z_OK)
            }
            guard isDone else { throw .gaveUp }
        }
    }
}
