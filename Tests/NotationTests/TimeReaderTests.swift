import Notation
import Testing
import Trials

@Suite("Reading times")
struct TimeReaderTests {
    @Test(
        "A date or time is read in its common forms",
        arguments: [
            ("2026", 1_767_225_600_000.0), ("2026-02", 1_769_904_000_000),
            ("2026-01-31", 1_769_817_600_000),
            ("2026-1-31", 1_769_817_600_000), ("2026/01/31", 1_769_817_600_000),
            ("2026/1", 1_767_225_600_000), ("2026.01.31", 1_769_817_600_000),
            ("31.12.2026", 1_798_675_200_000), ("1.2.2026", 1_769_904_000_000),
            ("2026-01-31T12:30", 1_769_862_600_000), ("2026-01-31 12:30:45", 1_769_862_645_000),
            ("2026-01-31 12:30:45.123456", 1_769_862_645_123.456),
            ("2026-01-31t12:30:45,5z", 1_769_862_645_500),
            ("2026-01-31T12:30+02:00", 1_769_855_400_000),
            ("2026-01-31T12:30:00-0330", 1_769_875_200_000),
            ("2026-01-31T12:30+2", 1_769_855_400_000), ("12:30", 45_000_000), ("0:00:01.5", 1500),
            ("2026-W05", 1_769_385_600_000), ("2020-W53", 1_609_113_600_000),
            ("2026-Q4", 1_790_812_800_000),
            ("0001-01-01", -62_135_596_800_000), ("2024-02-29", 1_709_164_800_000),
            ("31.12.2026 23:59", 1_798_761_540_000),
        ])
    func reads(text: String, instant: Double) {
        #expect(TimeReader().read(text)?.instant == instant)
    }

    @Test(
        "What is no time, or not a time of the calendar, is refused",
        arguments: [
            "", "1", "12", "123", "12345", "20260131", "2026-", "2026-13", "2026-00", "2026-02-30",
            "2023-02-29",
            "2026-01-31T", "2026-01-31T24:00", "2026-01-31T12:60", "2026-01-31T12:30:60",
            "2026-01-31T12:30:45.",
            "2026-01-31T12:30X", "2026-01-31T12:30+", "2026-01-31T12:30+99",
            "2026-01-31T12:30+02:60", "2026-01-31Z",
            "2026-01/31", "2026.01", "31.12", "31.12.26", "32.1.2026", "2026-W00", "2026-W54",
            "2026-W53x", "2025-W53", "2026-Q0",
            "2026-Q5", "2026/Q1", "12:3", "24:00", "-2026", "+2026", " 2026", "2026 ", "1e10",
            "12.5", "2026-01-31  12:30",
        ])
    func refuses(text: String) {
        #expect(TimeReader().read(text) == nil)
    }

    @Test("A plain year says that it is one")
    func plainYear() {
        #expect(TimeReader().read("2026")?.isPlainYear == true)
        #expect(TimeReader().read("2026-01")?.isPlainYear == false)
    }

    @Test("Eight digits are a date only where they are asked for")
    func compactDates() {
        #expect(
            TimeReader(readsCompactDates: true).read("20260131") == TimeReader().read("2026-01-31"))
        #expect(TimeReader(readsCompactDates: true).read("20261331") == nil)
    }

    @Test("A time without an offset is local")
    func local() throws {
        let berlin = try #require(Zone(named: "Europe/Berlin"))
        #expect(
            TimeReader(zone: berlin).read("2026-07-01")
                == TimeReader().read("2026-07-01T00:00+02:00"))
        #expect(
            TimeReader(zone: berlin).read("2026-07-01T00:00Z") == TimeReader().read("2026-07-01"))
    }

    @Test("Whatever is written in the standard's form is read back")
    func roundTrip() throws {
        var random = SeededRandom(seed: 7)
        let format = try TimeFormat("%Y-%m-%dT%H:%M:%S.%LZ")
        for _ in 0..<2000 {
            let instant = random.instant()
            try #require(TimeReader().read(format.format(instant))?.instant == instant)
        }
    }

    @Test("No text traps")
    func fuzz() {
        var random = SeededRandom(seed: 8)
        for _ in 0..<20_000 {
            let text = random.text(of: "0123456789-/.:TZWQ+ é", upTo: 24)
            #expect(TimeReader(readsCompactDates: true).read(text)?.instant.isFinite != false)
        }
    }
}
