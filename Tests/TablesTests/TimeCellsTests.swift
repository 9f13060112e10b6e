import Notation
import Testing
import Trials

@testable import Tables

@Suite("Columns of times")
struct TimeCellsTests {
    private static let kinds: [TableReader.Kind] = [.automatic, .time]

    @Test("Dates are told from words in their common forms, in a column that mixes them too")
    func common() throws {
        let text = """
            t
            "Jan 5, 2026"
            5 Jan 2026 13:45
            05-Jan-2026
            "Mon, 05 Jan 2026 13:45:00 GMT"
            10/Oct/2026:13:55:36 -0700
            "2026-01-31 12:30:45,123"
            20260131T123045Z
            1/31/2026 1:05 PM
            2026 Jan
            """
        let line =
            "t times: 2026-1-5 2026-1-5T13:45:0 2026-1-5 2026-1-5T13:45:0 2026-10-10T20:55:36 "
            + "2026-1-31T12:30:45 2026-1-31T12:30:45 2026-1-31T13:5:0 2026-1-1"
        for kind in Self.kinds { #expect(try table(text, as: kind).lines == [line]) }
    }

    @Test(
        "Whether the day or the month comes first is told by any cell of the column",
        arguments: [
            ("1/2/2026\n1/31/2026\n", "2026-1-2 2026-1-31"),
            ("1/2/2026\n31/1/2026\n3/2/2026\n", "2026-2-1 2026-1-31 2026-2-3"),
            ("31/1/2026\n1/2/2026\n", "2026-1-31 2026-2-1"),
            ("1/2/2026\n3/4/2026\n", "2026-1-2 2026-3-4"),
            (
                "1/2/2026\nNA\n2026-05-06\n2/2/2026\n13/2/2026 5:00\n",
                "2026-2-1 _ 2026-5-6 2026-2-2 2026-2-13T5:0:0"
            ),
            ("2026\n1/2/2026\n13/2/2026\n", "2026-1-1 2026-2-1 2026-2-13"),
        ])
    func orders(cells: String, values: String) throws {
        for kind in Self.kinds {
            #expect(try table("t\n" + cells, as: kind).lines == ["t times: " + values])
            for piece in 1...9 {
                let bytes = Array(("t\n" + cells).utf8)
                #expect(try table(bytes, pieces: piece, room: 32).lines == ["t times: " + values])
            }
        }
    }

    @Test("Every column of dates with slashes is read in its order, however late that shows")
    func random() throws {
        var random = SeededRandom(seed: 50)
        for _ in 0..<60 {
            let isDayFirst = random.once(in: 2)
            let zone = try #require(
                Zone(named: random.one(of: ["UTC", "Europe/Berlin", "America/New_York"])))
            let early = random.whole(0...2000)
            let days = (0..<early + 20).map { ($0 < early ? random.whole(1...12) : $0 - early + 9) }
            let months = days.map { _ in random.whole(1...12) }
            let cells = zip(days, months).map {
                isDayFirst ? "\($0)/\($1)/2026" : "\($1)/\($0)/2026"
            }
            let instants = zip(days, months).map { CivilTime(year: 2026, month: $1, day: $0) }
                .map { zone.instant(of: $0) }
            let text = "t\n" + cells.joined(separator: "\n")
            for kind in Self.kinds {
                let read = try table(text, as: kind, zone: zone)
                try #require(read.columns[0].values == .times(instants))
            }
        }
    }

