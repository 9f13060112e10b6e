import Foundation
import Testing

@Suite("Signed addresses")
struct SigningTests {
    private let secret = ["PLOT_SECRET": "hush"]

    private func sign(_ address: String...) throws -> String {
        let command = try Command(Repository.program(), ["--sign"] + address, environment: secret)
        #expect(command.status == 0 && command.diagnostics.isEmpty)
        return String(decoding: command.output, as: UTF8.self)
            .trimmingCharacters(in: .newlines)
    }

    @Test("A signed query is drawn as it would be without")
    func draws() throws {
        let signed = try sign("line=3,1,4&title=Sales 2026")
        #expect(signed.hasPrefix("line=3,1,4&title=Sales 2026&sig="))
        let query = signed.replacingOccurrences(of: " ", with: "+")
        let answer = try Plot.get(query, secret)
        #expect(answer.status == 200)
        #expect(try answer.body == Plot.picture("line=3,1,4&title=Sales+2026"))
        // Who takes the secret away need not mend any address.
        #expect(try Plot.get(query).body == answer.body)
    }

    @Test("Several arguments are pairs of one address, and a path is signed with it")
    func joins() throws {
        #expect(try sign("line=3,1,4", "title=A") == sign("line=3,1,4&title=A"))
        let signed = try sign("/sales.svg?line=3,1,4")
        let query = String(signed.dropFirst("/sales.svg?".count))
        #expect(
            try Plot.get(query, secret.merging(["PATH_INFO": "/sales.svg"]) { $1 }).status == 200)
        #expect(
            try Plot.get(query, secret.merging(["PATH_INFO": "/other.svg"]) { $1 }).status == 403)
    }

    @Test(
        "What is not signed, or was changed since, is refused before anything else",
        arguments: ["line=3,1,4", "line=3,1,4&sig=00", "nosuchkey=1", ""])
    func refuses(query: String) throws {
        let answer = try Plot.get(query, secret)
        #expect(answer.status == 403 && answer.type == "image/png")
        let page = try Plot.get(query, secret.merging(["HTTP_ACCEPT": Plot.page]) { $1 })
        #expect(page.status == 403 && page.text.contains("plot --sign"))
    }

    @Test("Who holds the picture still has to show a signature")
    func guardsTags() throws {
        let signed = try sign("line=3,1,4")
        let tag = try #require(try Plot.get(signed, secret).headers["etag"])
        let asking = secret.merging(["HTTP_IF_NONE_MATCH": tag]) { $1 }
        #expect(try Plot.get(signed, asking).status == 304)
        #expect(try Plot.get("line=3,1,4", asking).status == 403)
    }

    @Test("A form is signed as a query is")
    func signsForms() throws {
        let signed = try sign("line=3,1,4&title=A")
        #expect(try Plot.post(Data(signed.utf8), secret).status == 200)
        #expect(try Plot.post(Data("line=3,1,4".utf8), secret).status == 403)
    }

    @Test("An address is given out for a time, and kept no longer")
    func expires() throws {
        let now = Int(Date().timeIntervalSince1970)
        let lasting = try Plot.get(sign("line=3,1,4&expires=\(now + 1_000)"), secret)
        let age = try #require(
            lasting.headers["cache-control"]?.wholeMatch(of: /public, max-age=(\d+)/))
        #expect(try #require(Int(age.1)) <= 1_000)
        #expect(try Plot.get(sign("line=3,1,4&expires=\(now - 1)"), secret).status == 403)
        #expect(try Plot.get("line=3,1,4&expires=\(now - 1)").status == 403)
        #expect(try Plot.get("line=3,1,4&expires=soon").status == 400)
    }

    @Test("Without a secret nothing is signed")
    func needsSecret() throws {
        let command = try Command(Repository.program(), ["--sign", "line=3"], environment: [:])
        #expect(command.status == 1 && command.diagnostics.contains("PLOT_SECRET"))
        #expect(command.output.isEmpty)
    }
}
