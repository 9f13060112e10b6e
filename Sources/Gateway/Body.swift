/// The body of a request, on its way in.
struct Body: ~Copyable {
    /// Where it comes from.
    enum Source {
        case descriptor(Descriptor)
        /// It has been received before, as far as it goes; and what kept the rest away.
        case received([UInt8], obstacle: RequestError?)
    }

    /// So many bytes were promised; without a promise the body ends where the input ends.
    private let promised: Int?
    private var received = 0
    /// For how many milliseconds nothing may come.
    var patience: Int32 = 10_000
    /// By when all has to have come: who sends a byte now and then does not hold the process for ever.
    var deadline = Moment.now + 60_000
    private let source: Source

    init(promised: Int?, from source: Source) {
        self.promised = promised
        self.source = source
    }

    /// The whole body. The buffer grows with what comes in, not by what was promised.
    mutating func read(limit: Int) throws(RequestError) -> [UInt8] {
        guard promised ?? 0 <= limit else { throw .bodyTooLarge(limit: limit) }
        var bytes: [UInt8] = []
        while let chunk = try next() {
            bytes.append(contentsOf: chunk)
            guard bytes.count <= limit else { throw .bodyTooLarge(limit: limit) }
        }
        if let promised, bytes.count < promised {
            throw .bodyTooShort(expected: promised, got: bytes.count)
        }
        return bytes
    }

    /// Reads what is left and drops it, within bounds.
    ///
    /// Apache's mod_cgid cuts the connection of a client that is still sending when the program
    /// ends, so that the client would never see the answer.
    mutating func drain() {
        let bound = 16_777_216
        deadline = min(deadline, Moment.now + 2_000)
        while received < bound, (try? next()) != nil {}
    }

    /// The next bytes, or nil at the end.
    private mutating func next() throws(RequestError) -> ArraySlice<UInt8>? {
        let chunk = min(65_536, promised.map { $0 - received } ?? .max)
        guard chunk > 0 else { return nil }
        let bytes: ArraySlice<UInt8>
        switch source {
        case .descriptor(let input):
            let wait = min(patience, deadline.wait(from: .now))
            guard wait > 0, input.waitUntilReadable(wait) else { throw .bodyTimedOut }
            bytes = input.read(atMost: chunk)
        case .received(let whole, let obstacle):
            bytes = whole[received...].prefix(chunk)
            if bytes.isEmpty, let obstacle { throw obstacle }
        }
        received += bytes.count
        return bytes.isEmpty ? nil : bytes
    }
}
