internal import CLibc

/// A process that answers servers, one request after another.
///
/// It waits for all connections and for new ones at once, so that neither a connection without a request,
/// nor half a request, nor a server that is slow to take its answer keeps it from the next request.
struct Worker {
    /// More connections are not held. For a new one that which has been idle for longest is closed.
    static let mostConnections = 256
    /// As long as servers do not take this many bytes of answers, nothing more is drawn.
    private static let mostUnsent = 67_108_864

    /// When a worker has done its part, and a fresh one is to take its place.
    struct Lifetime {
        /// 0 for no limit, for both.
        var requests: Int
        var memory: Int
        static let requestsBetweenLooks = 64

        init(_ environment: Environment) {
            requests = environment.setting("PLOT_WORKER_REQUESTS", default: 1_000)
            memory = environment.setting("PLOT_WORKER_MEMORY", default: 268_435_456)
        }
    }

    private let listener: Listener
    /// Gets the signals that ask to end. They interrupt nothing: what has begun is finished.
    private let signals: Descriptor
    private let lifetime: Lifetime
    private let respond: (Call) -> Answer
    private let memory = ResidentMemory()
    private var connections: [Connection] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private var served = 0
    /// From when on no new connection is taken.
    private var farewell: Moment?

    /// For how many milliseconds a connection that is kept is listened to still when the worker ends:
    /// a server may have begun to send a request that nobody else would answer.
    private static let farewellPause = 200

    init(
        _ listener: Listener, signals: Descriptor, _ lifetime: Lifetime,
        respond: @escaping (Call) -> Answer
    ) {
        self.listener = listener
        self.signals = signals
        self.lifetime = lifetime
        self.respond = respond
    }

    /// Serves until it is time to end; the exit status.
    mutating func run() -> Int32 {
        while farewell == nil || !connections.isEmpty {
            let events = wait()
            let now = Moment.now
            if events[0] != 0 { leave(at: now) }
            for (index, event) in events.dropFirst(2).enumerated() where event != 0 {
                attend(to: index, event, at: now)
            }
            if events[1] != 0 { accept(at: now) }
            endLate(at: now)
            serve()
            connections.removeAll { $0.isClosed }
        }
        return 0
    }

    private mutating func attend(to index: Int, _ event: Int16, at now: Moment) {
        // Nobody is there to read an answer any more, whatever was asked.
        if event & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return connections[index].close() }
        if event & Int16(POLLOUT) != 0 { connections[index].send(at: now) }
        if event & Int16(POLLIN) != 0, !connections[index].isClosed {
            connections[index].receive(into: &buffer, at: now)
        }
    }

    /// What has happened: to the signals, to the listener, and to each connection.
    private func wait() -> [Int16] {
        let now = Moment.now
        let accepts = farewell == nil && !connections.contains { $0.ready != nil }
        var entries = [
            pollfd(fd: signals.number, events: Int16(POLLIN), revents: 0),
            pollfd(
                fd: accepts ? listener.descriptor.number : -1, events: Int16(POLLIN), revents: 0),
        ]
        for connection in connections {
            entries.append(
                pollfd(fd: connection.descriptor.number, events: connection.events, revents: 0))
        }
        let patience = deadline?.wait(from: now) ?? -1
        let found = unsafe entries.withUnsafeMutableBufferPointer {
            unsafe poll($0.baseAddress, nfds_t($0.count), patience)
        }
        return entries.map { found > 0 ? $0.revents : 0 }
    }

    /// When something has to be done even if nothing happens.
    private var deadline: Moment? {
        var moments = connections.compactMap { $0.deadline }
        if let farewell { moments.append(farewell + Self.farewellPause) }
        return moments.min()
    }

    /// Begins to end.
    private mutating func leave(at now: Moment) {
        if farewell == nil { farewell = now }
    }

    private mutating func accept(at now: Moment) {
        guard makeRoom(), let descriptor = listener.accept() else { return }
        var connection = Connection(descriptor, at: now)
        // As a rule the request is there already.
        connection.receive(into: &buffer, at: now)
        connections.append(connection)
    }

    /// Whether there is room for one more connection.
    private mutating func makeRoom() -> Bool {
        guard connections.count >= Self.mostConnections else { return true }
        let idle = connections.indices.filter { connections[$0].isIdle }
        guard
            let oldest = idle.min(by: {
                (connections[$0].idleSince ?? .now) < (connections[$1].idleSince ?? .now)
            })
        else { return false }
        connections[oldest].close()
        connections.remove(at: oldest)
        return true
    }

    /// Answers the requests that are complete.
    private mutating func serve() {
        for index in connections.indices {
            guard connections.reduce(0, { $0 + $1.unsentBytes }) < Self.mostUnsent else { return }
            guard let request = connections[index].ready else { continue }
            let call = request.call
            let answer = respond(call)
            served += 1
            let now = Moment.now
            if hasDoneItsPart { leave(at: now) }
            connections[index].answer(
                request.records(of: answer, to: call.caller), mayKeep: farewell == nil, at: now)
        }
    }

    private var hasDoneItsPart: Bool {
        if lifetime.requests > 0, served >= lifetime.requests { return true }
        guard lifetime.memory > 0, served % Lifetime.requestsBetweenLooks == 0 else { return false }
        return (memory.bytes ?? 0) > lifetime.memory
    }

    /// Ends what takes too long.
    private mutating func endLate(at now: Moment) {
        for index in connections.indices where !connections[index].isClosed {
            if let deadline = connections[index].deadline, deadline <= now {
                connections[index].giveUp()
            } else if let farewell, farewell + Self.farewellPause <= now, connections[index].isIdle
            {
                connections[index].close()
            }
        }
    }
}

extension Incoming {
    /// The answer to this request, framed. To the server's log goes what is no fault of a client's.
    fileprivate func records(of answer: Answer, to caller: Caller) -> [UInt8] {
        let isFault = answer.status.rawValue >= 500
        let line = "plot: answered \(answer.status.rawValue) \(answer.status.reason)\n"
        return Record.answer(
            id, CGI.bytes(of: answer, to: caller), log: isFault ? Array(line.utf8) : [])
    }
}
