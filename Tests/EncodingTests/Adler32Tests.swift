import CZlib
import Testing

@testable import Encoding

@Test("The checksum is zlib's, for whatever bytes and however they are cut")
func checksum() {
    let high = [UInt8](repeating: 255, count: 70_000)
    let mixed = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ $0 >> 7) }
    for bytes in [high, mixed] {
        for count in [0, 1, 15, 16, 17, 335, 336, 337, 352, 5_552, 65_521, 70_000] {
            let expected = UInt32(unsafe adler32(1, bytes, UInt32(count)))
            for piece in [1, 16, 801, 70_000] {
                var checksum = Adler32()
                for start in stride(from: 0, to: count, by: piece) {
                    checksum.add(bytes.span.extracting(start..<min(start + piece, count)))
                }
                #expect(checksum.value == expected, "\(count) bytes in pieces of \(piece)")
            }
        }
    }
}
