/// One request as it came, by whichever way: from a server or from a shell.
package struct Call {
    /// The variables of the request and the operator's settings.
    package let environment: Environment
    package let caller: Caller
    private let content: Content

    private enum Content {
        case arguments(ArraySlice<String>)
        case body(Body.Source)
        /// There is no understanding it, whatever it says.
        case refused(RequestError)
    }

    /// What the process was started for: by a server or, where none speaks, with the `arguments` of
    /// the command line.
    ///
    /// Only then are the arguments looked at: Apache turns the words of a query into arguments.
    package init(_ environment: Environment = .process, arguments: () -> [String]) {
        self.environment = environment
        caller = Caller(environment)
        content =
            caller.audience == .terminal
            ? .arguments(arguments().dropFirst()) : .body(.descriptor(.input))
    }

    /// A request that a server sent, and has been received.
    init(_ environment: Environment, body: [UInt8], obstacle: RequestError?) {
        self.environment = environment
        caller = Caller(environment)
        content = .body(.received(body, obstacle: obstacle))
    }

    /// One of which not enough was received to understand it.
    init(_ environment: Environment, refused error: RequestError) {
        self.environment = environment
        caller = Caller(environment)
        content = .refused(error)
    }

    /// Whether a server started the process for this request alone.
    package var isAlone: Bool { caller.isServed && !environment.areSent }

    /// The words behind the program's name, where a person at a shell wrote them.
    package var arguments: ArraySlice<String>? {
        if case .arguments(let words) = content { return words }
        return nil
    }

    /// The request, read and decoded.
    package func request() throws(RequestError) -> Request {
        let limits = Limits(environment)
        switch content {
        case .arguments(let words): return try CGI.request(of: words, by: caller, limits: limits)
        case .body(let source):
            return try CGI.request(of: environment, body: source, by: caller, limits: limits)
        case .refused(let error): throw error
        }
    }
}
