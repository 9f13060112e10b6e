internal import CLibc

/// The socket that servers connect to.
struct Listener {
    let descriptor: Descriptor
    /// Who may connect by the internet's protocols; nil where everybody may.
    private let allowed: [[UInt8]]?

    /// `addresses` is a list such as `10.0.0.2,10.0.0.3`. A list in which nothing is an address lets
    /// nobody in.
    init(_ descriptor: Descriptor, addresses: String) {
        self.descriptor = descriptor
        allowed =
            addresses.isEmpty
            ? nil : addresses.split(separator: ",").compactMap { Self.bits(of: String($0)) }
        // Several processes wait for the same connection, and all but one come too late.
        make_nonblocking(descriptor.number)
    }

    /// Who has connected; nil where there is nobody, or nobody who may.
    func accept() -> Descriptor? {
        var address = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let found = unsafe withUnsafeMutablePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe CLibc.accept(descriptor.number, $0, &size)
            }
        }
        guard found >= 0 else { return nil }
        close_on_exec(found)
        guard isWelcome(address), make_nonblocking(found) >= 0 else {
            close(found)
            return nil
        }
        return Descriptor(number: found)
    }

    /// Whether a server at this address may connect. A Unix socket has permissions of its own.
    private func isWelcome(_ address: sockaddr_storage) -> Bool {
        guard let allowed, let bits = Self.bits(of: address) else { return true }
        return allowed.contains(bits)
    }

    private static func bits(of address: sockaddr_storage) -> [UInt8]? {
        var address = address
        var bits = [UInt8](repeating: 0, count: 16)
        return unsafe internet_address(&address, &bits) != 0 ? bits : nil
    }

    private static func bits(of text: String) -> [UInt8]? {
        let text = text.utf8.filter { $0 != UInt8(ascii: " ") }
        let name = String(decoding: text, as: UTF8.self)
        var bits = [UInt8](repeating: 0, count: 16)
        if unsafe inet_pton(AF_INET6, name, &bits) == 1 { return bits }
        var short = [UInt8](repeating: 0, count: 4)
        guard unsafe inet_pton(AF_INET, name, &short) == 1 else { return nil }
        return Array(repeating: 0, count: 10) + [0xFF, 0xFF] + short
    }
}
