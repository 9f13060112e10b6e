internal import CGuard
internal import CLibc

/// Where workers leave connections that servers want to keep, for whichever worker is free to take
/// them over.
///
/// Closing such a connection could meet a request that is on its way, and not every server sends
/// that again.
struct Relay {
    let entrance: Descriptor
    /// Readable while a connection waits.
    let exit: Descriptor

    /// Nil where the system has no more sockets.
    init?() {
        var ends: [Int32] = [-1, -1]
        let result = unsafe ends.withUnsafeMutableBufferPointer {
            unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, $0.baseAddress)
        }
        guard result == 0 else { return nil }
        for end in ends { close_on_exec(end) }
        (entrance, exit) = (Descriptor(number: ends[0]), Descriptor(number: ends[1]))
    }

    var descriptors: [Descriptor] { [entrance, exit] }

    /// Leaves a connection there; it still has to be closed here. False where it cannot be left.
    func pass(_ connection: Descriptor) -> Bool {
        guard_pass(entrance.number, connection.number)
    }

    func take() -> Descriptor? {
        let found = passed_descriptor(exit.number)
        return found < 0 ? nil : Descriptor(number: found)
    }
}
