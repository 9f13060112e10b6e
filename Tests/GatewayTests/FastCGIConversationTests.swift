import Testing

@testable import Gateway

@Suite("What a server says by FastCGI")
struct FastCGIConversationTests {
    private func lines(_ speech: Speech) -> [String] {
        var conversation = Conversation()
        return GatewayTests.lines(of: conversation.take(speech.bytes[...]))
    }

    @Test("A request is its variables, then its body")
    func reads() {
        let get = Speech.request(["REQUEST_METHOD": "GET", "QUERY_STRING": "a=1"])
        #expect(lines(get) == ["request 1: GET ?a=1"])
        let post = Speech.request(
            ["REQUEST_METHOD": "POST", "PATH_INFO": "/x", "CONTENT_LENGTH": "3"], body: "b=2",
            id: 513, keeps: true)
        #expect(lines(post) == ["request 513: POST /x?b=2 and goes on"])
    }

    @Test("Where the bytes are cut makes no difference")
    func readsPieces() {
        let long = String(repeating: "x", count: 300)
        let speech =
            Speech.request(
                ["REQUEST_METHOD": "POST", "HTTP_LONG": long, "QUERY_STRING": "a=1"], body: "b=2",
                keeps: true) + Speech().record(9, 0, NameValues(["FCGI_MAX_REQS": ""]).bytes)
            + Speech.begin(2, role: 3)
        let whole = lines(speech)
        #expect(whole.count == 3 && whole[0] == "request 1: POST ?a=1&b=2 and goes on")
        for size in [1, 2, 3, 5, 7, 8, 9, 64] {
            var conversation = Conversation()
            var events: [Conversation.Event] = []
            for start in stride(from: 0, to: speech.bytes.count, by: size) {
                let end = min(start + size, speech.bytes.count)
                events += conversation.take(speech.bytes[start..<end])
            }
            #expect(GatewayTests.lines(of: events) == whole)
        }
        for cut in 0...speech.bytes.count {
            var conversation = Conversation()
            let events =
                conversation.take(speech.bytes[..<cut]) + conversation.take(speech.bytes[cut...])
            #expect(GatewayTests.lines(of: events) == whole)
        }
    }

    @Test("The list of variables may be cut anywhere into records, also within a length")
    func joinsParameters() {
        let long = String(repeating: "x", count: 200)
        let list = NameValues(["HTTP_X": long, "QUERY_STRING": "a=\(long)"]).bytes
        for cut in 1..<list.count {
            let speech = Speech.begin().record(4, 1, Array(list[..<cut]))
                .record(4, 1, Array(list[cut...]), padding: cut % 9).record(4).record(5)
            #expect(lines(speech) == ["request 1: GET ?a=\(long)"])
        }
    }

    @Test("Padding is read over, in every kind of record")
    func skipsPadding() {
        let list = NameValues(["REQUEST_METHOD": "POST"]).bytes
        let speech = Speech().record(1, 1, [0, 1, 0, 0, 0, 0, 0, 0], padding: 255)
            .record(4, 1, list, padding: 3).record(4, padding: 8)
            .record(5, 1, Array("b=".utf8), padding: 1).record(5, 1, Array("2".utf8), padding: 7)
            .record(8, 1, [1, 2, 3], padding: 5).record(5, padding: 9)
        #expect(lines(speech) == ["request 1: POST ?b=2"])
    }

    @Test("Anything but version 1 is no FastCGI, from the first byte", arguments: [0, 2, 71, 255])
    func refusesVersions(version: UInt8) {
        #expect(lines(Speech(bytes: [version])) == ["nonsense"])
        let behind = Speech.request([:], keeps: true) + Speech(bytes: [version])
        #expect(lines(behind + .request([:])) == ["request 1: GET ? and goes on", "nonsense"])
    }

    @Test("A beginning that is too short or too long is no FastCGI", arguments: [0, 7, 9])
    func refusesBeginnings(size: Int) {
        let content = Array([0, 1, 0, 0, 0, 0, 0, 0, 0].prefix(size)) as [UInt8]
        #expect(lines(Speech().record(1, 1, content)) == ["nonsense"])
    }

