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
    /// Nil where there is no other worker.
    private let relay: Relay?
    private let lifetime: Lifetime
    private let respond: (Call) -> Answer
    private let memory = ResidentMemory()
    private var connections: [Connection] = []
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private var deliveries = Deliveries()
    private var served = 0
    /// Whether somebody has asked to end.
    private var isTold = false
    /// When the end began, from which on other processes take new connections.
    private var farewell: Moment?

    /// For how many milliseconds a connection has to be idle before it is closed when the service ends,
    /// and for how many they are kept at most.
    private static let farewellPause = 100
    private static let longestFarewell = 1_000
    /// For how many milliseconds servers are waited for to take the rest of an answer, before another
    /// process does that.
    private static let moment = 20

    init(
        _ listener: Listener, signals: Descriptor, relay: Relay?, _ lifetime: Lifetime,
        respond: @escaping (Call) -> Answer
    ) {
        self.listener = listener
        self.signals = signals
        self.relay = relay
        self.lifetime = lifetime
        self.respond = respond
    }

    /// Serves until it is time to end; the exit status.
    mutating func run() -> Int32 {
        while farewell == nil || !connections.isEmpty || lingers {
            let events = wait()
            let now = Moment.now
            if events[0] != 0 {
                isTold = true
                leave(at: now)
            }
            for (index, event) in events.dropFirst(3).enumerated() where event != 0 {
                connections[index].attend(to: event, by: &buffer, at: now)
                // Before more is read: what the system still holds another worker can take over.
                if connections[index].isReady { serve() }
            }
            if events[1] != 0 { takeOver(at: now) }
            if events[2] != 0, let new = listener.accept() { welcome(new, at: now) }
            endLate(at: now)
            serve()
            connections.removeAll { $0.isClosed }
        }
        // Nobody may be left who still sends when the whole service ends.
        if isTold { deliveries.finish() }
        return 0
    }

    /// What has happened: to the signals, to the relay, to the listener, and to each connection.
    private func wait() -> [Int16] {
        var poll = Poll()
        poll.add(isTold ? nil : signals)
        let takesMore = hasRoom && (farewell == nil || lingers)
        poll.add(takesMore ? relay?.exit : nil)
        poll.add(takesMore ? listener.descriptor : nil)
        for connection in connections {
            poll.add(connection.descriptor, events: connection.events)
        }
        return poll.wait(until: deadline)
    }

    /// When something has to be done even if nothing happens.
    private var deadline: Moment? {
        var moments = connections.compactMap { $0.deadline }
        if farewell != nil {
            let pause = isTold || relay == nil ? Self.farewellPause : 0
            moments += connections.compactMap { $0.idleSince.map { $0 + pause } }
        }
        if lingers, let farewell { moments.append(farewell + Self.farewellPause) }
        return moments.min()
    }

    /// Whether new connections are still taken though the end has begun: where no other process listens,
    /// whoever has just connected would be turned away.
    private var lingers: Bool {
        guard let farewell, relay == nil else { return false }
        return Moment.now - farewell < Self.farewellPause
    }

    /// Begins to end.
    private mutating func leave(at now: Moment) {
        if farewell == nil { farewell = now }
    }

    /// Ends what takes too long.
    private mutating func endLate(at now: Moment) {
        for index in connections.indices {
            connections[index].endIfLate(at: now)
            if farewell != nil, let since = connections[index].idleSince {
                part(with: index, idleFor: now - since)
            }
        }
    }

    /// Leaves a connection that is kept to other workers. When the whole service ends there are none:
    /// then it is listened to a little longer, because a request may be on its way.
    private mutating func part(with index: Int, idleFor time: Int) {
        let isLeft = !isTold && relay?.pass(connections[index].descriptor) == true
        if isLeft || time >= Self.farewellPause { connections[index].close() }
    }

    private var hasRoom: Bool {
        connections.count < Self.mostConnections || connections.contains { $0.isIdle }
    }

    /// Takes connections over that another worker has left: several if there is nothing else to do,
    /// and else one, so that most go to those who have time.
    private mutating func takeOver(at now: Moment) {
        for _ in 0..<8 {
            guard hasRoom, let relayed = relay?.take() else { return }
            welcome(relayed, at: now)
            if connections.contains(where: { $0.isReady }) { return }
        }
    }

    private mutating func welcome(_ descriptor: Descriptor, at now: Moment) {
        if connections.count >= Self.mostConnections { closeIdlest() }
        var connection = Connection(descriptor, at: now)
        // As a rule the request is there already.
        connection.receive(into: &buffer, at: now)
        connections.append(connection)
    }

    private mutating func closeIdlest() {
        let idle = connections.indices.compactMap { index in
            connections[index].idleSince.map { (index: index, since: $0) }
        }
        guard let oldest = idle.min(by: { $0.since < $1.since }) else { return }
        connections[oldest.index].close()
        connections.remove(at: oldest.index)
    }
}

