import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    private func digest(_ pieces: [[UInt8]]) -> String {
        var hash = SHA256()
        for piece in pieces { hash.add(piece) }
        return hash.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(
        "The examples of the standard come out as they do there",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func agrees(text: String, expected: String) {
        #expect(digest([Array(text.utf8)]) == expected)
    }

    @Test("It does not matter in which pieces the bytes come")
    func joinsPieces() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
        for cut in [0, 1, 63, 64, 65, 300] {
            #expect(digest([Array(bytes[..<cut]), [], Array(bytes[cut...])]) == digest([bytes]))
        }
    }

    @Test("A digest can be looked at, and more be added")
    func goesOn() {
        var hash = SHA256()
        hash.add([1])
        let first = hash.digest
        #expect(hash.digest == first)
        hash.add([2])
        var whole = SHA256()
        whole.add([1, 2])
        #expect(hash.digest == whole.digest)
    }
}
