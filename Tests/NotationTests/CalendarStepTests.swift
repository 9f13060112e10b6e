import Notation
import Testing
import Trials

@Suite("Steps through the calendar")
struct CalendarStepTests {
    @Test(
        "A step starts where people expect it",
        arguments: [
            (CalendarStep(.millisecond, 5), "2026-05-20T13:47:58.985Z"),
            (CalendarStep(.second, 15), "2026-05-20T13:47:45Z"),
            (CalendarStep(.minute, 30), "2026-05-20T13:30:00Z"),
            (CalendarStep(.hour, 6), "2026-05-20T12:00:00Z"),
            (CalendarStep(.day), "2026-05-20"), (CalendarStep(.week), "2026-05-17"),
            (CalendarStep(.month), "2026-05"),
            (.quarter, "2026-04"), (CalendarStep(.year), "2026"), (CalendarStep(.year, 10), "2020"),
        ])
    func floors(step: CalendarStep, start: String) throws {
        let instant = try #require(TimeReader().read("2026-05-20T13:47:58.987")).instant
        #expect(step.floor(instant) == TimeReader().read(start)?.instant)
    }

    /// The times that the clocks of a zone show at the ticks from one local time through another.
    private func shown(
        _ step: CalendarStep, _ zoneName: String, _ start: String, _ end: String,
        as format: String = "%d %H:%M"
    ) throws -> [String] {
        let zone = try #require(Zone(named: zoneName))
        let reader = TimeReader(zone: zone)
        let first = try #require(reader.read(start)).instant
        let last = try #require(reader.read(end)).instant
        let format = try TimeFormat(format)
        return step.ticks(from: first, through: last, in: zone).map { format.format($0, in: zone) }
    }

    @Test("Ticks stay on local hours where clocks are put forward")
    func springForward() throws {
        let hours = try shown(
            CalendarStep(.hour, 6), "Europe/Berlin", "2026-03-28 18:00", "2026-03-29 18:00")
        #expect(hours == ["28 18:00", "29 00:00", "29 06:00", "29 12:00", "29 18:00"])
        let single = try shown(
            CalendarStep(.hour), "Europe/Berlin", "2026-03-29 00:00", "2026-03-29 04:00")
        #expect(single == ["29 00:00", "29 01:00", "29 03:00", "29 04:00"])
    }

    @Test("Ticks stay on local hours where clocks are put back")
    func fallBack() throws {
        let hours = try shown(
            CalendarStep(.hour, 6), "America/New_York", "2026-10-31 18:00", "2026-11-01 18:00")
        #expect(hours == ["31 18:00", "01 00:00", "01 06:00", "01 12:00", "01 18:00"])
        let single = try shown(
            CalendarStep(.hour), "America/New_York", "2026-11-01 00:00", "2026-11-01 03:00",
            as: "%H %Z")
        #expect(single == ["00 EDT", "01 EDT", "01 EST", "02 EST", "03 EST"])
    }

    @Test("Clocks that change by half an hour keep whole hours")
    func halfHour() throws {
        let spring = try shown(
            CalendarStep(.hour), "Australia/Lord_Howe", "2026-10-04 00:00", "2026-10-04 04:00",
            as: "%H:%M")
        #expect(spring == ["00:00", "01:00", "03:00", "04:00"])
        let autumn = try shown(
            CalendarStep(.hour), "Australia/Lord_Howe", "2026-04-05 00:00", "2026-04-05 04:00",
            as: "%H:%M")
        #expect(autumn == ["00:00", "01:00", "02:00", "03:00", "04:00"])
    }

    @Test("A day without midnight starts later, and a day that was left out has no tick")
    func missingMidnight() throws {
        let days = try shown(CalendarStep(.day), "America/Sao_Paulo", "2018-11-03", "2018-11-05")
        #expect(days == ["03 00:00", "04 01:00", "05 00:00"])
        let apia = try shown(CalendarStep(.day), "Pacific/Apia", "2011-12-29", "2012-01-01")
        #expect(apia == ["29 00:00", "31 00:00", "01 00:00"])
    }

