import Fonts
import Notation

@testable import Gateway
@testable import Service

extension Entry {
    /// The whole way: a query, behind a `/` and a name up to `?` where there is a path; below a line
    /// feed, data that are posted, JSON if they begin like it.
    static let plot = Entry(
        name: "plot",
        fault: { bytes in
            let request = SentRequest(bytes)
            // The fonts of all that came before: nothing of it may show.
            let answer = sharedFonts.with { request.answer(with: $0) }
            var promises = Promises()
            promises.hold(
                answer.status == .ok || 400..<500 ~= answer.status.rawValue,
                "status \(answer.status.rawValue)")
            promises.hold(answer.header.isHeader, "no header: \(answer.header)")
            promises.hold(!answer.body.isEmpty, "no body")
            promises.hold(
                answer.contentType.isBody(answer.body), "this is no \(answer.contentType.rawValue)")
            // One in four is answered twice.
            if bytes.count % 4 == 0 {
                promises.hold(request.answer(with: Fonts()) == answer, "another answer")
            }
            return promises.fault
        },
        seeds: Manual.queries.map { $0 + "&size=60x40" }
            + Form.allCases.map { "/a.\($0.rawValue)?line=3,1,4&size=60x40" }
            + [
                "x=date&line=t&size=90x60\ndate,t\n2026-01-01,1\n2026-02-01,2\n",
                "x=a&bar=b&format=json\n[{\"a\":\"x\",\"b\":1},{\"a\":\"y\",\"b\":2}]",
            ],
        words: Manual.words)
}

/// A request as a server sends it.
private struct SentRequest {
    let path: [UInt8]
    let query: [UInt8]
    let body: [UInt8]?

    init(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
        body = parts.count > 1 ? Array(parts[1]) : nil
        guard parts[0].first == UInt8(ascii: "/"), let end = parts[0].firstIndex(of: 0x3F) else {
            (path, query) = ([], Array(parts[0]))
            return
        }
        (path, query) = (Array(parts[0][..<end]), Array(parts[0][(end + 1)...]))
    }

    func answer(with fonts: Fonts) -> Answer {
        let call = Call(Environment(sent: variables), body: body ?? [], obstacle: nil)
        return Service.answer(to: call, with: fonts) { _, _ in }
    }

    private var variables: NameValues {
        // What is drawn is small, so that many are drawn.
        var variables = NameValues([
            "PLOT_MAX_SIDE": "200", "PLOT_MAX_PIXELS": "20000", "PLOT_MAX_VALUES": "2000",
            "PLOT_MAX_MARKS": "12", "PLOT_MAX_PARTS": "50", "PLOT_MAX_ROWS": "500",
            "PLOT_MAX_DATA": "65536", "PLOT_MAX_COLUMNS": "50", "PLOT_MAX_CELL": "500",
            "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": body == nil ? "GET" : "POST",
            "HTTP_SEC_FETCH_DEST": "image",
            "CONTENT_TYPE": body?.first == 0x5B || body?.first == 0x7B
                ? "application/json" : "text/csv",
            "CONTENT_LENGTH": "\(body?.count ?? 0)",
        ])
        variables.add(Array("PATH_INFO".utf8), path)
        // Half of the charts say no size, and the usual one is beyond these limits.
        variables.add(Array("QUERY_STRING".utf8), Array("size=120x80&".utf8) + query)
        return variables
    }
}

/// Fonts as a worker keeps them from one request to the next. One fuzzer runs at a time, and one test.
private struct SharedFonts: @unchecked Sendable {
    private let fonts = Fonts()

    func with<Result>(_ use: (Fonts) -> Result) -> Result { use(fonts) }
}

private let sharedFonts = SharedFonts()

extension ContentType {
    /// Whether the bytes begin and end as those of this type do.
    fileprivate func isBody(_ bytes: [UInt8]) -> Bool {
        func encloses(_ start: [UInt8], _ end: [UInt8]) -> Bool {
            bytes.starts(with: start) && bytes.suffix(end.count).elementsEqual(end)
        }
        func isText(from start: String, to end: String) -> Bool {
            encloses(Array(start.utf8), Array(end.utf8))
                && String(validating: bytes, as: UTF8.self) != nil
        }
        return switch self {
        case .png:
            encloses(
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
                [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
        case .jpeg: encloses([0xFF, 0xD8, 0xFF], [0xFF, 0xD9])
        case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        case .pdf: encloses(Array("%PDF-".utf8), Array("%%EOF\n".utf8))
        case .svg: isText(from: "<svg", to: "</svg>\n")
        case .html: isText(from: "<!doctype html>", to: "</html>\n")
        case .csv, .text: isText(from: "", to: "")
        case .json: (try? JSON(bytes.span)) != nil
        }
    }
}

extension String {
    /// Whether it is lines of names and values in printable ASCII, and an empty one at the end.
    fileprivate var isHeader: Bool {
        guard hasSuffix("\r\n\r\n") else { return false }
        return dropLast().split(separator: "\r\n").allSatisfy { line in
            line.contains(": ") && line.utf8.allSatisfy { 0x20...0x7E ~= $0 }
        }
    }
}
