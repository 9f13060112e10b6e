import Testing

@testable import Gateway

@Suite("How long answers are kept")
struct FreshnessTests {
    @Test(
        "The header says so",
        arguments: [
            (.exactly(60), "public, max-age=60, stale-if-error=86400"),
            (.exactly(0), "public, max-age=0, must-revalidate"),
            (.exactly(-1), "public, max-age=0, must-revalidate"),
            (.exactly(.max), "public, max-age=31536000, stale-if-error=86400"),
            (.asking, "public, max-age=0, must-revalidate"),
            (.asking.unshared, "private, max-age=0, must-revalidate"),
            (
                .lasting, "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400"
            ), (.exactly(60).unshared, "private, max-age=60, stale-if-error=86400"),
        ] as [(Freshness, String)])
    func says(freshness: Freshness, expected: String) { #expect(freshness.text == expected) }
}