    @Test("A body before the end of the variables is no FastCGI")
    func refusesEarlyBody() {
        #expect(lines(Speech.begin().record(5, 1, [1])) == ["nonsense"])
        #expect(lines(Speech.begin().record(5)) == ["nonsense"])
    }

    @Test("Other roles than that of a responder are refused", arguments: [0, 2, 3, 255])
    func refusesRoles(role: UInt8) {
        let end = "reply 3 7 [0, 0, 0, 0, 3, 0, 0, 0]"
        #expect(lines(Speech.begin(7, role: role)) == [end + ", the last"])
        let list = NameValues(["QUERY_STRING": "a=1"]).bytes
        let kept = Speech.begin(7, role: role, keeps: true).record(4, 7, list).record(4, 7)
            .record(5, 7)
        #expect(lines(kept + .request([:])) == [end, "request 1: GET ?"])
    }

    @Test("One request at a time: a second one is refused, and the first goes on")
    func refusesSecond() {
        let refusal = "reply 3 2 [0, 0, 0, 0, 1, 0, 0, 0]"
        let between = Speech.begin().record(1, 2, [0, 1, 0, 0, 0, 0, 0, 0])
            .record(4, 2, [1, 2, 3]).record(4).record(5, 2).record(5)
        #expect(lines(between) == [refusal, "request 1: GET ?"])
        #expect(lines(.request([:]) + .request([:], id: 2)) == ["request 1: GET ?", refusal])
        #expect(lines(.begin() + .request([:])) == ["request 1: GET ?"])
    }

    @Test("When a request has been answered the next one is taken on")
    func readsNext() {
        var conversation = Conversation()
        for _ in 0..<3 {
            let events = conversation.take(Speech.request([:], keeps: true).bytes[...])
            #expect(GatewayTests.lines(of: events) == ["request 1: GET ? and goes on"])
            #expect(!conversation.isMidway)
            conversation.finish()
        }
    }

