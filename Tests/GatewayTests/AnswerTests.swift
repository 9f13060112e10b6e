import Testing

@testable import Gateway

@Test("A picture's header says what it is, how long it is, and that all may show it")
func describesPicture() {
    let answer = Answer(contentType: .png, body: [1, 2, 3])
    #expect(
        answer.header.split(separator: "\r\n") == [
            "Content-Type: image/png", "Content-Length: 3",
            "Cross-Origin-Resource-Policy: cross-origin", "Access-Control-Allow-Origin: *",
            "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
        ])
    #expect(answer.header.hasSuffix("nosniff\r\n\r\n"))
}

@Test("An error says so first, and is neither kept nor shared")
func describesError() {
    var answer = Answer(status: .badRequest, contentType: .html, body: [1])
    answer.freshness = .lasting
    answer.entityTag = EntityTag(opaque: "a1")
    #expect(
        answer.header.split(separator: "\r\n") == [
            "Status: 400 Bad Request", "Content-Type: text/html; charset=utf-8",
            "Content-Length: 1", "Cache-Control: no-store", "Vary: Accept, Sec-Fetch-Dest",
            "X-Content-Type-Options: nosniff",
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        ])
}

@Test("A picture may be kept for as long as is said, and is known again by its tag")
func saysAge() {
    var answer = Answer(contentType: .svg, body: [])
    answer.freshness = .exactly(60)
    answer.entityTag = EntityTag(opaque: "a1")
    #expect(
        answer.header.contains(
            "\r\nETag: \"a1\"\r\n"
                + "Cache-Control: public, max-age=60, stale-if-error=86400\r\n"))
    #expect(answer.header.contains("; sandbox\r\n"))
    #expect(!answer.header.contains("Vary"))
}

@Test("A page that others do not get says by which headers that is judged")
func saysWhatItVariesBy() {
    var answer = Answer(contentType: .html, body: [])
    answer.variesByCaller = true
    #expect(answer.header.contains("\r\nVary: Accept, Sec-Fetch-Dest\r\n"))
}

@Test("Who holds the answer already gets what concerns keeping it, and nothing else")
func describesNotModified() {
    let tag = EntityTag(opaque: "a1")
    #expect(
        Answer.notModified(tag, .exactly(60)).header == "Status: 304 Not Modified\r\n"
            + "ETag: \"a1\"\r\nCache-Control: public, max-age=60, stale-if-error=86400\r\n\r\n")
    #expect(
        Answer.notModified(tag, .asking, variesByCaller: true).header
            == "Status: 304 Not Modified\r\nETag: \"a1\"\r\n"
            + "Cache-Control: public, max-age=0, must-revalidate\r\nVary: Accept, Sec-Fetch-Dest\r\n\r\n"
    )
    #expect(Answer.notModified(tag, .asking).body.isEmpty)
}

@Test("OPTIONS and a wrong method are told what is allowed")
func namesMethods() {
    let wrong = Answer(status: .methodNotAllowed, contentType: .text, body: [])
    for answer in [Answer.options, wrong] {
        #expect(answer.header.contains("\r\nAllow: GET, HEAD, POST, OPTIONS\r\n"))
    }
    #expect(!Answer.options.header.contains("Content-Length"))
    #expect(!Answer.options.header.contains("Cache-Control"))
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

@Test("Data of the operator's cannot be fetched by scripts of other origins")
func keepsOwnData() {
    var answer = Answer(contentType: .csv, body: [])
    #expect(answer.header.contains("\r\nAccess-Control-Allow-Origin: *\r\n"))
    answer.isOwn = true
    #expect(!answer.header.contains("Access-Control-Allow-Origin"))
    #expect(answer.header.contains("\r\nCross-Origin-Resource-Policy: same-origin\r\n"))
}

@Test("However long a file's name is, the header stays short")
func cutsFileName() {
    let answer = Answer(contentType: .png, body: [], fileName: String(repeating: "é😀", count: 999))
    #expect(answer.header.utf8.count < 1_500)
}
