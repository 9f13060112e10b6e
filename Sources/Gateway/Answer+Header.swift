extension Answer {
    /// The header block of CGI, the empty line included.
    package var header: String {
        let lines = [describing, permitting, caching, protecting].flatMap { $0 }
        return lines.reduce(into: "") { $0 += "\($1.name): \($1.value)\r\n" } + "\r\n"
    }

    private typealias Line = (name: String, value: String)

    private var describing: [Line] {
        var lines: [Line] = []
        if status != .ok { lines.append(("Status", "\(status.rawValue) \(status.reason)")) }
        guard status != .noContent, status != .notModified else { return lines }
        lines.append(("Content-Type", contentType.rawValue))
        lines.append(("Content-Length", "\(body.count)"))
        if let fileName {
            let manner = isDownload ? "attachment" : "inline"
            lines.append(("Content-Disposition", manner + named(fileName)))
        }
        return lines
    }

    private var permitting: [Line] {
        let methods = "GET, HEAD, POST, OPTIONS"
        switch status {
        case .ok where isOwn: return [("Cross-Origin-Resource-Policy", "same-origin")]
        case .ok where contentType != .html:
            return [
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Access-Control-Allow-Origin", "*"),
            ]
        case .noContent:
            return [
                ("Allow", methods), ("Access-Control-Allow-Origin", "*"),
                ("Access-Control-Allow-Methods", methods),
                ("Access-Control-Allow-Headers", "Content-Type"),
                ("Access-Control-Max-Age", "86400"),
            ]
        case .methodNotAllowed: return [("Allow", methods)]
        case .serviceUnavailable: return [("Retry-After", "10")]
        default: return []
        }
    }

    private var caching: [Line] {
        guard status != .noContent else { return [] }
        var lines: [Line] = []
        if let entityTag, !status.isError { lines.append(("ETag", entityTag.text)) }
        let keeping = status.isError ? nil : freshness
        lines.append(("Cache-Control", keeping?.text ?? "no-store"))
        if status.isError || variesByCaller {
            lines.append(("Vary", "Accept, Sec-Fetch-Dest"))
        }
        return lines
    }

    /// A script in an SVG would run when somebody visits the SVG as a page, hence the policy there.
    ///
    /// An answer without a body adds nothing: what the client holds came with all of this.
    private var protecting: [Line] {
        guard status != .notModified else { return [] }
        let sealed = "default-src 'none'; style-src 'unsafe-inline'"
        let nosniff: Line = ("X-Content-Type-Options", "nosniff")
        switch contentType {
        case .html, .svg:
            let bounds =
                scriptHash.map {
                    "; script-src '\($0)'; img-src 'self'; form-action 'none'; base-uri 'none'"
                } ?? "; img-src data:; sandbox"
            return [nosniff, ("Content-Security-Policy", sealed + bounds)]
        default: return [nosniff]
        }
    }

    /// The name as the header's parameters (RFC 6266): in plain characters and, where that loses
    /// some, once more in UTF-8.
    private func named(_ name: String) -> String {
        let plain = safe(name)
        let parameter = "; filename=\"\(plain)\""
        return plain == name ? parameter : parameter + "; filename*=UTF-8''" + percentEncoded(name)
    }

    /// At most 80 characters, and in the place of each that could mean something in a header an
    /// underscore.
    private func safe(_ name: String) -> String {
        let bytes = name.unicodeScalars.prefix(80).map { scalar -> UInt8 in
            isSafe(scalar.value) ? UInt8(scalar.value) : UInt8(ascii: "_")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func percentEncoded(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in String(String.UnicodeScalarView(name.unicodeScalars.prefix(80))).utf8 {
            if isSafe(UInt32(byte)) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What stands for itself wherever a header puts it.
    private func isSafe(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }
}
