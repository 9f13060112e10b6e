import Foundation
import Testing

/// The program as a server calls it.
enum Plot {
    static let image = "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5"
    static let page = "text/html,application/xhtml+xml,image/avif,image/webp,*/*;q=0.8"
    static let form = "application/x-www-form-urlencoded"

    /// The variables of a GET request, with `changes`.
    static func environment(
        _ query: String, method: String = "GET", _ changes: [String: String] = [:]
    ) -> [String: String] {
        [
            "GATEWAY_INTERFACE": "CGI/1.1", "SERVER_PROTOCOL": "HTTP/1.1",
            "REQUEST_METHOD": method, "QUERY_STRING": query, "SCRIPT_NAME": "/cgi-bin/plot",
            "HTTP_ACCEPT": image,
        ].merging(changes) { $1 }
    }

    static func get(_ query: String, _ changes: [String: String] = [:]) throws -> Response {
        try run(environment(query, changes))
    }

    /// Posts a form of as many bytes as `body` has, or as `length` says; an empty `length` leaves
    /// it open.
    static func post(
        _ body: Data, length: String? = nil, _ changes: [String: String] = [:]
    ) throws -> Response {
        let described = [
            "CONTENT_LENGTH": length ?? String(body.count), "CONTENT_TYPE": form,
        ]
        return try run(
            environment("", method: "POST", described.merging(changes) { $1 }), input: body)
    }

    /// One complete answer, and not a word besides.
    static func run(
        _ environment: [String: String], _ arguments: [String] = [], input: Data = Data()
    ) throws -> Response {
        let command = try Command(
            Repository.program(), arguments, environment: environment, input: input)
        #expect(command.status == 0 && !command.diedOfSignal)
        #expect(command.diagnostics == "")
        return try Response(
            ofProgram: command.output, hasBody: environment["REQUEST_METHOD"] != "HEAD")
    }

    /// What a drawn chart of this query looks like.
    static func picture(_ query: String) throws -> Data { try get(query).body }
}
