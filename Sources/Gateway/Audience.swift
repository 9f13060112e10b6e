/// Who will look at an answer, which decides what an error looks like.
package enum Audience: Sendable {
    /// An `<img>`, which shows a picture of the error, whatever its status, and nothing else.
    case image
    /// A browser's page.
    case page
    /// Everyone who takes anything, as curl and feed readers do.
    case anyone
    /// A program that reads JSON.
    case json
    /// A person at a shell, without any server: a sentence.
    case terminal

    /// Judges by what the client sent as `Sec-Fetch-Dest` and `Accept`.
    ///
    /// A page comes before a picture: browsers name image types also when they visit a page.
    package init(destination: String, accept: String) {
        let types = acceptedTypes(accept)
        switch destination {
        case "image": self = .image
        case "document", "iframe", "frame", "object", "embed": self = .page
        case _ where types.contains("text/html"): self = .page
        case _ where types.contains("application/json"): self = .json
        case _ where types.contains(where: { $0.utf8.starts(with: "image/".utf8) }): self = .image
        default: self = .anyone
        }
    }
}

/// The media types named in an `Accept` header, in lower case, without those refused by `q=0`.
private func acceptedTypes(_ accept: String) -> [String] {
    accept.utf8.split(separator: UInt8(ascii: ",")).compactMap { item in
        let parts = item.split(separator: UInt8(ascii: ";")).map { asciiLowercased($0) }
        return parts.dropFirst().contains(where: isZeroQuality) ? nil : parts.first
    }
}

private func isZeroQuality(_ parameter: String) -> Bool {
    let zeros = parameter.utf8.dropFirst(2)
    return parameter.utf8.starts(with: "q=0".utf8)
        && zeros.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
}

/// `bytes` as text with the letters A to Z made small, and without any blanks.
func asciiLowercased(_ bytes: some Sequence<UInt8>) -> String {
    var small: [UInt8] = []
    for byte in bytes where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") {
        let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        small.append(isCapital ? byte | 0x20 : byte)
    }
    return String(decoding: small, as: UTF8.self)
}
