import Gateway
import Testing

private let browserImage =
    "image/jxl,image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"
private let browserPage =
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"

@Test(
    "Who asks is seen by what they accept",
    arguments: [
        ("image", "", Audience.image), ("image", browserPage, .image), ("", browserImage, .image),
        ("", "image/png;q=0.5", .image), ("", "IMAGE/PNG", .image), ("document", "", .page),
        ("iframe", browserImage, .page), ("embed", "", .page), ("", browserPage, .page),
        ("empty", browserPage, .page), ("", "", .anyone), ("", "*/*", .anyone),
        ("empty", "*/*", .anyone),
        ("", "application/json", .json), ("", "application/json, image/png", .json),
        ("", "text/html;q=0, application/json", .json), ("", "text/html; q=0.000,image/*", .image),
        ("", "text/html;q=0.1,image/png", .page), ("", ";,;q=0,,", .anyone),
    ])
func judges(destination: String, accept: String, expected: Audience) {
    #expect(Audience(destination: destination, accept: accept) == expected)
}

@Test("Without any variable of a server, a person at a shell asks")
func recognisesShell() {
    #expect(Caller(Environment(["HTTP_ACCEPT": "image/png"])).audience == .terminal)
}

@Test(
    "One variable of a server is enough, even an empty one",
    arguments: ["GATEWAY_INTERFACE", "REQUEST_METHOD", "QUERY_STRING"])
func recognisesServer(name: String) {
    #expect(Caller(Environment([name: ""])).audience == .anyone)
}
