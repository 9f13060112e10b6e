internal import CLibc

/// What `poll` waits for.
struct Poll {
    private var entries: [pollfd] = []

    /// Adds a descriptor; with nil, a place at which nothing ever happens.
    mutating func add(_ descriptor: Descriptor?, events: Int16 = Int16(POLLIN)) {
        entries.append(pollfd(fd: descriptor?.number ?? -1, events: events, revents: 0))
    }

    /// What has happened to each, as soon as something has, or when the moment has come.
    mutating func wait(until moment: Moment?) -> [Int16] {
        let patience = moment?.wait(from: .now) ?? -1
        let found = unsafe entries.withUnsafeMutableBufferPointer {
            unsafe poll($0.baseAddress, nfds_t($0.count), patience)
        }
        return entries.map { found > 0 ? $0.revents : 0 }
    }
}
