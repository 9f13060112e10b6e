/// Bytes that come piece by piece and only once: an open file, or a body that was posted.
package struct ByteSource {
    /// Fills a part of the buffer from its start; how many bytes, 0 at the end.
    package typealias Read = (inout MutableSpan<UInt8>) throws(SourceError) -> Int

    private let next: Read

    package init(_ next: @escaping Read) { self.next = next }

    /// The bytes of an array.
    package init(_ bytes: [UInt8]) {
        var place = 0
        next = { buffer in
            let count = min(buffer.count, bytes.count - place)
            unsafe buffer.withUnsafeMutableBytes { target in
                unsafe bytes.withUnsafeBytes { source in
                    unsafe target.copyMemory(
                        from: UnsafeRawBufferPointer(rebasing: source[place..<place + count]))
                }
            }
            place += count
            return count
        }
    }

    /// Puts the next bytes at the start of `buffer`; how many, 0 at the end.
    package func read(into buffer: inout MutableSpan<UInt8>) throws(SourceError) -> Int {
        try next(&buffer)
    }
}

/// Why no more bytes come.
package enum SourceError: Error, Equatable {
    /// The file was written to while it was read, so what was read may be no state it ever had.
    case changed
    case unreadable
}
