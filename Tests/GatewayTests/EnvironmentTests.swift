import Gateway
import Testing

@Test("Of a name that stands twice the first counts, and what is absent is empty")
func looksUp() {
    let environment = Environment(["A": "1", "A": "2", "B": ""])
    #expect(environment.text(of: "A") == "1")
    #expect(environment.size(of: "A") == 1)
    #expect(environment.bytes(of: "B") == environment.bytes(of: "C"))
    #expect(environment.has("B") && !environment.has("C"))
}

@Test(
    "A setting is a plain number, or it is not there",
    arguments: [
        ("12", 12), ("0", 0), ("", 7), ("-1", 7), ("+1", 7), ("1e3", 7), ("x", 7), ("0x1", 7),
        ("999999999999999", 999_999_999_999_999), ("1000000000000000", 7),
    ])
func readsSetting(value: String, expected: Int) {
    #expect(Environment(["PLOT_X": value]).setting("PLOT_X", default: 7) == expected)
}

@Test("The process's own environment is read where it stands")
func readsOwn() {
    #expect(Environment.process.has("PATH"))
    #expect(Environment.process.size(of: "PATH") == Environment.process.bytes(of: "PATH").count)
    #expect(!Environment.process.has("PLOT_NOT_THERE"))
}
