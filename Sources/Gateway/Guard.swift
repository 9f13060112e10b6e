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

    /// Takes charge of the signals that would end a process which serves one request by CGI, and of the
    /// request: whatever ends the process from now on, there is a whole answer.
    package static func install() {
        guard_install(false)
        guard_watch(Descriptor.output.number, 0)
    }

    /// The same for a service, whose requests are watched over one by one.
    static func installForService() { guard_install(true) }

    /// Another connection, which a worker would lose with the one that it serves.
    struct Bystander {
        var connection: Descriptor
        /// What has come of a request; nil where nothing has.
        var request: UInt16?
    }

    /// A worker begins to answer a request of FastCGI's. What ends it meanwhile costs nobody an answer: the
    /// connections on which nothing has come are left to other workers, and who has asked is told to ask
    /// again.
    static func watch(
        request: UInt16, over connection: Descriptor, relay: Descriptor?,
        bystanders: [Bystander]
    ) {
        guard_watch(connection.number, request)
        let others = bystanders.map {
            guard_bystander(connection: $0.connection.number, request: $0.request ?? 0)
        }
        unsafe others.withUnsafeBufferPointer {
            unsafe guard_bystanders(relay?.number ?? -1, $0.baseAddress, $0.count)
        }
    }

    /// The request has been answered.
    static func rest() { guard_rest() }

    /// What the answer looks like, should it be needed.
    package static func shape(_ look: ErrorLook, for caller: Caller) {
        guard_shape(look.number, caller.wantsOnlyHeader)
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

    /// The same for a service: of all files it leaves those below `folders`, or all where there are
    /// none, to be read.
    static func enterServiceSandbox(folders: [Int32]) {
        let isOn = unsafe folders.withUnsafeBufferPointer {
            unsafe sandbox_enter_service($0.baseAddress, $0.count)
        }
        guard !isOn else { return }
        log("plot: the kernel has no filter of system calls, so nothing bounds this process")
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
