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

    @Test(
        "English names of months are read in any case, whole or as three letters",
        arguments: [
            "Jan 31, 2026", "January 31, 2026", "January 31 2026", "31 Jan 2026", "31 JANUARY 2026",
            "31-Jan-2026", "31/jan/2026", "31 Jan, 2026", "Jan-31-2026", "2026-Jan-31",
            "2026 Jan 31", "Sat, 31 Jan 2026", "Saturday, January 31, 2026", "Sat Jan 31 2026",
            "Sat, 31-Jan-2026", "Sat Jan 31 00:00:00 2026", "Sat Jan 31 00:00:00 UTC 2026",
            "31 Jan 2026 0:00", "Jan 31, 2026, 12:00 AM", "31/Jan/2026:00:00:00 +0000",
        ])
    func months(text: String) {
        #expect(TimeReader().read(text)?.instant == 1_769_817_600_000)
    }

    @Test(
        "A month alone is its first day",
        arguments: [
            ("Jan 2026", "2026-01-01"), ("2026 Jan", "2026-01-01"), ("May 2026", "2026-05-01"),
            ("2026-Dec", "2026-12-01"), ("Sept 2026", "2026-09-01"), ("dec-2026", "2026-12-01"),
            ("November 2026", "2026-11-01"),
        ])
    func monthAlone(text: String, date: String) {
        #expect(TimeReader().read(text) == TimeReader().read(date))
    }

    @Test(
        "Times are read as mail, web servers, browsers and other programs write them",
        arguments: [
            ("Mon, 05 Jan 2026 13:45:00 +0000", "2026-01-05T13:45Z"),
            ("Mon, 05 Jan 2026 13:45:00 GMT", "2026-01-05T13:45Z"),
            ("Mon, 05-Jan-2026 13:45:00 GMT", "2026-01-05T13:45Z"),
            ("Mon Jan  5 13:45:00 2026", "2026-01-05T13:45"),
            ("Mon Jan 05 2026 13:45:00 GMT+0100", "2026-01-05T12:45Z"),
            ("10/Oct/2026:13:55:36 -0700", "2026-10-10T20:55:36Z"),
            ("2026-01-31 12:30:45,123", "2026-01-31T12:30:45.123"),
            ("20260131T123045Z", "2026-01-31T12:30:45Z"),
            ("20260131T1230", "2026-01-31T12:30"), ("20260131 12:30", "2026-01-31T12:30"),
            ("20260131T123045.5+0200", "2026-01-31T10:30:45.5Z"),
            ("2026-01-31T12:30:45+0200", "2026-01-31T10:30:45Z"),
            ("2026-01-31 12:30:45 +02:00", "2026-01-31T10:30:45Z"),
            ("2026-01-31 12:30:45 UTC", "2026-01-31T12:30:45Z"),
            ("1/31/2026, 1:05:09 PM", "2026-01-31T13:05:09"),
            ("1/31/2026, 1:05:09\u{202F}PM", "2026-01-31T13:05:09"),
            ("1/31/2026 12:00 am", "2026-01-31T00:00"), ("31/1/2026 12:00PM", "2026-01-31T12:00"),
            ("5 Jan 2026 13:45", "2026-01-05T13:45"), ("1:05 PM", "13:05"),
        ])
    func programs(text: String, same: String) {
        #expect(TimeReader().read(text)?.instant == TimeReader().read(same)?.instant)
        #expect(TimeReader().read(text) != nil)
    }

    @Test(
        "What only looks like a date with names is refused",
        arguments: [
            "January", "Jan", "Jan 5", "5 Jan", "Janu 2026", "Jan 26", "05-Jan-26", "Jan 5, 26",
            "Jan 32, 2026", "30 Feb 2026", "5. Januar 2026", "Sun, 05 Jan 2026", "Mon", "Mon, 2026",
            "Mon, Jan 2026", "Maybe 2026", "Mayor 2026", "Jan 2026 13:45", "Jan-5 2026",
            "5 Jan-2026", "5 Jan 2026 13:45 PDT", "5 Jan 2026 13:45 GMTX", "5 Jan 2026 13:45 ",
            "5 Jan 2026 13:05 PM", "5 Jan 2026 0:05 AM", "5 Jan 2026 1 PM", "10-Oct-2026:13:55:36",
            "Mon Jan  5 13:45:00", "20260131T", "20260131T12", "20260131T126000", "20261331T1200",
            "20260131 1230", "2026 01 31", "1/31/26", "1/31", "1/31/2026/", "13/13/2026",
            "4/31/2026", "0/5/2026", "2026\0", "20260131\0", "Jan 2026\0", "2026-Jan/31",
        ])
    func refusesNames(text: String) {
        #expect(TimeReader(readsCompactDates: true).read(text) == nil)
    }

    @Test("Of dates with slashes those are read that tell whether the day or the month comes first")
    func slashes() {
        for (text, telling) in [
            ("1/31/2026", DateOrder.Telling.monthFirst), ("31/01/2026", .dayFirst),
        ] {
            let read = TimeReader().read(text)
            #expect(read?.instant == TimeReader().read("2026-01-31")?.instant)
            #expect(read?.telling == telling)
        }
        #expect(TimeReader().read("3/3/2026") == TimeReader().read("2026-03-03"))
        #expect(TimeReader().read("1/2/2026") == nil)
        #expect(TimeReader(order: nil).read("1/31/2026") == nil)
    }

    @Test("Where it is known which comes first, all of them are read so and no other")
    func orders() {
        let (month, day) = (TimeReader(order: .monthFirst), TimeReader(order: .dayFirst))
        #expect(month.read("1/2/2026")?.instant == TimeReader().read("2026-01-02")?.instant)
        #expect(day.read("1/2/2026")?.instant == TimeReader().read("2026-02-01")?.instant)
        #expect(day.read("1/2/2026")?.telling == .either)
        #expect(month.read("31/1/2026") == nil)
        #expect(day.read("1/31/2026") == nil)
    }

    @Test(
        "The first of many dates with slashes that tells settles the order of all, else the month is first"
    )
    func settled() {
        func order(_ texts: String...) -> DateOrder? { TimeReader().settled(by: texts).order }
        #expect(order("1/2/2026", "soon", "13/2/2026", "2/13/2026") == .dayFirst)
        #expect(order("1/2/2026", "2/13/2026", "13/2/2026") == .monthFirst)
        #expect(order("1/2/2026", "2/2/2026") == .monthFirst)
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

    @Test("Whatever is written in any of the forms is read back", arguments: TimeForm.all)
    func forms(form: TimeForm) throws {
        var random = SeededRandom(seed: 9)
        let reader = TimeReader(readsCompactDates: true, order: form.order)
        for _ in 0..<500 {
            let instant = form.instant(&random)
            let text = try form.write(instant)
            try #require(reader.read(text)?.instant == instant, "\(text)")
        }
    }

    @Test("No text traps")
    func fuzz() throws {
        var random = SeededRandom(seed: 8)
        for round in 0..<40_000 {
            let text =
                round % 2 == 0
                ? random.text(of: "0123456789-/.:TZWQ+ é,\0", upTo: 24)
                : try random.damagedTime()
            for order in [DateOrder.monthFirst, .dayFirst, .asTold, nil] {
                let reader = TimeReader(readsCompactDates: true, order: order)
                #expect(reader.read(text)?.instant.isFinite != false)
            }
        }
    }
}
