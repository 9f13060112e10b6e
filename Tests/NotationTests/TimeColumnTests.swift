import Notation
import Testing
import Trials

@Suite("Reading columns of times")
struct TimeColumnTests {
    @Test(
        "Many times are read as each alone is, in any zone",
        arguments: [
            "UTC", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata",
        ])
    func agrees(zone name: String) throws {
        let zone = try #require(Zone(named: name))
        let alone = TimeReader(zone: zone)
        var column = TimeColumnReader(zone: zone)
        var random = SeededRandom(seed: 40)
        for _ in 0..<4000 {
            let text = random.timeText()
            try #require(column.read(text.utf8.span) == alone.read(text)?.instant, "\(text)")
        }
    }

    @Test("Through the hours in which clocks are put forward and back, nothing is lost or doubled")
    func changes() throws {
        let zone = try #require(Zone(named: "Europe/Berlin"))
        let alone = TimeReader(zone: zone)
        var column = TimeColumnReader(zone: zone)
        for day in [
            "2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26",
        ] {
            for hour in 0..<24 {
                let text = "\(day)T\(hour < 10 ? "0" : "")\(hour):30"
                #expect(column.read(text.utf8.span) == alone.read(text)?.instant)
            }
        }
    }

    @Test("Eight digits are a date where they are asked for")
    func compact() {
        var column = TimeColumnReader(zone: .utc, readsCompactDates: true)
        #expect(column.read("20260131".utf8.span) == 1_769_817_600_000)
        #expect(column.read("2026-01-32".utf8.span) == nil)
        #expect(column.read("0000-00-00".utf8.span) == nil)
    }
}

extension SeededRandom {
    /// A time as ISO 8601 writes it, or nearly.
    fileprivate mutating func timeText() -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        var text = "\(whole(1890...2090))-\(two(whole(1...12)))-\(two(whole(1...31)))"
        if once(in: 4) { return text }
        text += one(of: ["T", " ", "t"]) + two(whole(0...24)) + ":" + two(whole(0...60))
        if once(in: 2) { text += ":" + two(whole(0...60)) }
        if once(in: 3) { text += one(of: [".1", ".123", ",5", ".123456", "."]) }
        text += one(of: ["", "", "Z", "z", "+02:00", "-0330", " ", "x"])
        return text
    }
}
