internal import CZlib

/// Unpacks what gzip packed (RFC 1952), by zlib, piece by piece. Its handle lives and dies with this.
@safe final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let source: ByteSource
    /// Packed bytes, of which those from `place` on are still to be unpacked.
    private var packed: [UInt8]
    private var place = 0
    private var count: Int
    /// Whether a member has ended, so that there may be an end or another one.
    private var isBetweenMembers = false

    /// Goes on with `source` after its first bytes, which were read already.
    init(_ source: ByteSource, after first: Span<UInt8>) {
        self.source = source
        packed = [UInt8](repeating: 0, count: max(64 << 10, first.count))
        for index in first.indices { packed[index] = first[index] }
        count = first.count
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for gzip's header and no other.
        let result = unsafe inflateInit2_(
            stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else { fatalError("no memory for zlib") }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Puts the next unpacked bytes at the start of `buffer`; how many, 0 at the end.
    func read(into buffer: inout MutableSpan<UInt8>) throws(DataError) -> Int {
        guard buffer.count > 0 else { return 0 }
        while true {
            let isAtEnd = try !hasPacked()
            if isBetweenMembers {
                if isAtEnd { return 0 }
                // gzip(1) pads with zeros where a device wants whole blocks.
                if packed[place] == 0 {
                    place += 1
                    continue
                }
                guard unsafe inflateReset(stream) == Z_OK else { throw .badGzip }
                isBetweenMembers = false
            }
            guard !isAtEnd else { throw .badGzip }
            let written = try unpack(into: &buffer)
            if written > 0 { return written }
        }
    }

    /// Unpacks once.
    private func unpack(into buffer: inout MutableSpan<UInt8>) throws(DataError) -> Int {
        let room = min(buffer.count, 1 << 30)
        let result = unsafe packed.withUnsafeMutableBufferPointer { packed in
            unsafe buffer.withUnsafeMutableBufferPointer { buffer in
                unsafe stream.pointee.next_in = packed.baseAddress.map { unsafe $0 + place }
                unsafe stream.pointee.avail_in = UInt32(count - place)
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        place = unsafe count - Int(stream.pointee.avail_in)
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
            throw .badGzip
        }
        isBetweenMembers = result == Z_STREAM_END
        return unsafe room - Int(stream.pointee.avail_out)
    }

    /// Reads more where all is unpacked; false at the end.
    private func hasPacked() throws(DataError) -> Bool {
        guard place == count else { return true }
        place = 0
        count = 0
        count = try readPacked()
        return count > 0
    }

    private func readPacked() throws(DataError) -> Int {
        // Of a class, no property can be lent as a span.
        var buffer: [UInt8] = []
        swap(&buffer, &packed)
        defer { swap(&buffer, &packed) }
        var room = buffer.mutableSpan
        do { return try source.read(into: &room) } catch { throw .source(error) }
    }
}
