@testable import Gateway

/// Records as a server sends them.
struct Speech {
    var bytes: [UInt8] = []

    static func begin(_ id: UInt16 = 1, role: UInt8 = 1, keeps: Bool = false) -> Speech {
        Speech().record(1, id, [0, role, keeps ? 1 : 0, 0, 0, 0, 0, 0])
    }

    /// A whole request.
    static func request(
        _ variables: KeyValuePairs<String, String>, body: String = "", id: UInt16 = 1,
        keeps: Bool = false
    ) -> Speech {
        let list = NameValues(variables).bytes
        let speech = begin(id, keeps: keeps).record(4, id, list).record(4, id)
        return body.isEmpty
            ? speech.record(5, id) : speech.record(5, id, Array(body.utf8)).record(5, id)
    }

    func record(
        _ kind: UInt8, _ id: UInt16 = 1, _ content: [UInt8] = [], padding: Int = 0
    ) -> Speech {
        let header = [
            1, kind, UInt8(id >> 8), UInt8(id & 255), UInt8(content.count >> 8),
            UInt8(content.count & 255), UInt8(padding), 0,
        ]
        return Speech(
            bytes: bytes + header + content + Array(repeating: 0xAA, count: padding))
    }

    static func + (a: Speech, b: Speech) -> Speech { Speech(bytes: a.bytes + b.bytes) }
}

/// What a program sends, read as records.
struct HeardRecord: Equatable {
    var kind: UInt8
    var id: UInt16
    var content: [UInt8]

    init(_ kind: UInt8, _ id: UInt16, _ content: [UInt8]) {
        self.kind = kind
        self.id = id
        self.content = content
    }

    /// Nil where the bytes are anything else than whole records.
    static func all(in bytes: [UInt8]) -> [HeardRecord]? {
        var records: [HeardRecord] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let header = Array(rest.prefix(8))
            guard header.count == 8, header[0] == 1, header[7] == 0 else { return nil }
            let (size, padding) = (Int(header[4]) << 8 | Int(header[5]), Int(header[6]))
            rest = rest.dropFirst(8)
            guard rest.count >= size + padding else { return nil }
            records.append(
                HeardRecord(
                    header[1], UInt16(header[2]) << 8 | UInt16(header[3]),
                    Array(rest.prefix(size))))
            rest = rest.dropFirst(size + padding)
        }
        return records
    }
}

/// What comes of a conversation, as lines.
func lines(of events: [Conversation.Event]) -> [String] {
    events.map { event in
        switch event {
        case .reply(let bytes, let isLast):
            let records = (HeardRecord.all(in: bytes) ?? []).map {
                "\($0.kind) \($0.id) \($0.content)"
            }
            return "reply " + records.joined(separator: "; ") + (isLast ? ", the last" : "")
        case .request(let request): return line(of: request)
        case .withdrawn: return "withdrawn"
        case .nonsense: return "nonsense"
        }
    }
}

private func line(of request: Incoming) -> String {
    let keeping = request.keepsConnection ? " and goes on" : ""
    do {
        let read = try request.call.request()
        let pairs = read.query.parameters.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        return "request \(request.id): \(read.method.rawValue) \(read.path)?\(pairs)\(keeping)"
    } catch {
        return "request \(request.id): \(error)\(keeping)"
    }
}
