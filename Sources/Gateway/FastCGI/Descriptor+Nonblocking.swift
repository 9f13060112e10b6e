internal import CLibc

/// Reading and writing that never waits.
extension Descriptor {
    /// What came of reading.
    enum Received {
        case bytes(ArraySlice<UInt8>)
        case nothingYet
        /// Nothing more will come.
        case end
    }

    func receive(into buffer: inout [UInt8]) -> Received {
        var got = 0
        repeat {
            got = unsafe buffer.withUnsafeMutableBytes {
                unsafe CLibc.read(number, $0.baseAddress, $0.count)
            }
        } while got < 0 && lastError == EINTR
        if got > 0 { return .bytes(buffer[..<got]) }
        return got < 0 && lastError == EAGAIN ? .nothingYet : .end
    }

    /// Writes of `bytes` what can be written at once, from `start` on: how many that were; nil where the
    /// reader is gone.
    func send(_ bytes: [UInt8], from start: Int) -> Int? {
        var written = 0
        repeat {
            written = unsafe bytes.withUnsafeBytes {
                unsafe CLibc.write(number, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
        } while written < 0 && lastError == EINTR
        if written >= 0 { return written }
        return lastError == EAGAIN ? 0 : nil
    }
}
