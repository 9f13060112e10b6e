import Notation
import Testing
import Trials

@Suite("Time formats")
struct TimeFormatTests {
    @Test(
        "A time looks as d3-time-format writes it",
        arguments: [
            ("%a %A", "Sun Sunday"), ("%b %B", "Feb February"), ("%d %e %-d %_d", "01  1 1  1"),
            ("%Y %y", "2026 26"),
            ("%m %-m", "02 2"), ("%H %I %p", "15 03 PM"), ("%-I%p", "3PM"),
            ("%M %S %L", "04 05 006"), ("%f", "006000"),
            ("%3f %{1}f %{9}f", "006 0 006000000"), ("%j %-j", "032 32"), ("%q", "1"), ("%h", "1"),
            ("%U %W %V", "05 04 05"), ("%u %w", "7 0"), ("%G %g", "2026 26"),
            ("%Q", "1769958245006"), ("%s", "1769958245"), ("%c", "2/1/2026, 3:04:05 PM"),
            ("%x", "2/1/2026"), ("%X", "3:04:05 PM"), ("%Z %z", "UTC +0000"), ("100%%", "100%"),
            ("naïve", "naïve"), ("", ""),
            ("%0e", "01"), ("%_H:%-M", "15:4"),
        ])
    func writes(format: String, text: String) throws {
        let instant = try #require(TimeReader().read("2026-02-01T15:04:05.006")).instant
        #expect(try TimeFormat(format).format(instant) == text)
    }

    @Test("A time is written in its zone")
    func local() throws {
        let zone = try #require(Zone(named: "America/St_Johns"))
        let format = try TimeFormat("%H:%M %Z %z")
        #expect(format.format(1_782_864_000_000, in: zone) == "21:30 NDT -0230")
    }

    @Test(
        "Weeks are counted from Sunday, from Monday, and as ISO 8601 does",
        arguments: [
            ("2010-01-01", "00 00 53"), ("2010-01-03", "01 00 53"), ("2010-01-04", "01 01 01"),
            ("2012-01-01", "01 00 52"), ("2012-12-31", "53 53 01"),
        ])
    func weeks(date: String, text: String) throws {
        let instant = try #require(TimeReader().read(date)).instant
        #expect(try TimeFormat("%U %W %V").format(instant) == text)
    }

    @Test("Years before the first and after the 9999th have all their digits")
    func farYears() throws {
        let format = try TimeFormat("%Y-%m-%d")
        #expect(format.format(CivilTime(year: -9, month: 2, day: 3).wall) == "-0009-02-03")
        #expect(format.format(CivilTime(year: 12026).wall) == "12026-01-01")
    }

    @Test(
        "A directive that does not exist is refused, with its place",
        arguments: [
            ("%", 0), ("a%", 1), ("%k", 0), ("%Y %-", 3), ("%%%é", 2), ("%{f", 0), ("%{3f", 0),
            ("%3d", 0), ("%{}f", 0), ("%3}f", 0), ("%--d", 0),
        ])
    func refuses(format: String, offset: Int) {
        #expect(throws: FormatError.unknownDirective(offset: offset)) { try TimeFormat(format) }
    }

    @Test(
        "An instant that no calendar has is written as nothing",
        arguments: [Double.nan, .infinity, 1e300, -9e15])
    func unreachable(instant: Double) throws {
        #expect(try TimeFormat("%c").format(instant) == "")
    }

    @Test("No format and no instant traps")
    func fuzz() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<5000 {
            let text = random.text(of: "%%%%-_0{}3aAbBcdefgGHhIjLmMpqQsSuUVwWxXyYzZ", upTo: 9)
            guard let format = try? TimeFormat(text) else { continue }
            for instant in awkwardNumbers { _ = format.format(instant) }
        }
    }
}