    @Test("A request that is taken back is ended, whether it was complete or not")
    func aborts() {
        let end = "reply 3 1 [0, 0, 0, 0, 0, 0, 0, 0]"
        #expect(lines(.begin() + Speech().record(2)) == [end + ", the last"])
        #expect(lines(.begin(keeps: true) + Speech().record(2)) == [end])
        #expect(
            lines(.request([:]) + Speech().record(2))
                == ["request 1: GET ?", "withdrawn", end + ", the last"])
        #expect(lines(.begin() + Speech().record(2, 2) + Speech().record(2, 0)).count == 1)
    }

    @Test("Records of requests that nobody began are read over")
    func skipsStrangers() {
        let strange = (1...9).reduce(Speech()) {
            $0.record(UInt8($1 == 1 ? 12 : $1), 9, [1, 2, 3], padding: 1)
        }
        #expect(lines(strange + .request([:])) == ["request 1: GET ?"])
    }

    @Test("Of the values that a server asks for, it is told those that are known")
    func tellsValues() {
        let asked = NameValues(["FCGI_MPXS_CONNS": "", "OTHER": "", "FCGI_MAX_CONNS": ""]).bytes
        let most = "\(Worker.mostConnections)"
        let told = NameValues(["FCGI_MAX_CONNS": most, "FCGI_MPXS_CONNS": "0"]).bytes
        #expect(lines(Speech().record(9, 0, asked)) == ["reply 10 0 \(told)"])
        #expect(lines(Speech().record(9, 0, [255, 255])) == ["reply 10 0 []"])
        #expect(lines(Speech().record(9, 0)) == ["reply 10 0 []"])
    }

    @Test("Of other records about the program it says that it does not know them")
    func namesUnknown() {
        for kind in [1, 4, 5, 8, 10, 11, 12, 255] as [UInt8] {
            let reply = "reply 11 0 [\(kind), 0, 0, 0, 0, 0, 0, 0]"
            #expect(lines(Speech().record(kind, 0, [9, 9])) == [reply])
        }
    }

    @Test("A record about the program may come in the middle of a request")
    func answersBetween() {
        let list = NameValues(["QUERY_STRING": "a=1"]).bytes
        let speech = Speech.begin().record(4, 1, list).record(13, 0).record(4).record(5)
        #expect(lines(speech).count == 2 && lines(speech)[1] == "request 1: GET ?a=1")
    }

    @Test("Variables beyond the limit are dropped as they come, and the request is refused")
    func limitsParameters() {
        let list = NameValues(["QUERY_STRING": "a=1"]).bytes
        let exact = list + Array(repeating: 0, count: Incoming.longestParameters - list.count)
        for (bytes, isRefused) in [(exact, false), (exact + [0], true)] {
            var conversation = Conversation()
            _ = conversation.take(Speech.begin().bytes[...])
            for start in stride(from: 0, to: bytes.count, by: 60_000) {
                let piece = Array(bytes[start..<min(start + 60_000, bytes.count)])
                #expect(conversation.take(Speech().record(4, 1, piece).bytes[...]).isEmpty)
            }
            let events = conversation.take(Speech().record(4).record(5).bytes[...])
            let refusal = "request 1: headersTooLarge(limit: 262144)"
            #expect(
                GatewayTests.lines(of: events) == [isRefused ? refusal : "request 1: GET ?a=1"])
        }
    }

    @Test("A body beyond the limit is received to its end, and then refused")
    func limitsBody() {
        let variables: KeyValuePairs = ["REQUEST_METHOD": "POST", "PLOT_MAX_BODY": "5"]
        #expect(lines(.request(variables, body: "a=123")) == ["request 1: POST ?a=123"])
        #expect(
            lines(.request(variables, body: "a=1234"))
                == ["request 1: bodyTooLarge(limit: 5)"])
        let list = NameValues(variables).bytes
        let parts = Speech.begin().record(4, 1, list).record(4).record(5, 1, [97, 61, 49])
            .record(5, 1, [97, 61, 49]).record(5, 1, [97, 61, 49]).record(5)
        #expect(lines(parts) == ["request 1: bodyTooLarge(limit: 5)"])
    }

    @Test("A body is as long as was promised")
    func keepsPromise() {
        let short = Speech.request(
            ["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "4"], body: "a=1")
        #expect(lines(short) == ["request 1: bodyTooShort(expected: 4, got: 3)"])
        let long = Speech.request(
            ["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "3"], body: "a=123")
        #expect(lines(long) == ["request 1: POST ?a=1"])
    }

    @Test("Without any variable there is a request all the same, and it is a server's")
    func readsBare() {
        var conversation = Conversation()
        guard case .request(let request)? = conversation.take(Speech.request([:]).bytes[...]).first
        else {
            Issue.record("no request")
            return
        }
        #expect(request.call.caller.audience != .terminal)
    }

    @Test("A request whose body stops coming can be answered, one without its variables cannot")
    func givesUp() {
        var conversation = Conversation()
        _ = conversation.take(Speech.begin().bytes[...])
        #expect(conversation.isMidway && conversation.giveUp() == nil)
        let list = NameValues(["REQUEST_METHOD": "POST"]).bytes
        let more = Speech().record(4, 1, list).record(4).record(5, 1, [97])
        #expect(conversation.take(more.bytes[...]).isEmpty)
        let request = conversation.giveUp()
        #expect(throws: RequestError.bodyTimedOut) { try request?.call.request() }
        #expect(!conversation.isMidway)
    }

    @Test("No bytes whatever make it stumble")
    func survivesNoise() {
        var generator = SplitMix(seed: 7)
        let speech =
            (Speech.request(["QUERY_STRING": "a=1"], body: "xyz", keeps: true)
            + Speech().record(9, 0, NameValues(["FCGI_MAX_REQS": ""]).bytes)).bytes
        for _ in 0..<3_000 {
            var bytes = speech + speech
            for _ in 0..<Int(generator.next() % 8) {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(generator.next() & 255)
            }
            var conversation = Conversation()
            for event in conversation.take(bytes[...]) {
                if case .request(let request) = event {
                    _ = try? request.call.request()
                    conversation.finish()
                }
            }
        }
    }
}

/// Steele, Lea and Flood: numbers that look random, the same for each seed.
private struct SplitMix {
    var seed: UInt64

    mutating func next() -> UInt64 {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = seed
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
