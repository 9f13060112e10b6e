import Gateway
import Testing

@Test("A picture's header says what it is, how long it is, and that all may show it")
func describesPicture() {
    let answer = Answer(contentType: .png, body: [1, 2, 3])
    #expect(
        answer.header.split(separator: "\r\n") == [
            "Content-Type: image/png", "Content-Length: 3",
            "Cross-Origin-Resource-Policy: cross-origin", "Access-Control-Allow-Origin: *",
            "X-Content-Type-Options: nosniff",
        ])
    #expect(answer.header.hasSuffix("nosniff\r\n\r\n"))
}

@Test("An error says so first, and is neither kept nor shared")
func describesError() {
    let answer = Answer(status: .badRequest, contentType: .html, body: [1], maxAge: 60)
    #expect(
        answer.header.split(separator: "\r\n") == [
            "Status: 400 Bad Request", "Content-Type: text/html; charset=utf-8",
            "Content-Length: 1", "Cache-Control: no-store", "Vary: Accept, Sec-Fetch-Dest",
            "X-Content-Type-Options: nosniff",
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox",
        ])
}

@Test("A picture may be kept for as long as is said")
func saysAge() {
    let answer = Answer(contentType: .svg, body: [], maxAge: 60)
    #expect(answer.header.contains("Cache-Control: public, max-age=60\r\n"))
    #expect(answer.header.contains("; sandbox\r\n"))
}

@Test("OPTIONS and a wrong method are told what is allowed")
func namesMethods() {
    let wrong = Answer(status: .methodNotAllowed, contentType: .text, body: [])
    for answer in [Answer.options, wrong] {
        #expect(answer.header.contains("\r\nAllow: GET, HEAD, POST, OPTIONS\r\n"))
    }
    #expect(!Answer.options.header.contains("Content-Length"))
}

@Test(
    "A file's name keeps its safe characters and no others",
    arguments: [
        ("sales-2026_q1.png", "sales-2026_q1.png"), ("a\"; b\r\nX: 1", "a___b__X__1"),
        ("é/..\\", "__.._"), (String(repeating: "a", count: 99), String(repeating: "a", count: 60)),
    ])
func spellsFileName(name: String, expected: String) {
    let answer = Answer(contentType: .png, body: [], fileName: name)
    #expect(
        answer.header.contains("\r\nContent-Disposition: inline; filename=\"\(expected)\"\r\n"))
}
