/// What a server says over one connection, understood: bytes come in, wherever they were cut, and
/// events go out.
///
/// One request at a time is served. Records that belong to no request are read over.
struct Conversation {
    enum Event {
        /// To be sent to the server; if `isLast`, the connection is to be closed then.
        case reply([UInt8], isLast: Bool)
        /// A request is complete. Until `finish` is called, no other one is taken on.
        case request(Incoming)
        /// The server takes the request back that was complete.
        case withdrawn
        /// These are no records of FastCGI's, and nothing that follows would be understood.
        case nonsense
    }

    /// The header of the record that is coming, as far as it has come.
    private var header: [UInt8] = []
    /// How many bytes of that record are still to come behind its header.
    private var contentLeft = 0
    private var paddingLeft = 0
    /// What has come of a record that is understood only as a whole.
    private var content: [UInt8] = []
    /// The request that is coming.
    private var current: Incoming?
    /// The one that is complete and not answered yet.
    private var complete: (id: UInt16, keepsConnection: Bool)?
    private var isOver = false
    private var events: [Event] = []

    /// Whether something has begun to come and its end has not.
    var isMidway: Bool { !header.isEmpty || current != nil }

    /// The number of the request that is coming.
    var coming: UInt16? { current?.id }

    /// Understands what came.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> [Event] {
        var rest = bytes
        while !rest.isEmpty, !isOver {
            if header.count < Record.headerSize {
                takeHeader(&rest)
            } else if contentLeft > 0 {
                takeContent(&rest)
            } else {
                let skipped = min(paddingLeft, rest.count)
                rest = rest.dropFirst(skipped)
                paddingLeft -= skipped
            }
            let isRead = header.count == Record.headerSize && contentLeft == 0 && paddingLeft == 0
            if isRead { header = [] }
        }
        defer { events = [] }
        return events
    }

    /// The request has been answered, and the connection is free for the next one.
    mutating func finish() { complete = nil }

    /// The request that has begun and does not go on, if so much of it is there that it can be
    /// answered.
    mutating func giveUp() -> Incoming? {
        guard var request = current, request.stage == .body else { return nil }
        current = nil
        request.giveUp()
        return request
    }
}

// MARK: - Records

extension Conversation {
    private var kind: Record.Kind? { Record.Kind(rawValue: header[1]) }
    private var id: UInt16 { UInt16(header[2]) << 8 | UInt16(header[3]) }

    private mutating func takeHeader(_ rest: inout ArraySlice<UInt8>) {
        let piece = rest.prefix(Record.headerSize - header.count)
        rest = rest.dropFirst(piece.count)
        header += piece
        guard header[0] == Record.version else { return fail() }
        guard header.count == Record.headerSize else { return }
        contentLeft = Int(header[4]) << 8 | Int(header[5])
        paddingLeft = Int(header[6])
        content = []
        if contentLeft == 0 { understand(isEmpty: true) }
    }

    /// Streams are taken as they come, and whole records kept until they are whole.
    private mutating func takeContent(_ rest: inout ArraySlice<UInt8>) {
        let piece = rest.prefix(contentLeft)
        rest = rest.dropFirst(piece.count)
        contentLeft -= piece.count
        switch kind {
        case .parameters? where id == current?.id: current?.add(parameters: piece)
        case .input? where id == current?.id:
            guard current?.stage == .body else { return fail() }
            current?.add(body: piece)
        case .beginRequest?, .getValues?: content += piece
        default: break
        }
        if contentLeft == 0 { understand(isEmpty: false) }
    }

    private mutating func fail() {
        isOver = true
        events.append(.nonsense)
    }

    /// The content of a record is there, as far as it was kept.
    private mutating func understand(isEmpty: Bool) {
        guard id != 0 else { return manage() }
        switch kind {
        case .beginRequest?: beginRequest()
        case .abortRequest?: abort()
        case .parameters? where isEmpty && id == current?.id: current?.endParameters()
        case .input? where isEmpty && id == current?.id: endInput()
        default: break
        }
    }

    /// Records of no request ask about the program itself.
    private mutating func manage() {
        var reply: [UInt8] = []
        if kind == .getValues {
            Record.add(.getValuesResult, 0, values[...], to: &reply)
        } else {
            Record.add(.unknownType, 0, [header[1], 0, 0, 0, 0, 0, 0, 0], to: &reply)
        }
        events.append(.reply(reply, isLast: false))
    }

    /// What is known of the values that were asked for.
    private var values: [UInt8] {
        var asked = NameValues()
        asked.append(content[...])
        var answer = NameValues()
        let connections = "\(Worker.mostConnections)"
        for (name, value) in [
            ("FCGI_MAX_CONNS", connections), ("FCGI_MAX_REQS", connections),
            ("FCGI_MPXS_CONNS", "0"),
        ] where asked[name] != nil {
            answer.add(Array(name.utf8), Array(value.utf8))
        }
        return answer.bytes
    }
}

// MARK: - Requests

extension Conversation {
    private mutating func beginRequest() {
        guard content.count == 8 else { return fail() }
        let id = id
        let keepsConnection = content[2] & 1 == 1
        if let active = current?.id ?? complete?.id {
            // Of the request that is being served there is no second one.
            guard id != active else { return }
            events.append(.reply(Record.end(id, .cannotMultiplex), isLast: false))
            return
        }
        guard content[0] == 0, content[1] == 1 else {
            let reply = Record.end(id, .unknownRole)
            events.append(.reply(reply, isLast: !keepsConnection))
            return
        }
        current = Incoming(id: id, keepsConnection: keepsConnection)
    }

    private mutating func abort() {
        let keepsConnection: Bool
        if let current, current.id == id {
            keepsConnection = current.keepsConnection
            self.current = nil
        } else if let complete, complete.id == id {
            keepsConnection = complete.keepsConnection
            self.complete = nil
            events.append(.withdrawn)
        } else {
            return
        }
        events.append(.reply(Record.end(id, .complete), isLast: !keepsConnection))
    }

    private mutating func endInput() {
        guard var request = current, request.stage == .body else { return fail() }
        current = nil
        request.endBody()
        complete = (request.id, request.keepsConnection)
        events.append(.request(request))
    }
}
