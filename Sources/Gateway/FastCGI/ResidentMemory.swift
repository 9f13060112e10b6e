internal import CLibc

/// How much memory this process has at the moment. The file that tells it is opened once.
struct ResidentMemory {
    private let file: Int32

    init() { file = unsafe open_any("/proc/self/statm") }

    /// In bytes; nil where the system does not tell.
    var bytes: Int? {
        var text = [UInt8](repeating: 0, count: 128)
        let count = unsafe text.withUnsafeMutableBytes {
            unsafe pread(file, $0.baseAddress, $0.count, 0)
        }
        guard count > 0 else { return nil }
        let words = text[..<count].split(separator: UInt8(ascii: " "))
        // The first number is what is mapped, the second what is there; both in pages.
        guard words.count > 1, let pages = decimal(Array(words[1])) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
