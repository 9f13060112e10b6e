internal import CLibc
package import Tables

/// A regular file, open for reading, as it was when it was opened.
package final class OpenFile {
    private let descriptor: Int32
    private let state: State

    /// Takes the descriptor over. What is no regular file is missing.
    init(_ descriptor: Int32) throws(FileError) {
        do {
            state = try State.settled(descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// A file that a person at a shell names, wherever it lies.
    package static func anywhere(_ path: String) throws(FileError) -> OpenFile {
        let found = unsafe open_any(path)
        if found < 0 { throw .ofLastCall }
        return try OpenFile(found)
    }

    /// In bytes.
    package var size: Int { state.size }

    /// What changes when the file does, or another takes its place.
    package var identity: [UInt8] { state.identity }

    /// The whole of the file, in pieces. An error at the end where it changed meanwhile.
    package var source: ByteSource {
        ByteSource { buffer throws(SourceError) in try self.read(into: &buffer) }
    }

    /// All of it at once; an error too where it is longer than it was.
    package func bytes() throws(SourceError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            var buffer = piece.mutableSpan
            let count = try read(into: &buffer)
            if count == 0 { return bytes }
            bytes.append(contentsOf: piece[..<count])
            if bytes.count > size { throw .changed }
        }
    }

    private func read(into buffer: inout MutableSpan<UInt8>) throws(SourceError) -> Int {
        var got = 0
        repeat {
            got = unsafe buffer.withUnsafeMutableBytes {
                unsafe CLibc.read(descriptor, $0.baseAddress, $0.count)
            }
        } while got < 0 && lastError == EINTR
        if got < 0 { throw .unreadable }
        if got == 0, !state.isSettled || (try? State(descriptor)) != state { throw .changed }
        return got
    }
}

extension OpenFile {
    /// When a file was changed last, and what else tells it from another.
    private struct State: Equatable {
        let size: Int
        /// Whether every later change leaves another time behind.
        private(set) var isSettled = false
        private let modified: Moment
        /// Also moves when another file takes the name of this one, which is no change of this one.
        private let touched: Moment
        private let number: UInt64

        static func == (a: State, b: State) -> Bool {
            a.size == b.size && a.modified == b.modified
        }

        init(_ descriptor: Int32) throws(FileError) {
            var facts = stat()
            guard unsafe facts_of(descriptor, &facts) == 0 else { throw .unreadable }
            guard is_regular(facts.st_mode) != 0 else { throw .missing }
            size = Int(facts.st_size)
            modified = Moment(facts.st_mtim)
            touched = Moment(facts.st_ctim)
            number = UInt64(facts.st_ino)
        }

        /// The state when no change can hide any more: two within one tick of the kernel's clock leave
        /// the same time behind. A file that is written to without a pause never gets there.
        static func settled(_ descriptor: Int32) throws(FileError) -> State {
            var state = try State(descriptor)
            state.isSettled = (state.modified.age ?? .max) >= Moment.tick
            for _ in 0..<4 where !state.isSettled {
                _ = poll(nil, 0, Moment.tick)
                var later = try State(descriptor)
                later.isSettled = later == state
                state = later
            }
            return state
        }

        var identity: [UInt8] {
            let text =
                "\(number) \(size) \(modified.seconds) \(modified.nanoseconds) "
                + "\(touched.seconds) \(touched.nanoseconds)"
            return Array(text.utf8)
        }
    }

    private struct Moment: Equatable {
        let seconds: Int
        let nanoseconds: Int

        /// In milliseconds: longer than the kernel's clock stands still, 10 at most.
        static let tick: Int32 = 12

        init(_ time: timespec) {
            seconds = time.tv_sec
            nanoseconds = time.tv_nsec
        }

        /// How many milliseconds ago, where that is few; nil for what lies further back, or ahead.
        var age: Int32? {
            var time = timespec()
            guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return nil }
            let (passed, wraps) = (time.tv_sec - seconds).multipliedReportingOverflow(by: 1000)
            let age = passed + (time.tv_nsec - nanoseconds) / 1_000_000
            return wraps || !(-1_000...1_000 ~= age) ? nil : Int32(age)
        }
    }
}
