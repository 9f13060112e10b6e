import Gateway

/// `plot --sign 'line=3,1,4'`: the address with its signature, for a server that has the same secret.
enum Signing {
    /// Nil where the command line asks for something else.
    static func answer(to call: Call) throws(Failure) -> Answer? {
        guard let words = call.arguments, words.first == "--sign" else { return nil }
        guard let signature = Signature(call.environment) else { throw .noSecret }
        let address = words.dropFirst().joined(separator: "&")
        let request: Request
        do {
            request = try Request(address: address, limits: Limits(call.environment))
        } catch {
            throw .request(error)
        }
        let code = signature.text(path: request.path, request.query.parameters)
        let pair = "\(joint(behind: address))\(Signature.key)=\(code)"
        return Answer(contentType: .text, body: Array((address + pair + "\n").utf8))
    }

    private static func joint(behind address: String) -> String {
        guard let first = address.utf8.first, let last = address.utf8.last else { return "" }
        let isPath = first == UInt8(ascii: "/") && !address.utf8.contains(UInt8(ascii: "?"))
        if isPath { return "?" }
        return last == UInt8(ascii: "?") || last == UInt8(ascii: "&") ? "" : "&"
    }
}
