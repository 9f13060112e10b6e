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
        guard status != .noContent else { return lines }
        lines.append(("Content-Type", contentType.rawValue))
        lines.append(("Content-Length", "\(body.count)"))
        if let fileName {
            lines.append(("Content-Disposition", "inline; filename=\"\(safe(fileName))\""))
        }
        return lines
    }

    private var permitting: [Line] {
        let methods = "GET, HEAD, POST, OPTIONS"
        switch status {
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
        default: return []
        }
    }

    private var caching: [Line] {
        if status.isError {
            return [("Cache-Control", "no-store"), ("Vary", "Accept, Sec-Fetch-Dest")]
        }
        return maxAge.map { [("Cache-Control", "public, max-age=\($0)")] } ?? []
    }

    /// A script in an SVG would run when somebody visits the SVG as a page, hence the policy there.
    private var protecting: [Line] {
        let sealed = "default-src 'none'; style-src 'unsafe-inline'"
        let nosniff: Line = ("X-Content-Type-Options", "nosniff")
        switch contentType {
        case .html, .svg:
            let bounds =
                scriptHash.map {
                    "; script-src '\($0)'; img-src 'self'; form-action 'none'; base-uri 'none'"
                } ?? "; sandbox"
            return [nosniff, ("Content-Security-Policy", sealed + bounds)]
        default: return [nosniff]
        }
    }

    /// At most 60 characters, and in the place of each that could mean something in a header an
    /// underscore.
    private func safe(_ name: String) -> String {
        let bytes = name.unicodeScalars.prefix(60).map { scalar -> UInt8 in
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", ".", "_", "-": UInt8(scalar.value)
            default: UInt8(ascii: "_")
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
