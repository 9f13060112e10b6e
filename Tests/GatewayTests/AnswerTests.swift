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
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
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
    "A file's name keeps its safe characters, and where others are lost it is told in UTF-8 too",
    arguments: [
        ("sales-2026_q1.png", #"filename="sales-2026_q1.png""#),
        (
            "a\"; b\r\nX: 1",
            #"filename="a___b__X__1"; filename*=UTF-8''a%22%3B%20b%0D%0AX%3A%201"#
        ),
        ("é/..\\", #"filename="__.._"; filename*=UTF-8''%C3%A9%2F..%5C"#),
        (String(repeating: "a", count: 80), "filename=\"\(String(repeating: "a", count: 80))\""),
    ])
func spellsFileName(name: String, expected: String) {
    var answer = Answer(contentType: .png, body: [], fileName: name)
    #expect(answer.header.contains("\r\nContent-Disposition: inline; \(expected)\r\n"))
    answer.isDownload = true
    #expect(answer.header.contains("\r\nContent-Disposition: attachment; \(expected)\r\n"))
}

@Test("However long a file's name is, the header stays short")
func cutsFileName() {
    let answer = Answer(contentType: .png, body: [], fileName: String(repeating: "é😀", count: 999))
    #expect(answer.header.utf8.count < 1_500)
}
