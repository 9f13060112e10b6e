/// HMAC with SHA-256 (RFC 2104; FIPS 198-1).
package enum HMAC {
    /// The bytes that SHA-256 takes at a time.
    private static let block = 64

    /// The code of `message` under `key`, 32 bytes.
    package static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        let short = key.count > block ? digest(key, []) : key
        let padded = short + Array(repeating: 0, count: block - short.count)
        return digest(padded.map { $0 ^ 0x5C }, digest(padded.map { $0 ^ 0x36 }, message))
    }

    private static func digest(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.add(first)
        hash.add(second)
        return hash.digest
    }
}
