import Foundation
import Testing

@testable import Gateway

@Suite("A connection of a server")
struct FastCGIConnectionTests {
    private let pair: SocketPair
    private let start = Moment.now

    init() throws { pair = try SocketPair() }

    private func connection(after speech: Speech) -> Connection {
        #expect(pair.server.write(speech.bytes))
        var connection = Connection(pair.program, at: start)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        connection.receive(into: &buffer, at: start)
        return connection
    }

    @Test("It is closed after the answer, unless the server wishes to keep it")
    func closes() {
        var kept = connection(after: .request([:], keeps: true))
        #expect(kept.ready?.id == 1 && !kept.isIdle)
        kept.answer([1, 2, 3], mayKeep: true, at: start)
        #expect(pair.heard() == [1, 2, 3])
        #expect(kept.isIdle && kept.deadline == nil && !kept.isClosed)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        #expect(pair.server.write(Speech.request([:], id: 2).bytes))
        kept.receive(into: &buffer, at: start)
        kept.answer([4], mayKeep: true, at: start)
        #expect(pair.heard() == [4] && kept.isClosed && pair.isEnded)
    }

    @Test("A worker that ends keeps none")
    func closesAtEnd() {
        var connection = connection(after: .request([:], keeps: true))
        connection.answer([1], mayKeep: false, at: start)
        #expect(pair.heard() == [1] && connection.isClosed && pair.isEnded)
    }

    @Test("Half a request has five seconds to go on, and a connection without one has for ever")
    func losesPatience() {
        var half = connection(after: .begin())
        #expect(half.deadline.map { $0 - start } == 5_000)
        half.giveUp()
        #expect(half.isClosed && half.ready == nil)
        #expect(Connection(pair.program, at: start).deadline == nil)
    }

    @Test("A request that goes on slowly has a minute")
    func losesPatienceInTheEnd() {
        var connection = connection(after: .begin())
        var buffer = [UInt8](repeating: 0, count: 65_536)
        for second in stride(from: 4, through: 56, by: 4) {
            #expect(pair.server.write(Speech().record(4, 1, [1]).bytes))
            connection.receive(into: &buffer, at: start + second * 1_000)
        }
        #expect(connection.deadline.map { $0 - start } == 60_000)
    }

    @Test("Where only the rest of the body is missing there is an answer still, and it is the last")
    func answersHalfBody() {
        let list = NameValues(["REQUEST_METHOD": "POST"]).bytes
        let half = Speech.begin(keeps: true).record(4, 1, list).record(4).record(5, 1, [97])
        var connection = connection(after: half)
        connection.giveUp()
        #expect(throws: RequestError.bodyTimedOut) { try connection.ready?.call.request() }
        connection.answer([1], mayKeep: true, at: start)
        #expect(pair.heard() == [1] && pair.isEnded)
        // What the server is still sending is taken in for a while, and dropped.
        #expect(!connection.isClosed && connection.deadline.map { $0 - start } == 1_000)
    }

    @Test("A server that has asked and says no more gets its answer")
    func answersHalfClosed() {
        #expect(pair.server.write(Speech.request([:], keeps: true).bytes))
        #expect(shutdown(pair.server.number, Int32(SHUT_WR)) == 0)
        var connection = Connection(pair.program, at: start)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        connection.receive(into: &buffer, at: start)
        connection.receive(into: &buffer, at: start)
        #expect(connection.ready != nil && connection.events == 0)
        connection.answer([1], mayKeep: true, at: start)
        #expect(pair.heard() == [1] && connection.isClosed)
    }

    @Test("One whose server is gone is closed")
    func noticesEnd() {
        var connection = connection(after: .begin())
        pair.hangUp()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        connection.receive(into: &buffer, at: start)
        #expect(connection.isClosed)
    }

    @Test("An answer that is not taken waits without holding anybody up, for half a minute")
    func waitsForReader() {
        var connection = connection(after: .request([:]))
        let answer = (0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 / 251) }
        connection.answer(answer, mayKeep: true, at: start)
        #expect(connection.unsentBytes > 0 && !connection.isClosed)
        #expect(connection.deadline.map { $0 - start } == 30_000)
        #expect(connection.events == Int16(POLLOUT))
        var heard: [UInt8] = []
        while !connection.isClosed {
            heard += pair.heard(atMost: 100_000)
            connection.send(at: start + 1_000)
        }
        #expect(heard + pair.heard() == answer)
    }

    @Test("What is no FastCGI is not answered")
    func dropsNonsense() {
        let connection = connection(after: Speech(bytes: Array("GET / HTTP/1.1\r\n\r\n".utf8)))
        #expect(connection.ready == nil && pair.isEnded && connection.deadline != nil)
    }

    @Test("A server that asks and does not listen is not listened to either")
    func holdsBack() {
        let questions = (0..<5_000).reduce(into: Speech()) { speech, _ in
            speech = Speech(bytes: speech.bytes + Speech().record(99, 0).bytes)
        }
        var connection = Connection(pair.program, at: start)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        #expect(fcntl(pair.server.number, F_SETFL, O_NONBLOCK) == 0)
        for _ in 0..<50 {
            _ = pair.server.send(questions.bytes, from: 0)
            if connection.events & Int16(POLLIN) != 0 {
                connection.receive(into: &buffer, at: start)
            } else {
                connection.send(at: start)
            }
        }
        #expect(connection.events & Int16(POLLIN) == 0)
        #expect(65_536..<300_000 ~= connection.unsentBytes)
    }
}
