/// A request as it comes in by records.
struct Incoming {
    let id: UInt16
    /// Whether the server wants to send another one over the same connection.
    let keepsConnection: Bool
    private(set) var parameters = NameValues()
    private(set) var body: [UInt8] = []
    private(set) var obstacle: RequestError?
    private(set) var stage = Stage.parameters
    private var bodyLimit = 0
    private var areParametersTooLong = false

    /// What is to come next.
    enum Stage {
        case parameters, body, nothing
    }

    /// Bytes of all the variables of one request. The client's headers are among them.
    static let longestParameters = 262_144

    init(id: UInt16, keepsConnection: Bool) {
        self.id = id
        self.keepsConnection = keepsConnection
    }

    /// A piece of the stream of variables. What is beyond the limit is dropped as it comes.
    mutating func add(parameters piece: ArraySlice<UInt8>) {
        guard stage == .parameters, !areParametersTooLong else { return }
        let room = Self.longestParameters - parameters.count
        parameters.append(piece.prefix(room))
        areParametersTooLong = piece.count > room
    }

    mutating func endParameters() {
        guard stage == .parameters else { return }
        stage = .body
        bodyLimit = Limits(Environment(sent: parameters)).body
    }

    /// A piece of the body. One that is too long is received to its end and kept no more: a server
    /// that cannot get rid of it may not listen to the answer.
    mutating func add(body piece: ArraySlice<UInt8>) {
        guard obstacle == nil else { return }
        guard piece.count <= bodyLimit - body.count else {
            obstacle = .bodyTooLarge(limit: bodyLimit)
            body = []
            return
        }
        body.append(contentsOf: piece)
    }

    mutating func endBody() { stage = .nothing }

    /// Takes what has come for all there is, because no more is coming.
    mutating func giveUp() {
        obstacle = obstacle ?? .bodyTimedOut
        stage = .nothing
    }

    /// The request in the terms of all requests.
    var call: Call {
        let environment = Environment(sent: parameters)
        return areParametersTooLong
            ? Call(environment, refused: .headersTooLarge(limit: Self.longestParameters))
            : Call(environment, body: body, obstacle: obstacle)
    }
}