    @Test("Months and years start on local days")
    func months() throws {
        let months = try shown(
            .quarter, "Europe/Berlin", "2025-12-15", "2026-12-31", as: "%Y-%m-%d %H:%M")
        #expect(
            months == [
                "2026-01-01 00:00", "2026-04-01 00:00", "2026-07-01 00:00", "2026-10-01 00:00",
            ])
        let years = try shown(CalendarStep(.year, 100), "UTC", "1650-01-01", "2000-01-01", as: "%Y")
        #expect(years == ["1700", "1800", "1900", "2000"])
    }

    @Test(
        "About as many ticks as asked for, at the steps of d3-time",
        arguments: [
            (10.0, CalendarStep(.millisecond)), (1000, CalendarStep(.millisecond, 100)),
            (4000, CalendarStep(.millisecond, 500)),
            (10_000, CalendarStep(.second)), (60_000, CalendarStep(.second, 5)),
            (600_000, CalendarStep(.minute)),
            (3_600_000, CalendarStep(.minute, 5)), (14_400_000, CalendarStep(.minute, 30)),
            (86_400_000, CalendarStep(.hour, 3)),
            (864_000_000, CalendarStep(.day)), (4_320_000_000, CalendarStep(.week)),
            (31_536_000_000, CalendarStep(.month)),
            (94_608_000_000, CalendarStep(.month, 3)), (315_360_000_000, CalendarStep(.year)),
            (3_153_600_000_000, CalendarStep(.year, 10)),
        ] as [(Double, CalendarStep)])
    func fitting(span: Double, step: CalendarStep) {
        #expect(CalendarStep.fitting(about: 10, from: 0, through: span) == step)
    }

    @Test("A month after the 31st is the next month's last day")
    func shortMonths() throws {
        let date = CivilTime(year: 2026, month: 1, day: 31, hour: 12)
        #expect(
            CalendarStep(.month).offset(date.wall, by: 1)
                == CivilTime(year: 2026, month: 2, day: 28, hour: 12).wall)
        #expect(
            CalendarStep(.year).offset(CivilTime(year: 2024, month: 2, day: 29).wall, by: -1)
                == CivilTime(year: 2023, month: 2, day: 28).wall)
    }

    @Test(
        "Ticks lie inside their domain, in order, each the start of a step",
        arguments: [
            "UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca",
            "Pacific/Apia", "America/Havana",
        ])
    func properties(zoneName: String) throws {
        let zone = try #require(Zone(named: zoneName))
        var random = SeededRandom(seed: 10)
        for _ in 0..<300 {
            let start = random.instant()
            let end =
                start + exp10(Int.random(in: 0...13, using: &random))
                * Double.random(in: 1...10, using: &random)
            let step = CalendarStep.fitting(about: 8, from: start, through: end)
            let ticks = step.ticks(from: start, through: end, in: zone)
            try #require(ticks.count <= 24, "\(step)")
            try #require(
                ticks.allSatisfy { start <= $0 && $0 <= end && step.floor($0, in: zone) == $0 })
            try #require(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
            try #require(step.floor(end, in: zone) <= end)
            try #require(step.next(after: start, in: zone) > start)
        }
    }

    private func exp10(_ power: Int) -> Double {
        (0..<power).reduce(1.0) { product, _ in product * 10 }
    }

    @Test("Ticks never outnumber their limit, and nothing traps", arguments: awkwardNumbers)
    func survives(instant: Double) {
        for unit in [
            CalendarStep.Unit.millisecond, .second, .minute, .hour, .day, .week, .month, .year,
        ] {
            for count in [Int.min, 1, 7, .max] {
                let step = CalendarStep(unit, count)
                #expect(step.ticks(from: instant, through: 1e300, limit: 5).count <= 5)
                #expect(step.ticks(from: -1e300, through: instant, limit: 5).count <= 5)
                #expect(step.ticks(from: -8.6e15, through: instant, limit: 5).count <= 5)
                _ = (
                    step.floor(instant), step.next(after: instant), step.offset(instant, by: .max),
                    step.offset(instant, by: .min)
                )
            }
        }
        _ = CalendarStep.fitting(about: .min, from: instant, through: -instant)
    }
}
