import Testing

@testable import Gateway

@Suite("Signatures of addresses")
struct SignatureTests {
    private let signature = Signature(Environment(["PLOT_SECRET": "abc"]))

    private func request(_ address: String) throws -> Request {
        try Request(address: address, limits: Limits())
    }

    private func text(_ address: String) throws -> String? {
        let request = try request(address)
        return signature?.text(path: request.path, request.query.parameters)
    }

    private func holds(_ address: String) throws -> Bool {
        let request = try request(address)
        return signature?.holds(path: request.path, request.query.parameters) ?? false
    }

    @Test("Without a secret there is none")
    func needsSecret() {
        #expect(Signature(Environment([:])) == nil)
        #expect(Signature(Environment(["PLOT_SECRET": ""])) == nil)
    }

    @Test("It is what Python's hmac makes of what the address says")
    func agrees() throws {
        // hmac.new(b"abc", b"?line=3%2C1%2C4&title=A%20B%20%C3%A4", "sha256").hexdigest()
        #expect(
            try text("line=3,1,4&title=A+B%20%C3%A4")
                == "404532791a5991b823a038ed07d70b11d89fd29dda4eca0ce1818db375777abd")
        // hmac.new(b"abc", b"/sales.svg", "sha256").hexdigest()
        #expect(
            try text("/sales.svg")
                == "a16c6c9c6e9e12db402e8e52f6b021f35473a880755126989e6f2401081fdc7e")
    }

    @Test("However an address is spelled, its signature is the same")
    func isOfMeaning() throws {
        let plain = try text("/a b.svg?line=3,1&title=x+y")
        #expect(try text("/%61%20b.svg?line=3%2c1&title=x%20y") == plain)
        #expect(try text("/a b.svg?&line=3,1&&title=x+y&sig=00") == plain)
    }

    @Test("Whatever an address says otherwise has another signature")
    func isOfAll() throws {
        let addresses = [
            "line=3,1,4", "line=3,1,5", "line=3,1,4&title=", "title=&line=3,1,4", "lin=e3,1,4",
            "line=3&1,4", "line%3D3,1,4", "/line=3,1,4", "/a?line=3,1,4", "/a%3Fline=3,1,4",
            "/a+?line=3,1,4", "",
        ]
        let texts = try Set(addresses.map { try text($0) })
        #expect(texts.count == addresses.count && !texts.contains(nil))
    }

    @Test("Only the whole and right signature holds")
    func compares() throws {
        let right = try #require(try text("line=3,1,4"))
        #expect(try holds("line=3,1,4&sig=" + right))
        #expect(try holds("sig=" + right + "&line=3,1,4"))
        #expect(try holds("line=3,1,4&sig=0&sig=" + right))
        for wrong in ["", "0", right.uppercased(), String(right.dropLast()), right + "0"] {
            #expect(try !holds("line=3,1,4&sig=" + wrong))
        }
        #expect(try !holds("line=3,1,4"))
        #expect(try !holds("line=3,1,5&sig=" + right))
    }
}
