internal import CLibc

/// One connection of a server: what comes in over it, and what is still to go out.
///
/// Nothing here waits. A connection that is not used in time closes itself.
struct Connection {
    let descriptor: Descriptor
    /// A request that is complete and waits for its answer.
    private(set) var ready: Incoming?
    private(set) var isClosed = false
    private var conversation = Conversation()
    private var output: [UInt8] = []
    private var sent = 0
    private var stage = Stage.open
    /// Whether the server has said all that it will ever say.
    private var isInputOver = false
    /// Whether nothing that the server still sends could matter.
    private var isHeardOut = false
    /// When something was received or sent last.
    private var lastMove: Moment
    /// When the answer was there that is being sent.
    private var answered: Moment?
    /// When what is coming began to come.
    private var beginning: Moment?

    private enum Stage {
        case open
        /// What is in `output` is the last.
        case ending
        /// All was sent, and what the server may still be sending is dropped: closing before it
        /// has come could take the answer back on its way.
        case lingering
    }

    /// In milliseconds.
    private enum Patience {
        /// How long a request that has begun may pause, and how long it may take in all.
        static let pause = 5_000
        static let request = 60_000
        /// How long a server may take nothing of an answer.
        static let answer = 30_000
        /// How long it may take over all of it.
        static let wholeAnswer = 600_000
        static let lingering = 1_000
    }

    /// As long as a server does not take this many bytes, nothing is read from it.
    private static let mostOutput = 65_536

    init(_ descriptor: Descriptor, at now: Moment) {
        self.descriptor = descriptor
        lastMove = now
    }

    /// Whether a request waits for its answer, and the answer could begin at once.
    var isReady: Bool { ready != nil && unsentBytes == 0 }

    /// The number of the request that has come, or is coming, and could be answered at once.
    var pendingRequest: UInt16? {
        isClosed || unsentBytes > 0 || stage != .open ? nil : ready?.id ?? conversation.coming
    }

    /// Whether nothing is going on over it.
    var isIdle: Bool {
        !isClosed && stage == .open && unsentBytes == 0 && ready == nil && !conversation.isMidway
    }

    var idleSince: Moment? { isIdle ? lastMove : nil }

    var unsentBytes: Int { output.count - sent }

    /// What `poll` is to wait for.
    var events: Int16 {
        let reads =
            !isInputOver && ready == nil
            && (stage == .lingering || unsentBytes < Self.mostOutput)
        return Int16((reads ? POLLIN : 0) | (unsentBytes > 0 ? POLLOUT : 0))
    }

    /// When it is to be closed if nothing happens; nil for one that may be kept.
    var deadline: Moment? {
        if stage == .lingering { return lastMove + Patience.lingering }
        if unsentBytes > 0 {
            return min(lastMove + Patience.answer, (answered ?? lastMove) + Patience.wholeAnswer)
        }
        guard ready == nil, let beginning else { return nil }
        return min(lastMove + Patience.pause, beginning + Patience.request)
    }

    /// Does what `poll` found can be done.
    mutating func attend(to event: Int16, by buffer: inout [UInt8], at now: Moment) {
        // Nobody is there any more to read an answer, whatever was asked.
        if event & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return close() }
        if event & Int16(POLLOUT) != 0 { send(at: now) }
        if event & Int16(POLLIN) != 0, !isClosed { receive(into: &buffer, at: now) }
    }

    /// Gives up what has taken too long.
    mutating func endIfLate(at now: Moment) {
        if !isClosed, let deadline, deadline <= now { giveUp() }
    }

    /// Lets what is still to be sent be the last, however the server may wish it.
    mutating func endAfterOutput() { stage = .ending }

    /// Takes in what has come, by way of a buffer.
    mutating func receive(into buffer: inout [UInt8], at now: Moment) {
        switch descriptor.receive(into: &buffer) {
        case .bytes(let bytes):
            if stage == .lingering { return }
            lastMove = now
            for event in conversation.take(bytes) { heed(event) }
            beginning = conversation.isMidway ? beginning ?? now : nil
            send(at: now)
        case .nothingYet: break
        case .end:
            isInputOver = true
            // Some say so as soon as they have asked.
            if ready != nil || unsentBytes > 0 { stage = .ending } else { close() }
        }
    }

    /// Sends what can be sent at once.
    mutating func send(at now: Moment) {
        guard !isClosed else { return }
        while unsentBytes > 0 {
            guard let count = descriptor.send(output, from: sent) else { return close() }
            guard count > 0 else { return }
            sent += count
            lastMove = now
        }
        output = []
        sent = 0
        if stage == .ending { end(at: now) }
    }

    /// Sends the whole answer to the request that was ready. The connection is kept for the next one
    /// where the server wishes so and `mayKeep` says so.
    mutating func answer(_ records: [UInt8], mayKeep: Bool, at now: Moment) {
        guard let request = ready else { return }
        ready = nil
        isHeardOut = request.obstacle != .bodyTimedOut && !conversation.isMidway
        conversation.finish()
        answered = now
        output = output.isEmpty ? records : output + records
        if !request.keepsConnection || !mayKeep { stage = .ending }
        send(at: now)
    }

    /// What to do when the deadline has passed: a request whose body stopped coming is answered,
    /// all else is not.
    mutating func giveUp() {
        guard stage == .open, unsentBytes == 0, let request = conversation.giveUp() else {
            return close()
        }
        stage = .ending
        ready = request
    }

    mutating func close() {
        guard !isClosed else { return }
        CLibc.close(descriptor.number)
        isClosed = true
        ready = nil
        output = []
        sent = 0
    }

    private mutating func heed(_ event: Conversation.Event) {
        switch event {
        case .reply(let bytes, let isLast):
            output += bytes
            if isLast { stage = .ending }
        case .request(let request): if stage == .open { ready = request }
        case .withdrawn: ready = nil
        case .nonsense: stage = .ending
        }
    }

    private mutating func end(at now: Moment) {
        if isInputOver || isHeardOut { return close() }
        shutdown(descriptor.number, Int32(SHUT_WR))
        stage = .lingering
        lastMove = now
    }
}
