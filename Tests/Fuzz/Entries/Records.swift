@testable import Gateway

extension Entry {
    /// What a server says over a connection of FastCGI's.
    static let fastcgi = Entry(
        name: "fastcgi",
        fault: { bytes in
            var promises = Promises()
            let whole = events(of: bytes, by: bytes.count)
            promises.hold(whole == events(of: bytes, by: 1), "it says something else byte by byte")
            promises.hold(whole == events(of: bytes, by: 11), "and in pieces of 11")
            promises.hold(whole.count <= bytes.count / 8 + 1, "more events than records")
            // The same bytes as a list of names and values.
            var list = NameValues()
            list.append(bytes[...])
            let environment = Environment(sent: list)
            for name in ["", "a", "QUERY_STRING"] {
                promises.hold(environment.size(of: name) <= bytes.count, "a value is too long")
                promises.hold(
                    environment.bytes(of: name).count == environment.size(of: name),
                    "a value has two lengths")
            }
            return promises.fault
        },
        seeds: speeches,
        words: [
            "\u{1}\u{1}\0\u{1}\0\u{8}\0\0\0\u{1}\0\0\0\0\0\0", "\u{1}\u{4}\0\u{1}",
            "\u{1}\u{5}\0\u{1}",
            "\u{1}\u{2}\0\u{1}\0\0\0\0", "\u{1}\u{9}\0\0", "QUERY_STRING", "FCGI_MAX_REQS",
        ])
}

/// What comes of the bytes, a line an event. Each request is answered at once.
private func events(of bytes: [UInt8], by piece: Int) -> [String] {
    var conversation = Conversation()
    var lines: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
        for event in conversation.take(rest.prefix(piece)) {
            switch event {
            case .reply(let bytes, let isLast): lines.append("reply \(bytes) \(isLast)")
            case .request(let incoming): lines.append("request \(said(incoming))")
            case .withdrawn: lines.append("withdrawn")
            case .nonsense: lines.append("nonsense")
            }
        }
        rest = rest.dropFirst(piece)
    }
    if let unfinished = conversation.giveUp() { lines.append("unfinished \(said(unfinished))") }
    return lines
}

private func said(_ incoming: Incoming) -> String {
    do throws(RequestError) {
        let request = try incoming.call.request()
        let pairs = request.query.parameters.map { "\($0.key)=\($0.value)" }
        return "\(incoming.id) \(request.path) \(pairs) \(request.data ?? [])"
    } catch {
        return "\(incoming.id) refused"
    }
}

/// Whole requests, as texts because all their bytes are ASCII.
private let speeches: [String] = {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    func request(
        _ id: UInt16, keeps: UInt8, _ variables: KeyValuePairs<String, String>, _ body: String
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        Record.add(.beginRequest, id, [0, 1, keeps, 0, 0, 0, 0, 0], to: &bytes)
        Record.add(.parameters, id, NameValues(variables).bytes[...], to: &bytes)
        Record.add(.parameters, id, [], to: &bytes)
        if !body.isEmpty { Record.add(.input, id, Array(body.utf8)[...], to: &bytes) }
        Record.add(.input, id, [], to: &bytes)
        return bytes
    }
    let get = request(1, keeps: 0, ["REQUEST_METHOD": "GET", "QUERY_STRING": "line=3,1,4"], "")
    let post = request(
        2, keeps: 1, ["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "6"], "line=3")
    var question: [UInt8] = []
    var asked = NameValues()
    asked.add(Array("FCGI_MAX_REQS".utf8), [])
    Record.add(.getValues, 0, asked.bytes[...], to: &question)
    var abort: [UInt8] = []
    Record.add(.abortRequest, 2, [], to: &abort)
    return [get, post + get, question + get, post.dropLast(8) + abort, post + abort].map {
        text(Array($0))
    }
}()