    @Test(
        "Dates in both orders are words, and refused at the cell that contradicts where dates are wanted"
    )
    func contradiction() throws {
        let text = "t\n1/2/2026\n31/1/2026\n1/31/2026\n"
        #expect(try table(text).lines == ["t words: <1/2/2026> <31/1/2026> <1/31/2026>"])
        let fourth = DataPlace(line: 4, column: 1, name: "t")
        #expect(throws: DataError.badCell(fourth, found: "1/31/2026", wanted: .dayFirst)) {
            try table(text, as: .time)
        }
        let third = DataPlace(line: 3, column: 1, name: "t")
        #expect(throws: DataError.badCell(third, found: "31/1/2026", wanted: .monthFirst)) {
            try table("t\n1/31/2026\n31/1/2026\n", as: .time)
        }
        #expect(throws: DataError.badCell(third, found: "31/13/2026", wanted: .time)) {
            try table("t\n1/31/2026\n31/13/2026\n", as: .time)
        }
    }

    @Test("Dates that turn out to be words are kept as they were written")
    func words() throws {
        let text = "t\n1/2/2026\n13/2/2026\nJan 2026\nsoon\n"
        #expect(
            try table(text).lines == ["t words: <1/2/2026> <13/2/2026> <Jan 2026> <soon>"])
    }

    @Test("A name that JSON gives twice has its last value, in the order that both tell")
    func twice() throws {
        let text = #"[{"t":"3/4/2026"},{"t":"1/2/2026","t":"13/2/2026"},{"t":"1/2/2026"}]"#
        for kind in Self.kinds {
            #expect(
                try table(text, as: kind).lines == ["t times: 2026-4-3 2026-2-13 2026-2-1"])
        }
    }

    @Test(
        "Plain numbers are Unix timestamps where times are asked for, and numbers where not",
        arguments: [
            ("1767225600\n1767312000\n", "2026-1-1 2026-1-2"),
            ("1767225600.5\n\n-86400\nNA\n", "2026-1-1 1969-12-31 _"),
            ("0\n1767225600000\n", "1970-1-1 2026-1-1"),
            ("1767225600000000\n1767312000000000\n", "2026-1-1 2026-1-2"),
            ("1767225600000000000\n1767312000000000000\n", "2026-1-1 2026-1-2"),
            ("0\n86400\n2000\n", "1970-1-1 1970-1-2 1970-1-1T0:33:20"),
            ("2025\n2026\n", "2025-1-1 2026-1-1"),
            ("20260131\n20260201\n", "2026-1-31 2026-2-1"),
        ])
    func timestamps(cells: String, values: String) throws {
        #expect(
            try table("t\n" + cells, as: .time).lines
                == ["t times: " + values])
        guard case .numbers = try table("t\n" + cells).columns[0].values else {
            Issue.record("no numbers")
            return
        }
    }

    @Test("Timestamps in JSON, as numbers or texts, are times where those are asked for")
    func timestampsInJSON() throws {
        for text in [
            #"[{"t":1767225600},{"t":null},{"t":1767312000}]"#,
            #"[{"t":"1767225600"},{"t":null},{"t":"1767312000"}]"#,
            #"{"t":[1767225600,null,1767312000]}"#,
        ] {
            #expect(try table(text, as: .time).lines == ["t times: 2026-1-1 _ 2026-1-2"])
        }
    }

    @Test("A column is timestamps or dates, not both")
    func mixed() {
        let third = DataPlace(line: 3, column: 1, name: "t")
        #expect(throws: DataError.badCell(third, found: "2026-01-01", wanted: .timestamp)) {
            try table("t\n1767225600\n2026-01-01\n", as: .time)
        }
        #expect(throws: DataError.badCell(third, found: "1767225600", wanted: .time)) {
            try table("t\n2026-01-01\n1767225600\n", as: .time)
        }
        #expect(throws: DataError.badCell(third, found: "1e20", wanted: .timestamp)) {
            try table("t\n1767225600\n1e20\n", as: .time)
        }
    }

    @Test("Many timestamps are read as their numbers are")
    func many() throws {
        let numbers = (0..<50_000).map { 1_767_225_600 + $0 * 60 }
        let text = "t\n" + numbers.map { "\($0)" }.joined(separator: "\n")
        #expect(
            try table(text, as: .time).columns[0].values
                == .times(numbers.map { Double($0) * 1000 }))
    }

    @Test("A first row of dates in any form is one of data")
    func headerless() throws {
        for row in ["13/2/2026,1", "1/2/2026,1", "5 Jan 2026,1"] {
            #expect(try table(row + "\n").columns.map(\.name) == ["1", "2"])
        }
    }
}
