import Testing

@testable import Gateway

@Suite("Tags of answers")
struct EntityTagTests {
    private let tag = EntityTag(opaque: "00ff")

    private func holds(_ list: String) -> Bool { HeldTags(Array(list.utf8)).match(for: tag) != nil }

    @Test(
        "A client that holds the answer is recognised",
        arguments: [
            "\"00ff\"", "W/\"00ff\"", " \t\"00ff\"\t ", "\"a\", \"00ff\"", "\"a\",\"00ff\",\"b\"",
            "\"\", W/\"x\" ,, \"00ff\"", "\"a,b\", \"00ff\"", "\"*\", \"00ff\"", "\"a\" \"00ff\"",
            "\"caf\u{E9}\", \"00ff\"", "\"00ff\", broken", "\"00ff\"broken",
        ])
    func recognises(list: String) { #expect(holds(list)) }

    @Test(
        "So is one whose answer was compressed on its way",
        arguments: ["gzip", "br", "zstd", "deflate"])
    func recognisesCompressed(coding: String) {
        #expect(holds("\"00ff-\(coding)\""))
        #expect(holds("\"x\", W/\"00ff-\(coding)\""))
        let held = HeldTags(Array("\"x\", \"00ff-\(coding)\", \"00ff\"".utf8))
        #expect(held.match(for: tag)?.text == "\"00ff-\(coding)\"")
        #expect(!holds("\"00ff-\(coding)-\(coding)\""))
        #expect(!holds("\"00f-\(coding)\""))
    }

    @Test(
        "One that holds something else, or does not say it well, is not",
        arguments: [
            "", " ", ",", "*", "\"*\"", "00ff", "\"00ff", "00ff\"", "'00ff'", "\"00FF\"",
            "\"00ff \"",
            "\"a\", 00ff", "broken, \"00ff\"", "w/\"00ff\"", "W/ \"00ff\"", "W/", "\"", "\"\"",
            "\"00ff-\"", "\"00ff-lzma\"", "\"00ffgzip\"",
        ])
    func passesOver(list: String) { #expect(!holds(list)) }

    @Test(
        "An asterisk alone stands for any answer",
        arguments: [
            ("*", true), (" *\t", true), ("**", false), ("* *", false), ("*, \"a\"", false),
            ("\"*\"", false), ("W/*", false), ("", false),
        ])
    func readsAsterisk(list: String, isAnything: Bool) {
        #expect(HeldTags(Array(list.utf8)).isAnything == isAnything)
    }

    @Test("No list is too long or too strange to be read")
    func readsAnything() {
        var bytes: [UInt8] = []
        var state: UInt32 = 1
        for round in 0..<2_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            let alphabet = Array("\"\"W/*, \t0f-gzip\u{0}\u{FF}".utf8)
            bytes.append(alphabet[Int(state >> 16) % alphabet.count])
            if round % 50 == 0 {
                #expect(HeldTags(bytes).match(for: EntityTag(opaque: "no such tag")) == nil)
            }
        }
        let long = Array(repeating: Array("\"a\",".utf8), count: 10_000).flatMap { $0 }
        #expect(HeldTags(long + Array("\"00ff\"".utf8)).match(for: tag) == nil)
        #expect(
            HeldTags(Array(repeating: UInt8(ascii: ","), count: 1_000_000)).match(for: tag) == nil)
    }

    @Test("Equal facts make equal tags, and any other facts make others")
    func tells() throws {
        func tag(_ build: [UInt8], _ facts: [String]) throws -> EntityTag {
            var fingerprint = try #require(Fingerprint(ofBuild: build))
            for fact in facts { fingerprint.add(fact) }
            return fingerprint.tag
        }
        let lists = [
            [], [""], ["", ""], ["a", "b"], ["ab"], ["a", "b", ""], ["", "ab"], ["b", "a"],
        ]
        var tags = try lists.map { try tag([1], $0) } + lists.map { try tag([2], $0) }
        #expect(try tags[3] == tag([1], ["a", "b"]))
        while let last = tags.popLast() { #expect(!tags.contains(last)) }
    }

    @Test("A number is a fact too")
    func tellsNumbers() throws {
        let tags = try [0, 1, -1, 256, 1 << 40].map { number -> EntityTag in
            var fingerprint = try #require(Fingerprint(ofBuild: [1]))
            fingerprint.add(number)
            return fingerprint.tag
        }
        #expect(Set(tags.map { $0.text }).count == tags.count)
    }

    @Test("A tag is short and plain")
    func isShort() throws {
        let text = try #require(Fingerprint(ofBuild: [1])).tag.text
        #expect(text.wholeMatch(of: /"[0-9a-f]{32}"/) != nil)
    }

    @Test("A program knows its own build, and without that there is no tag")
    func knowsBuild() {
        #expect(BuildIdentity.program.count == 20)
        #expect(Fingerprint() != nil)
        #expect(Fingerprint(ofBuild: []) == nil)
    }
}
