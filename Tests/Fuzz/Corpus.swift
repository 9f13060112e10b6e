/// The inputs that are kept of an entry, each a line of text, so that a change of them can be read.
///
/// Bytes that are no printable ASCII stand as `\n` or `\xHH`, a backslash as `\\`.
enum Corpus {
    static func inputs(in text: String) -> [[UInt8]] {
        text.utf8.split(separator: UInt8(ascii: "\n")).map { bytes(of: Array($0)) }
    }

    static func text(of inputs: [[UInt8]]) -> String {
        inputs.map { line(of: $0) + "\n" }.joined()
    }

    /// An input of no bytes would be a line of nothing.
    private static func line(of input: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF")
        var line = ""
        for byte in input {
            switch byte {
            case UInt8(ascii: "\\"): line += "\\\\"
            case UInt8(ascii: "\n"): line += "\\n"
            case 0x20...0x7E: line.unicodeScalars.append(Unicode.Scalar(byte))
            default: line += "\\x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return line
    }

    private static func bytes(of line: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = line[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            switch rest.popFirst() {
            case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "x"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                bytes.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
                rest = rest.dropFirst(2)
            case let other?: bytes.append(other)
            case nil: break
            }
        }
        return bytes
    }
}
