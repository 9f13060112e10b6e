import Notation
import Tables
import Testing
import Trials

@Suite("Tables as CSV")
struct CSVWriterTests {
    private static func text(_ columns: Table.Column..., zone: Zone = .utc) -> String {
        String(decoding: CSVWriter.bytes(of: Table(columns), in: zone), as: UTF8.self)
    }

    private static func cell(_ text: String) -> String {
        Self.text(Table.Column("a", .words([0], texts: [text])))
    }

    @Test("Names come first, each line ends with CR and LF, and there is no mark before them")
    func shape() {
        let text = Self.text(
            Table.Column("x", .numbers([1, 2])), Table.Column("y", .numbers([0.5, -3])))
        #expect(text == "x,y\r\n1,0.5\r\n2,-3\r\n")
    }

    @Test("What is missing is empty, whatever its kind")
    func missing() {
        let text = Self.text(
            Table.Column("n", .numbers([.nan, .infinity])), Table.Column("t", .times([.nan, 0])),
            Table.Column("w", .words([-1, 0], texts: ["a"])))
        #expect(text == "n,t,w\r\n,,\r\n,1970-01-01,a\r\n")
    }

    @Test("A missing value alone in its row is no empty line, which readers would pass over")
    func single() {
        #expect(Self.text(Table.Column("n", .numbers([.nan, 1]))) == "n\r\n\"\"\r\n1\r\n")
    }

    @Test(
        "Texts stand in quotes where separators, quotes, line breaks or spaces at an end ask for it",
        arguments: [
            ("plain text", "plain text"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
            ("a\nb", "\"a\nb\""), ("a;b", "\"a;b\""), (" a", "\" a\""), ("é", "é"),
        ])
    func quotes(text: String, field: String) {
        #expect(Self.cell(text) == "a\r\n\(field)\r\n")
    }

    @Test(
        "No text is a formula for a spreadsheet",
        arguments: [
            ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""),
            ("\n=1", "\"'\n=1\""), (" =1", "' =1"), ("＝1", "'＝1"), ("＋1", "'＋1"),
            ("－1", "'－1"), ("＠1", "'＠1"), ("=1,\"2\"", "\"'=1,\"\"2\"\"\""), ("a=1", "a=1"),
        ])
    func formulas(text: String, field: String) {
        #expect(Self.cell(text) == "a\r\n\(field)\r\n")
        let header = Self.text(Table.Column(text, .numbers([1])))
        #expect(header == field + "\r\n1\r\n")
    }

    @Test("Negative numbers stay numbers, also as texts", arguments: ["-5", "-0.25", "+3", "-1e9"])
    func negative(text: String) { #expect(Self.cell(text) == "a\r\n\(text)\r\n") }

    @Test("Midnights are dates, other times have the offset of the zone's clocks")
    func times() throws {
        let zone = try #require(Zone(named: "Europe/Berlin"))
        let midnight = zone.instant(of: CivilTime(year: 2026, month: 3, day: 29))
        let later = midnight + 3 * 3_600_000
        let column = Table.Column("t", .times([midnight]))
        #expect(Self.text(column, zone: zone) == "t\r\n2026-03-29\r\n")
        let both = Table.Column("t", .times([midnight, later, later + 0.25]))
        #expect(
            Self.text(both, zone: zone)
                == "t\r\n2026-03-29T00:00:00+01:00\r\n2026-03-29T04:00:00+02:00\r\n"
                + "2026-03-29T04:00:00.000250+02:00\r\n")
        #expect(Self.text(both).hasPrefix("t\r\n2026-03-28T23:00:00Z\r\n"))
    }

    @Test("Any time is read back as the same instant")
    func timesComeBack() throws {
        var random = SeededRandom(seed: 5)
        for name in ["UTC", "America/New_York", "Asia/Kathmandu"] {
            let zone = try #require(Zone(named: name))
            let times = (0..<300).map { _ in random.number(-6e13...2.5e14).rounded() }
            let lines = Self.text(Table.Column("t", .times(times)), zone: zone)
                .split(separator: "\r\n").dropFirst()
            for (time, line) in zip(times, lines) {
                #expect(TimeReader(zone: .utc).read(String(line))?.instant == time, "\(line)")
            }
        }
    }

    @Test(
        "A number is written as the shortest text that reads back as it",
        arguments: [
            (0.1, "0.1"), (0.1 + 0.2, "0.30000000000000004"), (-0.0, "0"),
            (1e15, "1000000000000000"),
            (1e21, "1e+21"), (1e-7, "1e-7"), (123456.789, "123456.789"), (-2.5, "-2.5"),
            (0.000001, "0.000001"), (.leastNonzeroMagnitude, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (999999999999.999, "999999999999.999"),
        ])
    func numbers(number: Double, text: String) {
        #expect(Self.text(Table.Column("a", .numbers([number]))) == "a\r\n\(text)\r\n")
    }

    @Test("Numbers of any size and number of digits are written as decimals are elsewhere")
    func randomNumbers() {
        var random = SeededRandom(seed: 9)
        for _ in 0..<20_000 {
            let digits = Double(random.whole(-999_999...999_999))
            let number =
                random.once(in: 2)
                ? digits / [1, 10, 100, 1000, 1e4, 1e6, 1e9, 1e12][random.whole(0...7)]
                : Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            var bytes: [UInt8] = []
            bytes.append(decimal: number)
            #expect(String(decoding: bytes, as: UTF8.self) == number.decimalText)
        }
    }
}
