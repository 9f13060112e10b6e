extension CGI {
    /// At a shell each argument is a pair, or several: `plot line=3,1,4 title=Requests`.
    static func request(
        of arguments: ArraySlice<String>, by caller: Caller, limits: Limits
    ) throws(RequestError) -> Request {
        var request = Request(caller: caller)
        for argument in arguments { try request.add(Array(argument.utf8), limits: limits) }
        return request
    }

    /// The request that a server made of `environment` and a body.
    ///
    /// Whatever comes of it, the body has been read when this returns or throws.
    static func request(
        of environment: Environment, body source: Body.Source, by caller: Caller, limits: Limits
    ) throws(RequestError) -> Request {
        var body = Body(promised: try promisedLength(environment), from: source)
        defer { body.drain() }
        guard let method = method(environment) else { throw .methodNotAllowed }
        let size = environment.size(of: "PATH_INFO") + environment.size(of: "QUERY_STRING")
        guard size <= limits.query else { throw .uriTooLong(limit: limits.query) }
        var request = Request(
            method: method, caller: caller, path: cleanText(environment.bytes(of: "PATH_INFO")))
        try request.add(environment.bytes(of: "QUERY_STRING"), limits: limits)
        if request.isRetrieval {
            request.held = HeldTags(environment.bytes(of: "HTTP_IF_NONE_MATCH"))
        }
        if method == .post {
            let content = try content(environment)
            let bytes = try body.read(limit: limits.body)
            switch content {
            case .form: try request.add(bytes, limits: limits)
            case .data: request.data = bytes
            }
        }
        return request
    }

    /// What can be told of a request that was refused: who asks, the path and, of the query, the
    /// pairs of some keys. Of a query over the limit only what comes before the limit counts, and of
    /// such a path nothing.
    package static func outline(
        of environment: Environment, keys: [String], limits: Limits
    ) -> Request {
        var request = Request(caller: Caller(environment))
        if environment.size(of: "PATH_INFO") <= limits.query {
            request.path = cleanText(environment.bytes(of: "PATH_INFO"))
        }
        var query = environment.bytes(of: "QUERY_STRING", atMost: limits.query)[...]
        if query.count < environment.size(of: "QUERY_STRING") {
            // The last pair is cut short, and says something else than it did.
            query = query[..<(query.lastIndex(of: UInt8(ascii: "&")) ?? 0)]
        }
        request.query = Query(only: keys, of: query, limits: limits)
        return request
    }

    /// Method names are case-sensitive; called by hand, there may be none.
    private static func method(_ environment: Environment) -> Request.Method? {
        let name = environment.text(of: "REQUEST_METHOD")
        return name.isEmpty ? .get : Request.Method(rawValue: name)
    }

    /// How long the body is said to be; nil where it ends with the input, which is how Apache
    /// passes a chunked one on.
    private static func promisedLength(_ environment: Environment) throws(RequestError) -> Int? {
        let length = environment.bytes(of: "CONTENT_LENGTH")
        guard length.isEmpty else {
            guard let promised = decimal(length) else { throw .badContentLength }
            return promised
        }
        let isEndless =
            environment.text(of: "REQUEST_METHOD") == "POST"
            || environment.size(of: "HTTP_TRANSFER_ENCODING") > 0
        return isEndless ? nil : 0
    }

    /// What a body can be.
    private enum Content {
        case form, data
    }

    /// What the body says it is; without a word a form.
    private static func content(_ environment: Environment) throws(RequestError) -> Content {
        guard environment.size(of: "HTTP_CONTENT_ENCODING") == 0 else {
            throw .unsupportedContentEncoding
        }
        let type = environment.bytes(of: "CONTENT_TYPE").prefix { $0 != UInt8(ascii: ";") }
        switch asciiLowercased(type) {
        case "", "application/x-www-form-urlencoded": return .form
        case "text/csv", "text/tab-separated-values", "application/json": return .data
        default: throw .unsupportedMediaType
        }
    }
}

extension Request {
    /// What stands behind the program's name in an address, as a person writes it: `/sales.svg?cache=60`, or
    /// a query alone.
    package init(address: String, limits: Limits) throws(RequestError) {
        let bytes = Array(address.utf8)
        let isQuery = bytes.first != UInt8(ascii: "/")
        let path = isQuery ? bytes[..<0] : bytes.prefix { $0 != UInt8(ascii: "?") }
        let query = isQuery ? bytes[...] : bytes.dropFirst(path.count + 1)
        self.init(caller: Caller(audience: .anyone), path: formDecoded(path, isPath: true))
        try add(Array(query), limits: limits)
    }

    fileprivate mutating func add(_ form: [UInt8], limits: Limits) throws(RequestError) {
        do {
            try query.append(decoding: form, limits: limits)
        } catch {
            throw .query(error)
        }
    }
}
