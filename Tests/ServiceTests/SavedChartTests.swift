import Gateway
import Testing

@testable import Service

private func pairs(_ parameters: [Parameter]) -> String {
    parameters.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
}

private func read(_ text: String) throws -> [Parameter] {
    try SavedChart(Array(text.utf8), limits: Limits()).parameters
}

@Test(
    "A saved chart is a query, on one line or on many",
    arguments: [
        ("line=3,1,4&title=A", "line=3,1,4 title=A"),
        ("line=3,1,4\ntitle=A\n", "line=3,1,4 title=A"),
        ("line=3,1,4&\r\n  &title=A\r\n\r\n", "line=3,1,4 title=A"),
        ("# of May\n\u{FEFF}line=3\n  # and\n\ttitle=A%20b+c ", "line=3 title=A b c"),
        ("\u{FEFF}line=3", "line=3"), ("", ""), ("\n\n&\n", ""), ("title=#1", "title=#1"),
    ])
func readsSavedChart(text: String, expected: String) throws {
    #expect(pairs(try read(text)) == expected)
}

@Test("A saved chart has to keep the limits of a query")
func limitsSavedChart() {
    var limits = Limits()
    limits.parameters = 2
    #expect(throws: QueryError.tooManyParameters(limit: 2)) {
        try SavedChart(Array("a=1\nb=2\nc=3".utf8), limits: limits)
    }
}

@Test(
    "The pairs of a query take the places of the saved ones, key by key and in order",
    arguments: [
        ("line=3&title=A", "title=B", "line=3 title=B"),
        ("line=3&color=red&line=4&color=blue", "color=teal", "line=3 color=teal line=4 color=blue"),
        (
            "line=3&color=red&line=4&color=blue", "color=teal&color=gold",
            "line=3 color=teal line=4 color=gold"
        ),
        ("line=3", "size=200x100&line=5&line=6", "line=5 size=200x100 line=6"),
        ("line=3", "", "line=3"), ("", "line=3", "line=3"),
    ])
func overrides(saved: String, own: String, expected: String) throws {
    #expect(pairs(try read(saved).overridden(by: try read(own))) == expected)
}

@Test(
    "What is saved is named after the chart's title, in letters, digits and hyphens",
    arguments: [
        ("Requests", "Requests"), ("Visits, by day", "Visits-by-day"),
        ("Umsätze & mehr", "Umsätze-mehr"), ("売上 2026", "売上-2026"), ("", "chart"),
        ("!?", "chart"), ("../../etc/passwd", "etc-passwd"), ("a\r\nb", "a-b"),
        ("5 × 3 °C — hot", "5-3-C-hot"), ("😀 up", "up"),
        (String(repeating: "ab ", count: 40), String(repeating: "ab-", count: 19) + "ab-a"),
    ])
func namesFiles(title: String, name: String) {
    #expect(FileName.of(title: title) == name)
}
