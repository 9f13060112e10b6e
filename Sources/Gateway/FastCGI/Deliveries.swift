internal import CLibc

/// Processes that do nothing but send the rest of answers which servers are slow to take.
///
/// So an answer that has begun is finished even if drawing the next one ends the worker.
struct Deliveries {
    private var running = 0
    private static let most = 16

    /// Has a process of its own send what these connections have still to send. False where there can be
    /// no such process; then everything is as it was.
    ///
    /// That process holds none of the `others`, so that they end when the worker closes them.
    mutating func take(_ connections: [Connection], without others: [Descriptor]) -> Bool {
        while running > 0, waitpid(-1, nil, WNOHANG) > 0 { running -= 1 }
        guard running < Self.most else { return false }
        let process = fork()
        if process == 0 {
            for other in others { close(other.number) }
            Self.deliver(connections)
            _exit(0)
        }
        if process > 0 { running += 1 }
        return process > 0
    }

    /// Waits until all has been sent or given up.
    func finish() {
        while waitpid(-1, nil, 0) > 0 || lastError == EINTR {}
    }

    private static func deliver(_ connections: [Connection]) {
        var connections = connections
        var buffer = [UInt8](repeating: 0, count: 4_096)
        for index in connections.indices { connections[index].endAfterOutput() }
        while !connections.isEmpty {
            var poll = Poll()
            for connection in connections {
                poll.add(connection.descriptor, events: connection.events)
            }
            let events = poll.wait(until: connections.compactMap { $0.deadline }.min())
            for (index, event) in events.enumerated() {
                connections[index].attend(to: event, by: &buffer, at: .now)
                connections[index].endIfLate(at: .now)
            }
            connections.removeAll { $0.isClosed }
        }
    }
}
