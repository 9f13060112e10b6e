internal import CLibc

/// The signals that ask the process to end, and the one that tells of workers that have. They are
/// held back and asked for, so that they interrupt nothing.
struct Signals {
    private let asking: sigset_t
    private let all: sigset_t

    enum Event {
        case end, other
    }

    /// Holds them back from now on.
    init() {
        var asking = sigset_t()
        unsafe sigemptyset(&asking)
        for signal in [SIGTERM, SIGINT, SIGUSR1] { unsafe sigaddset(&asking, signal) }
        var all = asking
        unsafe sigaddset(&all, SIGCHLD)
        unsafe sigprocmask(SIG_BLOCK, &all, nil)
        self.asking = asking
        self.all = all
    }

    /// Waits for one of them; nil after `moment`, or without one for ever.
    func wait(until moment: Moment?) -> Event? {
        var set = all
        var signal: Int32 = 0
        if let moment {
            let wait = Int(moment.wait(from: .now))
            var time = timespec(tv_sec: wait / 1_000, tv_nsec: wait % 1_000 * 1_000_000)
            signal = unsafe sigtimedwait(&set, nil, &time)
        } else {
            signal = unsafe sigwaitinfo(&set, nil)
        }
        guard signal > 0 else { return nil }
        return signal == SIGCHLD ? .other : .end
    }

    /// Children are no concern of a worker's.
    func belongToWorker() {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        unsafe sigaddset(&set, SIGCHLD)
        unsafe sigprocmask(SIG_UNBLOCK, &set, nil)
    }

    /// A descriptor that can be read from once somebody has asked to end; nil where the system has no
    /// such thing left.
    var descriptor: Descriptor? {
        var set = asking
        let found = unsafe signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
        return found < 0 ? nil : Descriptor(number: found)
    }
}
