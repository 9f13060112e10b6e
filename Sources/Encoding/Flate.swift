internal import CZlib

/// Bytes in the zlib format (RFC 1950), from memory to memory: the streams of a PDF.
package enum Flate {
    /// How hard zlib looks for repetitions, 1 (hardly) ... 9.
    package static func compress(
        _ bytes: [UInt8], level: Int32 = 6
    ) throws(EncodingError) -> [UInt8] {
        var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
        var count = uLongf(packed.count)
        guard unsafe compress2(&packed, &count, bytes, uLong(bytes.count), level) == Z_OK else {
            throw .gaveUp
        }
        packed.removeLast(packed.count - Int(count))
        return packed
    }
}
