import Foundation
import Testing

/// An answer, taken apart by the letter of the rules.
struct Response {
    var status = 200
    /// By name in lower case.
    var headers: [String: String] = [:]
    var body = Data()

    var type: String { headers["content-type"] ?? "" }
    var text: String { String(decoding: body, as: UTF8.self) }

    /// Width and height of the PNG that the body is.
    var size: [Int] {
        guard body.count > 24, body.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return [] }
        return [16, 20].map { start in
            body.dropFirst(start).prefix(4).reduce(0) { $0 << 8 | Int($1) }
        }
    }

    /// Reads what the program wrote. Servers repair much of what is wrong in a header; here every
    /// fault of it is an error.
    init(ofProgram output: Data, hasBody: Bool = true) throws {
        let end = try #require(output.range(of: Data("\r\n\r\n".utf8)), "no end of the header")
        #expect(end.lowerBound < 3_500)
        body = output.subdata(in: end.upperBound..<output.count)
        let head = try #require(String(data: output[..<end.lowerBound], encoding: .ascii))
        for line in head.components(separatedBy: "\r\n") {
            let match = try #require(
                line.wholeMatch(of: /([A-Za-z-]+): ([ -~]*[!-~])/), "\(line) is no header")
            let name = match.1.lowercased()
            #expect(headers.updateValue(String(match.2), forKey: name) == nil, "\(name) twice")
        }
        if let line = headers["status"] {
            status = try #require(
                line.wholeMatch(of: /(\d{3}) [A-Z][A-Za-z ]+/).flatMap { Int($0.1) })
            #expect(status != 200)
        }
        try check(hasBody: hasBody)
    }

    /// Reads what curl's `--include` shows of a server's answer.
    init(ofServer output: Data) throws {
        let end = try #require(output.range(of: Data("\r\n\r\n".utf8)), "no end of the header")
        body = output.subdata(in: end.upperBound..<output.count)
        let lines = String(decoding: output[..<end.lowerBound], as: UTF8.self)
            .components(separatedBy: "\r\n")
        status = try #require(Int(lines[0].split(separator: " ")[1]))
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.last?.trimmingCharacters(in: .whitespaces)
        }
    }

    private func check(hasBody: Bool) throws {
        for forbidden in ["transfer-encoding", "connection", "date", "server", "location"] {
            #expect(headers[forbidden] == nil)
        }
        if status == 304 {
            let kept: Set = ["status", "etag", "cache-control", "vary"]
            #expect(kept.isSuperset(of: headers.keys) && headers["etag"] != nil)
            #expect(headers["cache-control"] != nil && body.isEmpty)
            return
        }
        #expect(headers["x-content-type-options"] == "nosniff")
        if status == 204 {
            #expect(headers["content-length"] == nil && body.isEmpty)
        } else {
            let length = try #require(headers["content-length"].flatMap { Int($0) })
            #expect(body.count == (hasBody ? length : 0))
            #expect(length > 0 && headers["content-type"] != nil)
        }
        if status >= 400 {
            #expect(headers["cache-control"] == "no-store" && headers["etag"] == nil)
        }
    }
}
