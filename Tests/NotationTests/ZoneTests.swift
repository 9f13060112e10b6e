import Notation
import Testing
import Trials

@Suite("Time zones")
struct ZoneTests {
    /// From Python's zoneinfo; offsets in hours.
    @Test(
        "A zone's offset and its name are those of the tz database",
        arguments: [
            ("Europe/Berlin", "1890-01-01T00:00:00Z", 0.8911111111111111, "LMT"),
            ("Europe/Berlin", "1945-05-24T00:00:00Z", 3.0, "CEMT"),
            ("Europe/Berlin", "1947-06-01T00:00:00Z", 3.0, "CEMT"),
            ("Europe/Berlin", "1975-07-01T00:00:00Z", 1.0, "CET"),
            ("Europe/Berlin", "2026-03-29T00:59:59Z", 1.0, "CET"),
            ("Europe/Berlin", "2026-03-29T01:00:00Z", 2.0, "CEST"),
            ("Europe/Berlin", "2026-10-25T00:59:59Z", 2.0, "CEST"),
            ("Europe/Berlin", "2026-10-25T01:00:00Z", 1.0, "CET"),
            ("Europe/Berlin", "2100-07-01T00:00:00Z", 2.0, "CEST"),
            ("Europe/Berlin", "2100-12-01T00:00:00Z", 1.0, "CET"),
            ("America/New_York", "1918-07-01T00:00:00Z", -4.0, "EDT"),
            ("America/New_York", "1944-07-01T00:00:00Z", -4.0, "EWT"),
            ("America/New_York", "1974-02-01T00:00:00Z", -4.0, "EDT"),
            ("America/New_York", "2026-03-08T06:59:59Z", -5.0, "EST"),
            ("America/New_York", "2026-03-08T07:00:00Z", -4.0, "EDT"),
            ("America/New_York", "2037-11-01T06:00:00Z", -5.0, "EST"),
            ("America/New_York", "2099-07-01T00:00:00Z", -4.0, "EDT"),
            ("Australia/Lord_Howe", "1980-01-01T00:00:00Z", 10.0, "AEST"),
            ("Australia/Lord_Howe", "2026-01-01T00:00:00Z", 11.0, "+11"),
            ("Australia/Lord_Howe", "2026-07-01T00:00:00Z", 10.5, "+1030"),
            ("Asia/Kolkata", "1900-01-01T00:00:00Z", 5.352777777777778, "MMT"),
            ("Asia/Kolkata", "1943-01-01T00:00:00Z", 6.5, "+0630"),
            ("Asia/Kolkata", "2026-01-01T00:00:00Z", 5.5, "IST"),
            ("Africa/Casablanca", "2018-06-01T00:00:00Z", 0.0, "+00"),
            ("Africa/Casablanca", "2026-03-01T00:00:00Z", 0.0, "+00"),
            ("Africa/Casablanca", "2026-07-01T00:00:00Z", 1.0, "+01"),
            ("Africa/Casablanca", "2090-07-01T00:00:00Z", 1.0, "+01"),
            ("America/Sao_Paulo", "2018-12-01T00:00:00Z", -2.0, "-02"),
            ("America/Sao_Paulo", "2026-12-01T00:00:00Z", -3.0, "-03"),
            ("Europe/Dublin", "1916-06-01T00:00:00Z", 0.5775, "IST"),
            ("Europe/Dublin", "1970-01-01T00:00:00Z", 1.0, "IST"),
            ("Europe/Dublin", "2026-01-01T00:00:00Z", 0.0, "GMT"),
            ("Europe/Dublin", "2026-07-01T00:00:00Z", 1.0, "IST"),
            ("Asia/Kathmandu", "1980-01-01T00:00:00Z", 5.5, "+0530"),
            ("Asia/Kathmandu", "2026-01-01T00:00:00Z", 5.75, "+0545"),
            ("Pacific/Apia", "2011-12-30T09:59:59Z", -10.0, "-10"),
            ("Pacific/Apia", "2011-12-30T10:00:00Z", 14.0, "+14"),
            ("Pacific/Apia", "2026-01-01T00:00:00Z", 13.0, "+13"),
            ("Europe/London", "1941-07-01T00:00:00Z", 2.0, "BDST"),
            ("Europe/London", "1969-01-01T00:00:00Z", 1.0, "BST"),
            ("Europe/London", "2026-07-01T00:00:00Z", 1.0, "BST"),
            ("Europe/Moscow", "1991-03-31T00:00:00Z", 3.0, "EEST"),
            ("Europe/Moscow", "2012-01-01T00:00:00Z", 4.0, "MSK"),
            ("Europe/Moscow", "2026-01-01T00:00:00Z", 3.0, "MSK"),
            ("Asia/Tehran", "2020-07-01T00:00:00Z", 4.5, "+0430"),
            ("Asia/Tehran", "2026-07-01T00:00:00Z", 3.5, "+0330"),
            ("Asia/Tokyo", "1950-07-01T00:00:00Z", 10.0, "JDT"),
            ("Asia/Tokyo", "2026-07-01T00:00:00Z", 9.0, "JST"),
            ("America/Caracas", "2010-01-01T00:00:00Z", -4.5, "-0430"),
            ("America/Caracas", "2026-01-01T00:00:00Z", -4.0, "-04"),
            ("Africa/Cairo", "2026-07-01T00:00:00Z", 3.0, "EEST"),
            ("Africa/Cairo", "2100-07-01T00:00:00Z", 3.0, "EEST"),
            ("Asia/Gaza", "2026-07-01T00:00:00Z", 3.0, "EEST"),
            ("Pacific/Auckland", "2026-01-01T00:00:00Z", 13.0, "NZDT"),
            ("Pacific/Auckland", "2100-01-01T00:00:00Z", 13.0, "NZDT"),
            ("Pacific/Chatham", "2026-01-01T00:00:00Z", 13.75, "+1345"),
            ("America/St_Johns", "1988-07-01T00:00:00Z", -1.5, "NDDT"),
            ("America/St_Johns", "2026-07-01T00:00:00Z", -2.5, "NDT"),
            ("Antarctica/Troll", "2026-07-01T00:00:00Z", 2.0, "+02"),
            ("Asia/Pyongyang", "2016-01-01T00:00:00Z", 8.5, "KST"),
            ("America/Juneau", "1980-04-27T10:00:00Z", -8.0, "YDT"),
            ("America/Juneau", "1983-10-30T10:00:00Z", -9.0, "YST"),
            ("Africa/Monrovia", "1960-01-01T00:00:00Z", -0.7416666666666667, "MMT"),
            ("Asia/Calcutta", "2026-01-01T00:00:00Z", 5.5, "IST"),
            ("Etc/GMT-5", "2026-01-01T00:00:00Z", 5.0, "+05"),
        ])
    func offsets(name: String, moment: String, hours: Double, abbreviation: String) throws {
        let zone = try #require(Zone(named: name))
        let instant = try #require(TimeReader().read(moment)).instant
        #expect(abs(zone.offset(at: instant) - hours * 3_600_000) < 1)
        #expect(zone.abbreviation(at: instant) == abbreviation)
    }

