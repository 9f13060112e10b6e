import Digests
import Testing

@Suite("HMAC with SHA-256")
struct HMACTests {
    private func bytes(_ byte: UInt8, _ count: Int) -> [UInt8] {
        Array(repeating: byte, count: count)
    }

    @Test("The examples of RFC 4231 come out as they do there")
    func agrees() {
        let cases: [(key: [UInt8], message: [UInt8], code: String)] = [
            (
                bytes(0x0B, 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                bytes(0xAA, 20), bytes(0xDD, 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                bytes(0xAA, 131),
                Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ]
        for (key, message, code) in cases {
            let hex = HMAC.code(of: message, key: key)
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(hex == code)
        }
    }
}
