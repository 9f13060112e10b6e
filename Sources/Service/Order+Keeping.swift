import Dialects
import Gateway

/// How the answer to an order may be kept, and by what it is known again.
extension Order {
    /// The tag of the answer, known before it is made; nil where what is posted makes it, or where
    /// nobody keeps it.
    func tag(for request: Request) -> EntityTag? {
        guard request.isRetrieval, request.caller.audience != .terminal,
            var fingerprint = Fingerprint()
        else { return nil }
        fingerprint.add(form.rawValue)
        fingerprint.add(quality ?? 0)
        // A chart that was within the limits may be beyond them now.
        for limit in limits.numbers { fingerprint.add(limit) }
        let heeded = pairs.filter { $0.key.utf8.first != UInt8(ascii: "_") }
        fingerprint.add(heeded.count)
        for pair in heeded {
            fingerprint.add(pair.key)
            fingerprint.add(pair.value)
        }
        for identity in dataFiles.identity { fingerprint.add(identity) }
        return fingerprint.tag
    }

    /// As the query says; else as the operator says; else as suits what the chart is made of. The
    /// answer to what was posted is kept only where the query says so.
    func freshness(for request: Request) -> Freshness? {
        guard var freshness = freshness(ofRetrieval: request.isRetrieval) else { return nil }
        if let end { freshness = freshness.ending(in: end - Clock.now) }
        return request.caller.isKnown ? freshness.unshared : freshness
    }

    private func freshness(ofRetrieval isRetrieval: Bool) -> Freshness? {
        if let age { return .exactly(age) }
        guard isRetrieval else { return nil }
        if let standingAge { return .exactly(standingAge) }
        return isSaved || !dataFiles.identity.isEmpty ? .asking : .lasting
    }
}
