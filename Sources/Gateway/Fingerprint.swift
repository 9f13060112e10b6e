internal import Digests

/// Gathers all that an answer depends on, and makes the tag of it, before the answer itself is made.
///
/// The build of the program is in it from the start. Each fact is preceded by its length, so that
/// no two lists of facts are the same bytes.
package struct Fingerprint {
    private var digest = SHA256()

    /// Nil where nothing tells this build from another, so that no tag would be safe.
    package init?() { self.init(ofBuild: BuildIdentity.program) }

    init?(ofBuild build: [UInt8]) {
        guard !build.isEmpty else { return nil }
        add(build)
    }

    package mutating func add(_ fact: [UInt8]) {
        add(fact.count)
        digest.add(fact)
    }

    package mutating func add(_ fact: String) { add(Array(fact.utf8)) }

    package mutating func add(_ number: Int) {
        digest.add((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }

    /// Half of the digest: two answers that meet by chance are out of the question still.
    package var tag: EntityTag {
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.digest.prefix(16).flatMap {
            [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
        }
        return EntityTag(opaque: String(decoding: text, as: UTF8.self))
    }
}
