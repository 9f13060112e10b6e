internal import CLibc

/// An open file of the process, by its number. Interruptions by signals are gone over in here.
struct Descriptor {
    static let input = Descriptor(number: 0)
    static let output = Descriptor(number: 1)
    static let diagnostics = Descriptor(number: 2)

    let number: Int32

    var isOpen: Bool { events(of: 0, patience: 0) & POLLNVAL == 0 }

    /// Whether it is a socket that others can connect to.
    var isListening: Bool {
        var answer: Int32 = 0
        var size = socklen_t(4)
        return unsafe getsockopt(number, SOL_SOCKET, SO_ACCEPTCONN, &answer, &size) == 0
            && answer != 0
    }

    /// Whether there is something to read, be it the end, before `patience` milliseconds are over.
    func waitUntilReadable(_ patience: Int32) -> Bool {
        events(of: POLLIN, patience: patience) != 0
    }

    /// At most `count` bytes. None at the end, and none where reading fails: either way no more
    /// will come.
    func read(atMost count: Int) -> ArraySlice<UInt8> {
        var bytes = [UInt8](repeating: 0, count: count)
        var got = 0
        repeat {
            got = unsafe bytes.withUnsafeMutableBytes {
                unsafe CLibc.read(number, $0.baseAddress, count)
            }
        } while got < 0 && (lastError == EINTR || lastError == EAGAIN && waitUntilReadable(-1))
        return bytes.prefix(max(got, 0))
    }

    /// Writes all of `bytes`, however many calls that takes; false where the reader is gone.
    func write(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes {
                unsafe CLibc.write(number, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if written > 0 {
                done += written
            } else if written < 0, lastError == EAGAIN {
                _ = events(of: POLLOUT, patience: -1)
            } else if written == 0 || lastError != EINTR {
                return false
            }
        }
        return true
    }

    private func events(of wanted: Int32, patience: Int32) -> Int32 {
        var entry = pollfd(fd: number, events: Int16(wanted), revents: 0)
        // EAGAIN: the kernel had no memory for it just then.
        while unsafe poll(&entry, 1, patience) < 0, lastError == EINTR || lastError == EAGAIN {}
        return Int32(entry.revents)
    }
}

/// C's `errno`, a macro that Swift does not import.
var lastError: Int32 { last_error() }
