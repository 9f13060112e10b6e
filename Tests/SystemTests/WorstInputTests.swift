import Foundation
import Testing

/// The dearest that the default limits let through: whatever is asked, a whole answer comes.
@Suite("What the program answers to the worst that it is asked")
struct WorstInputTests {
    private static func numbers(_ count: Int) -> String {
        (0..<count).map { String($0 &* 7919 % 10) }.joined(separator: ",")
    }

    private static func wild(_ count: Int) -> String {
        (0..<count).map { "\($0 &* 7919 % 10_007):\($0 &* 104_729 % 9_973)" }
            .joined(separator: ",")
    }

    static let forms: [(name: String, form: String)] = [
        ("bars", "bar=" + numbers(100_000)),
        ("curves through points in no order", "line=" + wild(20_000) + "&smooth=1"),
        ("dashes without number", "line=" + numbers(50_000) + "&dash=1,1"),
        ("a wide pen", "line=" + wild(2_000) + "&width=50&size=2000x1000"),
        ("names", "line=" + numbers(50_000) + "&x=" + words(50_000)),
        ("a long title", "line=3,1,4&title=" + String(repeating: "ab ", count: 300_000)),
        ("breaks of lines", "line=3,1,4&title=" + String(repeating: "\\n", count: 300_000)),
        ("minus", "line=" + String(repeating: "-", count: 1_000_000)),
        ("parentheses", "line=" + String(repeating: "(", count: 4_000)),
        ("powers", "line=" + String(repeating: "9^", count: 2_000) + "9"),
        ("pairs", (0..<4_000).map { "title=\($0)" }.joined(separator: "&") + "&line=1"),
        ("parts", "pie=" + numbers(1_000) + "&labels=" + words(1_000)),
        ("ends of numbers", "line=-1e300,1e300,1e-300&yscale=symlog&smooth=1&dash=1e-9,1e-9"),
    ]

    private static func words(_ count: Int) -> String {
        (0..<count).map { "n\($0)" }.joined(separator: ",")
    }

    @Test("Each gets a picture, or hears which limit it meets", arguments: forms)
    func form(name: String, form: String) throws {
        // A debug build on a busy machine takes its time; what is asked here is whether it ends.
        let answer = try Plot.post(
            Data(form.utf8), ["PLOT_MAX_CPU": "60", "PLOT_MAX_TIME": "300"])
        #expect([200, 400, 413, 422].contains(answer.status), "\(name): \(answer.status)")
        #expect(answer.body.count > 100)
    }
}
