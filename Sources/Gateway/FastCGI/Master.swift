internal import CLibc

/// The process that holds the socket and sees to it that there are workers. It reads no request, so
/// nothing in a request can end it.
struct Master {
    private struct Post {
        /// The worker's process; nil while there is none.
        var process: pid_t?
        var since: Moment
        /// When the next worker is to begin, and after how long a wait.
        var due: Moment
        var delay = 0
    }

    private var posts: [Post]
    private let signals: Signals

    /// In milliseconds. A worker that ends sooner than `shortLife` is not replaced at once, and each
    /// time later, so that what ends every worker does not keep the machine busy with starting them.
    private static let shortLife = 1_000
    private static let firstDelay = 50
    private static let longestDelay = 2_000
    /// How long workers have to finish what they do before they are ended.
    private static let grace = 40_000

    init(workers: Int, _ signals: Signals) {
        let now = Moment.now
        posts = Array(repeating: Post(process: nil, since: now, due: now), count: workers)
        self.signals = signals
    }

    /// Keeps workers running until it is told to end, and then until they have ended; the exit status
    /// of the process, be it the master or a worker.
    mutating func run(_ work: () -> Int32) -> Int32 {
        let master = getpid()
        while true {
            if fill() {
                signals.belongToWorker()
                signal_when_orphaned(SIGTERM)
                return getppid() == master ? work() : 0
            }
            let due = posts.compactMap { $0.process == nil ? $0.due : nil }.min()
            if signals.wait(until: due) == .end { return end() }
            collect()
        }
    }

    /// Starts the workers that are due. True in a process that has become one.
    private mutating func fill() -> Bool {
        let now = Moment.now
        for index in posts.indices where posts[index].process == nil && posts[index].due <= now {
            let process = fork()
            if process == 0 { return true }
            posts[index].since = now
            if process > 0 {
                posts[index].process = process
            } else {
                postpone(index, at: now)
            }
        }
        return false
    }

    /// Takes note of workers that have ended.
    private mutating func collect() {
        var status: Int32 = 0
        while true {
            let process = unsafe waitpid(-1, &status, WNOHANG)
            guard process > 0 else { return }
            guard let index = posts.firstIndex(where: { $0.process == process }) else { continue }
            let now = Moment.now
            posts[index].process = nil
            report(status)
            if now - posts[index].since >= Self.shortLife || exit_status(status) == 0 {
                posts[index].delay = 0
                posts[index].due = now
            } else {
                postpone(index, at: now)
            }
        }
    }

    private mutating func postpone(_ index: Int, at now: Moment) {
        let delay = posts[index].delay
        posts[index].delay = min(max(2 * delay, Self.firstDelay), Self.longestDelay)
        posts[index].due = now + posts[index].delay
    }

    private func report(_ status: Int32) {
        let signal = ended_by_signal(status)
        guard signal != 0 || exit_status(status) != 0 else { return }
        let end = signal != 0 ? "by signal \(signal)" : "with \(exit_status(status))"
        _ = Descriptor.diagnostics.write(Array("plot: a worker ended \(end)\n".utf8))
    }

    /// Tells the workers to end and waits until they have.
    private mutating func end() -> Int32 {
        let last = Moment.now + Self.grace
        for post in posts { if let process = post.process { kill(process, SIGTERM) } }
        while posts.contains(where: { $0.process != nil }), Moment.now < last {
            _ = signals.wait(until: min(last, Moment.now + 1_000))
            collect()
        }
        for post in posts { if let process = post.process { kill(process, SIGKILL) } }
        return 0
    }
}
