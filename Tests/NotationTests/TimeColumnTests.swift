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

    @Test("Many times in any forms, damaged or not, are read as each alone is")
    func forms() throws {
        let alone = TimeReader()
        var random = SeededRandom(seed: 41)
        for _ in 0..<20_000 {
            let text = try random.damagedTime()
            var column = TimeColumnReader(zone: .utc)
            let telling = alone.read(text)?.telling
            let instant = column.read(text.utf8.span)
            if let telling {
                try #require(instant == alone.read(text)?.instant, "\(text)")
                let told: DateOrder? =
                    switch telling {
                    case .monthFirst: .monthFirst
                    case .dayFirst: .dayFirst
                    default: nil
                    }
                try #require(column.order == told)
            } else {
                let month = TimeReader(order: .monthFirst).read(text)?.instant
                try #require(instant == month, "\(text)")
                try #require(column.assumptions == (month == nil ? 0 : 1))
            }
        }
    }

    @Test(
        "The first date with slashes that tells which part is the day settles it for those after it"
    )
    func settles() {
        var column = TimeColumnReader(zone: .utc)
        #expect(column.read("13/2/2026") == TimeReader().read("2026-02-13")?.instant)
        #expect(column.read("1/2/2026") == TimeReader().read("2026-02-01")?.instant)
        #expect(column.read("2/13/2026") == nil)
        #expect(column.contradicts("2/13/2026"))
        #expect(!column.contradicts("2/32/2026"))
    }

    @Test("A date with the day first asks for those before it to be read again")
    func asksAgain() {
        var column = TimeColumnReader(zone: .utc)
        #expect(column.read("1/2/2026") == TimeReader().read("2026-01-02")?.instant)
        #expect(column.read("13/2/2026") == nil)
        #expect(column.wantsDayFirst(for: "13/2/2026"))
        #expect(!column.wantsDayFirst(for: "2/13/2026"))
        column.putDayFirst()
        #expect(column.read("1/2/2026") == TimeReader().read("2026-02-01")?.instant)
        #expect(column.read("13/2/2026") == TimeReader().read("2026-02-13")?.instant)
    }

    @Test(
        "What timestamps count is told by the largest",
        arguments: [
            (1_767_225_600.0, 1_767_225_600_000.0), (1_767_225_600_250, 1_767_225_600_250),
            (1_767_225_600_250_000, 1_767_225_600_250), (99_999_999_999, 99_999_999_999_000),
            (1e11, 1e11), (1_767_225_600_000_000_000, 1_767_225_600_000), (-86_400, -86_400_000),
        ])
    func timestamps(number: Double, instant: Double) {
        var numbers = [.nan, 0, number]
        TimestampUnit(of: numbers.span).makeInstants(of: &numbers)
        #expect(numbers.dropFirst() == [0, instant])
    }

    @Test("Numbers of four or eight digits are years and dates, and others timestamps")
    func telling() {
        for text in ["0", "60", "1767225600", "-1", "1767225600.5", "1.7e9", "100", "12345"] {
            #expect(isTimestamp(text), "\(text)")
        }
        for text in ["2026", "20260131", "20260231", "2026.5", "x", "1e20", "", "2026-01-31"] {
            #expect(!isTimestamp(text), "\(text)")
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

private func isTimestamp(_ text: String) -> Bool { TimestampUnit.isOne(text.utf8.span) }

extension TimeColumnReader {
    fileprivate mutating func read(_ text: String) -> Double? { read(text.utf8.span) }

    fileprivate func wantsDayFirst(for text: String) -> Bool { wantsDayFirst(for: text.utf8.span) }

    fileprivate func contradicts(_ text: String) -> Bool { contradicts(text.utf8.span) }
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
