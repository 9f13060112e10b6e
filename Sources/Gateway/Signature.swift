internal import Digests

/// What a secret makes of an address, so that only who knows the secret can have made it: HMAC-SHA256 of
/// the path below the program and the pairs of the query, in hexadecimal digits.
///
/// Servers and browsers spell one address in several ways, so what is signed is what it says: the path
/// and, after a question mark, the pairs in their order as `key=value`, joined by `&`. In both, every byte
/// but letters, digits and `-._~` is written as `%` and two capital hexadecimal digits (RFC 3986, 2.1).
package struct Signature {
    private let secret: [UInt8]

    /// The key of the pair that carries the signature, and is not signed.
    package static let key = "sig"

    /// Nil where the operator set no secret: then nothing has to be signed. `PLOT_SECRET`
    package init?(_ environment: Environment) {
        secret = environment.bytes(of: "PLOT_SECRET")
        if secret.isEmpty { return nil }
    }

    /// Of the pairs that are not signatures.
    package func text(path: String, _ parameters: [Parameter]) -> String {
        String(decoding: digits(path, parameters), as: UTF8.self)
    }

    /// Whether the last signature among the parameters is that of the others.
    ///
    /// How long that takes does not depend on how much of it is right.
    package func holds(path: String, _ parameters: [Parameter]) -> Bool {
        guard let last = parameters.last(where: { $0.key == Self.key }) else { return false }
        let (given, right) = (Array(last.value.utf8), digits(path, parameters))
        guard given.count == right.count else { return false }
        var difference: UInt8 = 0
        for place in given.indices { difference |= given[place] ^ right[place] }
        return difference == 0
    }

    private func digits(_ path: String, _ parameters: [Parameter]) -> [UInt8] {
        let pairs = parameters.filter { $0.key != Self.key }
        var message: [UInt8] = []
        append(path, keeping: UInt8(ascii: "/"), to: &message)
        for (index, pair) in pairs.enumerated() {
            message.append(index == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
            append(pair.key, to: &message)
            message.append(UInt8(ascii: "="))
            append(pair.value, to: &message)
        }
        let digits = Array("0123456789abcdef".utf8)
        var spelled: [UInt8] = []
        for byte in HMAC.code(of: message, key: secret) {
            spelled += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return spelled
    }

    private func append(_ text: String, keeping kept: UInt8? = nil, to message: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            if byte == kept || byte.standsForItself {
                message.append(byte)
            } else {
                message += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }
}

extension UInt8 {
    /// Whether an address never needs to escape it.
    fileprivate var standsForItself: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
