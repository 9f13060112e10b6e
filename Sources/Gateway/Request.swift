/// What somebody asks for, complete and decoded.
package struct Request: Equatable, Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case options = "OPTIONS"
    }

    package var method: Method
    package var caller: Caller
    /// What follows the program's name in the URL: empty, or `/sales.png`. Never a name of a file.
    package var path: String
    /// The pairs of the URL, then those of the form that was posted.
    package var query: Query
    /// What was posted, where it is data rather than a form.
    package var data: [UInt8]?
    /// What the client holds already; nothing where it posts.
    package var held = HeldTags.none

    /// Whether the answer is what the address stands for, and not what became of something posted.
    package var isRetrieval: Bool { method == .get || method == .head }

    package init(
        method: Method = .get, caller: Caller = Caller(audience: .page), path: String = "",
        query: Query = Query(), data: [UInt8]? = nil
    ) {
        self.method = method
        self.caller = caller
        self.path = path
        self.query = query
        self.data = data
    }
}
