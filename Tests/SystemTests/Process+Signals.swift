import Foundation

extension Process {
    /// Starts the process with no signal blocked, as a shell would.
    ///
    /// Tests run on threads that block nearly all signals, which a process would inherit: it
    /// could not be told to end.
    func runUnblocked() throws {
        var none = sigset_t()
        var blocked = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, &blocked)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &blocked, nil) }
        try run()
    }
}
