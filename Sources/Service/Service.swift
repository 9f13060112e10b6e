internal import CLibc
internal import Encoding
internal import Gateway

// A stand-in for the real room.
public enum Service {
    public static func run(arguments: () -> [String]) -> Int32 {
        guard Gateway.prepare() else { return 1 }
        let caller = Caller(.process)
        let answer: Answer
        do {
            let request = try Gateway.receive(arguments: arguments, limits: Limits(.process))
            answer = draw(request)
        } catch {
            let status: Status =
                switch error {
                case .methodNotAllowed: .methodNotAllowed
                case .uriTooLong: .uriTooLong
                case .bodyTooLarge: .contentTooLarge
                case .bodyTimedOut: .requestTimeout
                case .unsupportedMediaType, .unsupportedContentEncoding: .unsupportedMediaType
                default: .badRequest
                }
            answer = failure(status, "cannot read the request", caller, (400, 60))
        }
        return Gateway.send(answer, to: caller)
    }

    static func failure(_ status: Status, _ text: String, _ caller: Caller, _ size: (Int, Int))
        -> Answer
    {
        switch caller.audience {
        case .image: Answer(status: status, contentType: .png, body: png(size.0, size.1))
        case .page:
            Answer(
                status: status, contentType: .html,
                body: Array(
                    "<!doctype html><title>\(status.rawValue)</title><p>\(escape(text))</p>".utf8))
        default: Answer(status: status, contentType: .text, body: Array((text + "\n").utf8))
        }
    }

    static func escape(_ text: String) -> String {
        var out = ""
        for s in text.unicodeScalars {
            switch s {
            case "<": out += "&lt;"
            case "&": out += "&amp;"
            case "\"": out += "&quot;"
            default: out.unicodeScalars.append(s)
            }
        }
        return out
    }

    static func draw(_ request: Request) -> Answer {
        if request.method == .options { return .options }
        if request.query.isEmpty, request.caller.audience == .page {
            return Answer(
                contentType: .html,
                body: Array("<!doctype html><title>gallery</title><img src='?line=1,2'>".utf8),
                isGallery: true)
        }
        var size = (800, 400)
        var bad: String?
        var drawn = false
        for p in request.query.parameters {
            switch p.key {
            case "size":
                let parts = p.value.split(separator: "x").compactMap { Int($0) }
                if parts.count == 2, parts[0] <= 4000, parts[1] <= 4000 {
                    size = (parts[0], parts[1])
                }
            case "line": drawn = true
            case "title": break
            case let key where key.utf8.first == 95: break
            default: bad = bad ?? p.key
            }
        }
        if let bad { return failure(.badRequest, "unknown key \(bad)", request.caller, size) }
        if !drawn { return failure(.badRequest, "no chart", request.caller, (400, 60)) }
        return Answer(contentType: .png, body: png(size.0, size.1))
    }

    static func png(_ w: Int, _ h: Int) -> [UInt8] {
        func be(_ v: UInt32) -> [UInt8] {
            (0..<4).map { UInt8(truncatingIfNeeded: v >> UInt32(24 - 8 * $0)) }
        }
        func crc(_ b: [UInt8]) -> UInt32 {
            var c: UInt32 = 0xFFFF_FFFF
            for x in b {
                c ^= UInt32(x)
                for _ in 0..<8 { c = c & 1 == 1 ? 0xEDB8_8320 ^ (c >> 1) : c >> 1 }
            }
            return ~c
        }
        func chunk(_ t: String, _ d: [UInt8]) -> [UInt8] {
            let td = Array(t.utf8) + d
            return be(UInt32(d.count)) + td + be(crc(td))
        }
        var raw: [UInt8] = []
        for y in 0..<h {
            raw.append(0)
            for x in 0..<(w + 7) / 8 { raw.append(UInt8(truncatingIfNeeded: x ^ y)) }
        }
        var z: [UInt8] = [0x78, 1]
        var i = 0
        while i < raw.count {
            let n = min(65535, raw.count - i)
            z += [
                i + n == raw.count ? 1 : 0, UInt8(n & 255), UInt8(n >> 8), UInt8(~n & 255),
                UInt8((~n >> 8) & 255),
            ]
            z += raw[i..<i + n]
            i += n
        }
        var a: UInt32 = 1
        var b: UInt32 = 0
        for x in raw {
            a = (a + UInt32(x)) % 65521
            b = (b + a) % 65521
        }
        z += be(b << 16 | a)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", be(UInt32(w)) + be(UInt32(h)) + [1, 0, 0, 0, 0]) + chunk("IDAT", z)
            + chunk("IEND", [])
    }
}
