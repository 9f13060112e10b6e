import Notation

extension Entry {
    /// A date; before a line feed, the zone in which it is read.
    static let dates = Entry(
        name: "dates",
        fault: { bytes in
            let parts = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.count > 1 ? String(decoding: parts[0], as: UTF8.self) : ""
            let text = Array(parts.last ?? [])
            var promises = Promises()
            guard let iso else { return "no format" }
            for zone in [Zone.utc, Zone(named: name) ?? .utc] {
                for order in [nil, DateOrder.monthFirst, .dayFirst, .asTold] {
                    let reader = TimeReader(zone: zone, readsCompactDates: true, order: order)
                    guard let instant = reader.read(text.span)?.instant else { continue }
                    promises.hold(
                        instant.magnitude <= CivilTime.farthest, "\(instant) lies too far away")
                    promises.hold(
                        zone.offset(at: instant).magnitude <= 86_400_000, "a zone is a day away")
                    let whole = instant.rounded(.down)
                    guard let civil = CivilTime(wall: whole), 0...9999 ~= civil.year else {
                        continue
                    }
                    let again = TimeReader().read(iso.format(whole))?.instant
                    promises.hold(again == whole, "\(whole) is written as \(again ?? .nan)")
                }
                // Read by the column, a time is what it is by itself.
                var column = TimeColumnReader(zone: zone)
                let reader = TimeReader(zone: zone, order: .asTold)
                if let first = column.read(text.span), let alone = reader.read(text.span) {
                    promises.hold(
                        first == alone.instant || alone.telling != .nothing,
                        "a column reads \(first), not \(alone.instant)")
                    promises.hold(column.read(text.span) == first, "and something else again")
                }
            }
            return promises.fault
        },
        seeds: [
            "2026", "2026-01", "2026-01-31", "2026/1/31", "2026-W05", "2026-Q1",
            "20260131T123045Z", "31.12.2026", "1/31/2026", "31/1/2026", "Jan 5, 2026",
            "5 January 2026", "05-Jan-2026", "Jan 2026", "2026-Jan-05", "Mon, 05 Jan 2026", "12:30",
            "2026-01-31T12:30:45.123456+02:00", "2026-01-31 1:05 PM", "0001-01-01", "9999-12-31",
            "Europe/Berlin\n2026-03-29T02:30", "+05:30\n2026-01-01 00:00",
            "10/Oct/2026:13:55:36 -0700", "Mon Jan  5 13:45:00 2026",
        ],
        words: [
            "Jan", "January", "Sep", "Mon, ", " AM", " PM", "GMT", "T24:00", ":60", "-W53", "-Q4",
            "+14:00", "Europe/Berlin\n", "America/New_York\n", "Africa/Casablanca\n", "UTC-3\n",
        ])

    /// A format of numbers and one of times, as d3 writes them.
    static let formats = Entry(
        name: "formats",
        fault: { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            var promises = Promises()
            if let format = try? NumberFormat(text) {
                for number in sampleNumbers {
                    let written = format.format(number)
                    promises.hold(
                        !written.isEmpty || format.kind != .fixed, "\(number) is lost")
                    promises.hold(written.utf8.count < 2000, "\(number) is very long")
                }
                for number in [Double.nan, .infinity, -.infinity] { _ = format.format(number) }
            }
            if let format = try? TimeFormat(text), let zone = berlin {
                for instant in sampleInstants {
                    let written = format.format(instant, in: zone)
                    promises.hold(
                        written.utf8.count <= 40 * (text.utf8.count + 1), "\(instant) is very long")
                }
            }
            return promises.fault
        },
        seeds: [
            ".1f", "$,.2f", "~s", ".0%", "+.3e", "08.2f", "^20", "_<10,d", "(.2f", "#x", "b", "o",
            "X", "c", ".3~r", ".100f", "100", "%Y-%m-%d", "%b %-d, %I:%M %p", "%j %U %V %W %u %w",
            "%G-W%V", "%s %Q %L %f %Z", "%%", "%q", "%c %x %X", "%_d%0e",
        ],
        words: ["%-", "%_", "%0", ",.", "~", "$"])
}

private let iso = try? TimeFormat("%Y-%m-%dT%H:%M:%S.%LZ")

private let berlin = Zone(named: "Europe/Berlin")

private let sampleNumbers: [Double] = [
    0, -0.0, 1, -1.5, 0.1, 12_345.678, 1e-7, 9.995, 1e21, -1e300, .leastNonzeroMagnitude,
]

private let sampleInstants: [Double] = [
    0, 1.767e12, -6.2e13, CivilTime.farthest, -CivilTime.farthest, .nan,
]