    @Test(
        "A zone is found in any case, by old names, and by its offset",
        arguments: [
            ("europe/berlin", "Europe/Berlin", 1.0), ("US/Pacific", "America/Los_Angeles", -8),
            ("utc", "Etc/UTC", 0), ("GMT", "Etc/GMT", 0), ("Z", "UTC", 0), ("+02:00", "+02:00", 2),
            ("-0330", "-0330", -3.5),
            ("UTC+2", "UTC+2", 2), ("gmt-11", "gmt-11", -11),
        ])
    func names(text: String, name: String, hours: Double) throws {
        let zone = try #require(Zone(named: text))
        #expect(zone.name == name)
        #expect(zone.offset(at: 0) == hours * 3_600_000)
    }

    @Test(
        "A zone that nobody knows is none",
        arguments: [
            "", " ", "Europe", "Europe/Berli", "Europe/Berlin ", "+", "+25", "UTC+", "UTC 2",
            "+02:0", "R", "-", "é",
        ])
    func unknown(name: String) {
        #expect(Zone(named: name) == nil)
    }

    @Test("Every name that is listed is a zone")
    func listed() {
        let names = Zone.names
        #expect(names.count > 500)
        for name in names { #expect(Zone(named: name) != nil, "\(name)") }
    }

    @Test(
        "A time that clocks skip comes as much later, one that they show twice is the first",
        arguments: [
            ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29T01:30Z"),
            ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25T00:30Z"),
            ("America/New_York", "2026-03-08 02:00", "2026-03-08T07:00Z"),
            ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30Z"),
            ("Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-03T15:40Z"),
            ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30T22:00Z"),
            ("America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04T03:00Z"),
        ])
    func ambiguous(name: String, local: String, moment: String) throws {
        let zone = try #require(Zone(named: name))
        #expect(TimeReader(zone: zone).read(local) == TimeReader().read(moment))
    }

    @Test(
        "What the clocks show leads back to an instant at which they show it",
        arguments: [
            "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia",
            "Europe/Dublin",
        ])
    func roundTrip(name: String) throws {
        let zone = try #require(Zone(named: name))
        var random = SeededRandom(seed: 6)
        for _ in 0..<2000 {
            let instant = random.instant()
            let time = try #require(zone.civilTime(at: instant))
            let back = zone.instant(of: time)
            try #require(zone.civilTime(at: back) == time)
            try #require(back <= instant)
        }
    }

    @Test("No instant traps", arguments: awkwardNumbers)
    func survives(instant: Double) throws {
        let zone = try #require(Zone(named: "Europe/Berlin"))
        #expect(zone.offset(at: instant).isFinite)
        #expect(!zone.abbreviation(at: instant).isEmpty)
        if let time = zone.civilTime(at: instant) { #expect(zone.instant(of: time).isFinite) }
    }
}
