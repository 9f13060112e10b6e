internal import CLibmd

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece, by libmd.
///
/// libnettle would do as well, but asks the processor what it can before `main`, in every process
/// and whether or not anything is hashed: 35 µs on a virtual machine, where each such question
/// leaves the guest.
@safe package struct SHA256 {
    private var context = SHA2_CTX()

    package init() { unsafe SHA256Init(&context) }

    package mutating func add(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer {
            unsafe SHA256Update(&context, $0.baseAddress, bytes.count)
        }
    }

    /// The digest of all that was added, 32 bytes.
    package var digest: [UInt8] {
        var copy = context
        return unsafe [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) {
            unsafe SHA256Final($0.baseAddress, &copy)
            $1 = $0.count
        }
    }
}
