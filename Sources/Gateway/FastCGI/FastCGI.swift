internal import CLibc

/// The program as a service: servers connect to a socket, over and over, instead of starting it.
///
/// Whoever starts it gives it the socket as its standard input.
package enum FastCGI {
    package static var isServer: Bool { Descriptor.input.isListening }

    /// Serves until somebody asks to end; the exit status of this process, which is the one that
    /// was started or one of its workers.
    ///
    /// `PLOT_WORKERS` is how many of those there are, one more than processors if it does not
    /// say so. With 0 this process serves itself, which is for servers that keep several such.
    package static func serve(_ respond: @escaping (Call) -> Answer) -> Int32 {
        let environment = Environment.process
        let signals = Signals()
        let listener = Listener(
            .input, addresses: environment.text(of: "FCGI_WEB_SERVER_ADDRS"))
        let lifetime = Worker.Lifetime(environment)
        let workers = environment.setting("PLOT_WORKERS", default: Int(processors()) + 1)
        let relay = workers > 0 ? Relay() : nil
        func work() -> Int32 {
            guard let asking = signals.descriptor else { return 1 }
            Guard.installForService()
            Guard.limitMemory(Guard.Bounds(environment))
            var worker = Worker(
                listener, signals: asking, relay: relay, lifetime, respond: respond)
            enterSandbox(environment)
            return worker.run()
        }
        guard workers > 0 else { return work() }
        var master = Master(workers: min(workers, mostWorkers), signals)
        return master.run(work)
    }

    /// Where the operator's folders are known, files are read from there alone. One that is not there yet
    /// may come, and cannot be told from others until then.
    private static func enterSandbox(_ environment: Environment) {
        let paths = ["PLOT_DATA", "PLOT_CHARTS"].map { environment.text(of: $0) }
        let named = paths.filter { !$0.isEmpty }
        let folders = named.map { unsafe open_folder($0) }
        let areThere = folders.allSatisfy { $0 >= 0 }
        Guard.enterServiceSandbox(folders: areThere ? folders : [])
        for folder in folders where folder >= 0 { close(folder) }
    }

    private static let mostWorkers = 1_024
}
