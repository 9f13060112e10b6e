internal import CELF

/// What tells this build of the program from all others: a digest of the whole file, which the
/// linker put into it. So whatever is changed in how charts are drawn changes it too, and nobody
/// has to think of it.
enum BuildIdentity {
    /// No bytes where the program was linked without `--build-id`.
    static var program: [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) {
            $1 = unsafe elf_build_id($0.baseAddress, $0.count)
        }
    }
}
