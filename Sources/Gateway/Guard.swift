internal import CGuard
internal import CLibc

/// Turns what would end the process without a word into a complete answer: nothing has been sent
/// until the answer is known, so a signal handler can still send another that was made beforehand.
package enum Guard {
    /// Why a drawing ended before its answer was known.
    package enum End: CaseIterable, Sendable {
        /// The program is wrong.
        case fault
        case memory
        case time
        /// Somebody stopped the program.
        case stopped
    }

    /// For how long a drawing may go on, each bound settable by the operator; 0 is no bound.
    package struct Bounds: Equatable, Sendable {
        /// Seconds, from when the request has been read until the answer is known. `PLOT_MAX_TIME`
        package var time = 10
        /// Seconds of work of the processor in that time. `PLOT_MAX_CPU`
        package var work = 5
        /// Bytes of memory, the program's own included. `PLOT_MAX_MEMORY`
        package var memory = 1 << 30

        package init() {}

        package init(_ environment: Environment) {
            time = environment.setting("PLOT_MAX_TIME", default: time)
            work = environment.setting("PLOT_MAX_CPU", default: work)
            memory = environment.setting("PLOT_MAX_MEMORY", default: memory)
        }
    }

    /// Takes charge of the signals that would end the process.
    package static func install() { guard_install() }

    /// Whatever ends the process from now on, the caller gets a whole answer of this look.
    package static func watch(for caller: Caller, as look: ErrorLook) {
        guard_watch(Descriptor.output.number, look.number, caller.wantsOnlyHeader)
    }

    /// What is sent where a drawing ends in this way: header and body, as they lie in the program.
    package static func answer(to end: End, as look: ErrorLook) -> [UInt8] {
        let answer = unsafe guard_answer(look.number, end.number)
        return unsafe Array(UnsafeBufferPointer(start: answer.bytes, count: answer.count))
    }

    /// The answer is about to be sent. Nothing but its bytes can follow.
    package static func commit() { guard_commit() }

    /// Limits the memory of the process, for good.
    package static func limitMemory(_ bounds: Bounds) { sandbox_limit_memory(bounds.memory) }

    /// Starts the clocks, anew if they run.
    package static func start(_ bounds: Bounds) {
        // A year of seconds, so that no sum below wraps.
        let longest = 31_536_000
        guard_bound(min(bounds.time, longest) * 1000, min(bounds.work, longest) * 1000)
    }

    /// Gives up what drawing needs none of: files, sockets and other programs. Says so in the log
    /// where the kernel refuses to take it.
    package static func enterSandbox() {
        guard !sandbox_enter() else { return }
        log("plot: the kernel has no filter of system calls, so only the limits bound this process")
    }

    /// A line for the server's log.
    package static func log(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        unsafe bytes.withUnsafeBytes { unsafe guard_log($0.baseAddress, $0.count) }
    }
}

/// What an error looks like.
package enum ErrorLook: CaseIterable, Sendable {
    case page, picture, json, text

    fileprivate var number: guard_look {
        switch self {
        case .page: GUARD_PAGE
        case .picture: GUARD_PICTURE
        case .json: GUARD_JSON
        case .text: GUARD_TEXT
        }
    }
}

extension Guard.End {
    fileprivate var number: guard_end {
        switch self {
        case .fault: GUARD_FAULT
        case .memory: GUARD_MEMORY
        case .time: GUARD_TIME
        case .stopped: GUARD_STOPPED
        }
    }
}
