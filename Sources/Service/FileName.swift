/// Names under which browsers save answers.
enum FileName {
    /// At most so many characters.
    private static let longest = 60

    /// The last part of the name in a path, without full stops before it, which would hide the file.
    static func of(path: String) -> String {
        let last = path.split(separator: "/").last?.drop { $0 == "." } ?? ""
        let name = String(String.UnicodeScalarView(last.unicodeScalars.prefix(longest)))
        return name.isEmpty ? "chart" : free(name)
    }

    /// A name made of the words of a title: letters and digits of any script, and hyphens between
    /// them; `chart` where there are none.
    static func of(title: String) -> String {
        var name = String.UnicodeScalarView()
        var isBetween = false
        for scalar in title.unicodeScalars {
            guard scalar.isPartOfWord else {
                isBetween = true
                continue
            }
            if isBetween, !name.isEmpty { name.append("-") }
            isBetween = false
            name.append(scalar)
            if name.count >= longest { break }
        }
        return name.isEmpty ? "chart" : free(String(name))
    }

    /// A name that no device of Windows has: there, whatever `nul.png` is saved as is lost.
    private static func free(_ name: String) -> String {
        let stem = name.utf8.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
        let small = stem.map { 65...90 ~= $0 ? $0 | 0x20 : $0 }
        let word = String(decoding: small, as: UTF8.self)
        let isNumbered =
            small.count == 4 && 48...57 ~= small[3] && ["com", "lpt"].contains(word.prefix(3))
        let isTaken = isNumbered || ["con", "prn", "aux", "nul"].contains(word)
        return isTaken ? "chart-" + name : name
    }
}

extension Unicode.Scalar {
    fileprivate var isPartOfWord: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        case _ where value < 0xC0 || self == "×" || self == "÷": false
        // Punctuation, symbols, what has no look, and what lies outside the basic plane.
        case "\u{2000}"..."\u{2BFF}", "\u{3000}"..."\u{3004}", "\u{3008}"..."\u{3020}": false
        default: value < 0xD800 || 0xF900...0xFDFF ~= value
        }
    }
}
