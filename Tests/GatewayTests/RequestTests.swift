import Foundation
import Testing

@testable import Gateway

/// What comes of these variables and this body, as if a server had passed them on.
private func receive(
    _ variables: KeyValuePairs<String, String>, body: String = "", limits: Limits = Limits()
) throws -> Request {
    let environment = Environment(variables)
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(body.utf8))
    try pipe.fileHandleForWriting.close()
    let input = Descriptor(number: pipe.fileHandleForReading.fileDescriptor)
    return try CGI.request(
        of: environment, body: .descriptor(input), by: Caller(environment), limits: limits)
}

@Test("A request is the path, the pairs of the URL, and who asks")
func reads() throws {
    let request = try receive([
        "REQUEST_METHOD": "GET", "PATH_INFO": "/a\u{1}é.svg", "QUERY_STRING": "a=1&b=2",
        "HTTP_SEC_FETCH_DEST": "image",
    ])
    #expect(request.method == .get)
    #expect(request.path == "/aé.svg")
    #expect(pairs(request.query) == ["a=1", "b=2"])
    #expect(request.caller == Caller(audience: .image))
}

@Test("The pairs of a form follow those of the URL", arguments: ["3", "", "03"])
func merges(length: String) throws {
    let request = try receive(
        ["REQUEST_METHOD": "POST", "QUERY_STRING": "a=1", "CONTENT_LENGTH": length], body: "b=2")
    #expect(pairs(request.query) == ["a=1", "b=2"])
}

@Test(
    "A body of CSV or JSON is data, and the chart is in the URL",
    arguments: [
        "text/csv", "Text/CSV; charset=utf-8", "application/json", "text/tab-separated-values",
    ])
func takesData(type: String) throws {
    let request = try receive(
        ["REQUEST_METHOD": "POST", "QUERY_STRING": "line=b", "CONTENT_TYPE": type], body: "a,b&c=1")
    #expect(pairs(request.query) == ["line=b"])
    #expect(request.data.map { String(decoding: $0, as: UTF8.self) } == "a,b&c=1")
}

@Test("The body of a GET request says nothing")
func ignoresBody() throws {
    let request = try receive(["REQUEST_METHOD": "GET", "CONTENT_LENGTH": "3"], body: "b=2")
    #expect(request.query.isEmpty)
}

@Test(
    "A body that nobody wants is read all the same, as far as it was promised",
    arguments: [("GET", "3", 2), ("PUT", "5", 0), ("GET", "", 5), ("POST", "", 0)])
func drains(method: String, length: String, left: Int) throws {
    let environment = Environment(["REQUEST_METHOD": method, "CONTENT_LENGTH": length])
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("b=2&c".utf8))
    try pipe.fileHandleForWriting.close()
    let input = Descriptor(number: pipe.fileHandleForReading.fileDescriptor)
    var limits = Limits()
    limits.body = 1
    _ = try? CGI.request(
        of: environment, body: .descriptor(input), by: Caller(environment), limits: limits)
    #expect(try pipe.fileHandleForReading.readToEnd()?.count ?? 0 == left)
}

@Test(
    "A request that cannot be understood says why",
    arguments: [
        (["REQUEST_METHOD": "PUT", "CONTENT_LENGTH": "3"], .methodNotAllowed),
        (["REQUEST_METHOD": "post"], .methodNotAllowed),
        (["QUERY_STRING": "0123456", "PATH_INFO": "/a.png"], .uriTooLong(limit: 12)),
        (["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "+3"], .badContentLength),
        (
            ["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "5"],
            .bodyTooShort(expected: 5, got: 3)
        ),
        (["REQUEST_METHOD": "POST", "CONTENT_LENGTH": "17"], .bodyTooLarge(limit: 16)),
        (["REQUEST_METHOD": "POST", "CONTENT_TYPE": "text/xml"], .unsupportedMediaType),
        (
            ["REQUEST_METHOD": "POST", "HTTP_CONTENT_ENCODING": "gzip"],
            .unsupportedContentEncoding
        ),
        (["QUERY_STRING": "a&b&c"], .query(.tooManyParameters(limit: 2))),
        (
            ["REQUEST_METHOD": "POST", "QUERY_STRING": "a&b"],
            .query(.tooManyParameters(limit: 2))
        ),
    ] as [(KeyValuePairs<String, String>, RequestError)])
func refuses(variables: KeyValuePairs<String, String>, error: RequestError) {
    var limits = Limits()
    limits.query = 12
    limits.body = 16
    limits.parameters = 2
    #expect(throws: error) { try receive(variables, body: "c=3", limits: limits) }
}

@Test("A body without a length is refused as soon as it is over the limit")
func refusesEndless() {
    var limits = Limits()
    limits.body = 2
    #expect(throws: RequestError.bodyTooLarge(limit: 2)) {
        try receive(["REQUEST_METHOD": "POST"], body: "a=1", limits: limits)
    }
}

@Test("A body that stops coming is not waited for beyond patience")
func givesUp() throws {
    let pipe = Pipe()
    let input = Descriptor(number: pipe.fileHandleForReading.fileDescriptor)
    var body = Body(promised: 1, from: .descriptor(input))
    body.patience = 10
    #expect(throws: RequestError.bodyTimedOut) { try body.read(limit: 9) }
    try pipe.fileHandleForWriting.close()
}

@Test("A body that comes byte by byte is not waited for beyond its deadline")
func givesUpTrickles() throws {
    let pipe = Pipe()
    let input = Descriptor(number: pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: Data("a".utf8))
    var body = Body(promised: 9, from: .descriptor(input))
    body.deadline = Moment.now
    #expect(throws: RequestError.bodyTimedOut) { try body.read(limit: 9) }
    try pipe.fileHandleForWriting.close()
}