// MARK: - Answers

extension Worker {
    /// Answers the requests that are complete.
    private mutating func serve() {
        for index in connections.indices where connections[index].isReady {
            handOver()
            guard connections.reduce(0, { $0 + $1.unsentBytes }) < Self.mostUnsent else { return }
            if let request = connections[index].ready { answer(request, over: index) }
        }
    }

    /// All the work of one request.
    private mutating func answer(_ request: Incoming, over index: Int) {
        let call = request.call
        Guard.watch(
            request: request.id, over: connections[index].descriptor,
            relay: farewell == nil ? relay?.entrance : nil, bystanders: bystanders(of: index))
        defer { Guard.rest() }
        let answer = respond(call)
        let records = request.records(of: answer, to: call.caller)
        served += 1
        let now = Moment.now
        if hasDoneItsPart { leave(at: now) }
        let isTooLate = farewell.map { now - $0 > Self.longestFarewell } ?? false
        Guard.commit()
        connections[index].answer(records, mayKeep: !isTooLate, at: now)
        // At once, for a busy server sends the next request before anybody looks again.
        if farewell != nil, connections[index].isIdle { part(with: index, idleFor: 0) }
    }

    /// The other connections, those that can be helped if this process ends.
    private func bystanders(of index: Int) -> [Guard.Bystander] {
        connections.indices.compactMap { other in
            guard other != index else { return nil }
            let connection = connections[other]
            let request = connection.pendingRequest
            guard connection.isIdle || request != nil else { return nil }
            return Guard.Bystander(connection: connection.descriptor, request: request)
        }
    }

    /// Sees to it that answers which have begun do not depend on what comes next.
    private mutating func handOver() {
        guard connections.contains(where: { $0.unsentBytes > 0 }) else { return }
        waitForReaders()
        let slow = connections.indices.filter { connections[$0].unsentBytes > 0 }
        guard !slow.isEmpty else { return }
        let others = connections.indices.filter { connections[$0].unsentBytes == 0 }
        let foreign =
            [listener.descriptor, signals] + (relay?.descriptors ?? [])
            + others.filter { !connections[$0].isClosed }.map { connections[$0].descriptor }
        guard deliveries.take(slow.map { connections[$0] }, without: foreign) else { return }
        for index in slow { connections[index].close() }
    }

    /// Most servers take an answer as fast as they can, so that a moment is enough.
    private mutating func waitForReaders() {
        let end = Moment.now + Self.moment
        while connections.contains(where: { $0.unsentBytes > 0 }), Moment.now < end {
            var poll = Poll()
            for connection in connections {
                poll.add(
                    connection.unsentBytes > 0 ? connection.descriptor : nil, events: Int16(POLLOUT)
                )
            }
            for (index, event) in poll.wait(until: end).enumerated() where event != 0 {
                connections[index].attend(to: event, by: &buffer, at: .now)
            }
        }
    }

    private var hasDoneItsPart: Bool {
        if lifetime.requests > 0, served >= lifetime.requests { return true }
        guard lifetime.memory > 0, served % Lifetime.requestsBetweenLooks == 0 else { return false }
        return (memory.bytes ?? 0) > lifetime.memory
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
