/// Who asks, known before anything else of the request is read, so that a refusal fits them too.
package struct Caller: Equatable, Sendable {
    package var audience: Audience
    /// Whether only the header is wanted, as HEAD does.
    package var wantsOnlyHeader: Bool
    /// Whether the server let them in by their name, so that what they get is not for everybody.
    package var isKnown = false

    /// Whether a server asks for them, rather than they themselves at a shell.
    package var isServed: Bool { audience != .terminal }

    package init(audience: Audience, wantsOnlyHeader: Bool = false) {
        self.audience = audience
        self.wantsOnlyHeader = wantsOnlyHeader
    }

    package init(_ environment: Environment) {
        wantsOnlyHeader = environment.text(of: "REQUEST_METHOD") == "HEAD"
        isKnown = environment.size(of: "AUTH_TYPE") > 0 || environment.size(of: "REMOTE_USER") > 0
        // A server sets these even where they are empty. Only if all are missing may the arguments
        // count: Apache hands the words of a query over as arguments.
        let isServed =
            environment.areSent
            || ["GATEWAY_INTERFACE", "REQUEST_METHOD", "QUERY_STRING"]
                .contains { environment.has($0) }
        audience =
            isServed
            ? Audience(
                destination: environment.text(of: "HTTP_SEC_FETCH_DEST"),
                accept: environment.text(of: "HTTP_ACCEPT"))
            : .terminal
    }
}
