import Figures
import Notation
import Scenes
import Testing

@testable import Dialects

@Suite("The keys of the chart")
struct ChartTests {
    @Test(
        "Times are named no finer than the data tells them",
        arguments: [
            ("x=2026-01-05,2026-01-06,2026-01-07&line=1,2,3", "Jan 5|2026|Jan 6|Jan 7"),
            ("x=2026-01-05&scatter=1", "Jan 5|2026"),
            ("x=2026-01-01&scatter=1", "Jan 1|2026"),
            ("x=2026-01-01,2026-02-01&line=1,2", "Jan|2026|Feb"),
            ("x=2025-01-01,2026-01-01&line=1,2", "2025|2026"),
            (
                "x=2026-03-28,2026-03-29,2026-03-30&line=1,2,3&tz=Europe/Berlin",
                "Mar 28|2026|Mar 29|Mar 30"
            ),
            (
                "x=2026-01-05,2026-01-06&line=1,2&xlim=2026-01-05T06:00..2026-01-05T18:00&size=300x200",
                "06:00|Jan 5, 2026|09:00|12:00|15:00|18:00"
            ),
        ])
    func timesNotFiner(query: String, labels: String) throws {
        let all = try texts(query + "&yticks=none")
        #expect(all.joined(separator: "|") == labels)
    }

    @Test("Times within days are named by the clock")
    func clockTimes() throws {
        let all = try texts("x=2026-01-05,2026-01-05T12:00,2026-01-06&line=1,2,3&yticks=none")
        #expect(all.contains("12:00"))
    }

    @Test(
        "Keys of the chart stand anywhere, and of two the last one counts",
        arguments: [
            ("title=A&line=1,2", "A"), ("line=1,2&title=A", "A"), ("title=A&line=1&title=B", "B"),
            ("line=1&title=A&line=2&title=", ""),
        ])
    func lastCounts(query: String, title: String) throws {
        #expect(try figure(query).title == title)
    }

    @Test("Of two lists of x the last one counts")
    func lastX() throws {
        let x = try panel("x=1,2&x=5,6&line=1,2").layers[0].extents.x
        #expect((x.low, x.high) == (5, 6))
    }

    @Test(
        "Keys with an underscore, and empty pairs, are ignored",
        arguments: [
            "_=1&line=1,2", "line=1,2&_t=123&_", "&&line=1,2&&", "line=1,2&=", "_line=5&line=1,2",
        ])
    func ignores(query: String) throws {
        #expect(try drawing(query) == drawing("line=1,2"))
    }

    @Test("Ten thousand keys are read, and ten thousand marks refused")
    func manyKeys() throws {
        let names = String(repeating: "&name=a", count: 10_000)
        #expect(try panel("line=1,2" + names).layers.count == 1)
        #expect(
            refusal(String(repeating: "line=1&", count: 10_000))
                == .limit(key: "line", count: 10_000, most: 200, setting: "PLOT_MAX_MARKS"))
    }

    @Test("A pie has a thousand parts at most")
    func manyParts() throws {
        let parts = Array(repeating: "1", count: 1_000).joined(separator: ",")
        #expect(try panel("pie=" + parts).layers.count == 1)
        #expect(
            refusal("pie=" + parts + ",1")
                == .limit(key: "pie", count: 1_001, most: 1_000, setting: "PLOT_MAX_PARTS"))
    }

    @Test(
        "A size is a width and a height",
        arguments: [
            ("size=400x200", 400.0, 200.0), ("size=400X200", 400, 200), ("size=400×200", 400, 200),
            ("size=400*200", 400, 200), ("size= 400 x 200 ", 400, 200), ("w=300", 300, 400),
            ("h=300", 800, 300), ("w=300&h=100", 300, 100), ("size=400x200&w=300", 300, 200),
            ("size=16x16", 16, 16), ("size=4000x3000", 4000, 3000), ("size=1x1", 1, 1),
            ("size=120.5x24", 120.5, 24), ("title=a", 800, 400),
        ])
    func sizes(query: String, width: Double, height: Double) throws {
        #expect(try figure("line=1,2&" + query).size == Size(width, height))
        #expect(try figure(query + "&line=1,2").size == Size(width, height))
    }

    @Test(
        "A picture that is too large is refused",
        arguments: [
            ("size=8193x10", 8193, 8192, "PLOT_MAX_SIDE"),
            ("w=100000", 100_000, 8192, "PLOT_MAX_SIDE"),
            ("size=8000x8000", 64_000_000, 40_000_000, "PLOT_MAX_PIXELS"),
            ("size=4000x3000&dpr=2", 48_000_000, 40_000_000, "PLOT_MAX_PIXELS"),
        ])
    func refusesSize(query: String, count: Int, most: Int, setting: String) {
        #expect(
            refusal("line=1&" + query)
                == .limit(key: "size", count: count, most: most, setting: setting))
    }

    @Test("A mark with too many values is refused")
    func refusesValues() {
        var limits = NativeLimits()
        limits.values = 3
        #expect(
            throws: NativeError.limit(key: "line", count: 4, most: 3, setting: "PLOT_MAX_VALUES")
        ) {
            try Query("line=1,2,3,4").figure(limits)
        }
    }

    @Test(
        "Limits fix the ends of an axis, and an empty side leaves it free",
        arguments: [
            ("ylim=0..5", 0.0, 5.0, false), ("ylim=..5", nil, 5, false),
            ("ylim=0..", 0, nil, false),
            ("ylim=..", nil, nil, false), ("ylim=5..0", 0, 5, true),
            ("ylim=-1.5..1e3", -1.5, 1000, false),
            ("ylim= 0 .. 5 ", 0, 5, false), ("yscale=log&ylim=1..100", 1, 100, false),
        ])
    func limits(query: String, lower: Double?, upper: Double?, isReversed: Bool) throws {
        let y = try panel("line=1,2&" + query).axes[1]
        #expect((y.lower, y.upper) == (lower, upper))
        #expect(y.isReversed == isReversed)
    }

    @Test("Dates limit an axis of time, in the zone of the chart")
    func limitsOfTime() throws {
        let query = "line=2026-01-01:1,2026-03-01:2&xlim=2026-01-15..2026-02-01T12:00&tz=+01:00"
        let x = try panel(query).axes[0]
        #expect((x.lower, x.upper) == (1_768_431_600_000, 1_769_943_600_000))
    }

    @Test("A reversed range of x turns its axis round")
    func reversed() throws {
        #expect(try panel("x=5..1&line=x").axes[0].isReversed)
        #expect(try !panel("x=1..5&line=x").axes[0].isReversed)
    }

    @Test(
        "Ticks are about so many, at given values, or none",
        arguments: [
            ("yticks=3", Axis.Ticks.about(3)), ("yticks=none", .none), ("yticks=0", .none),
            ("yticks=1,2.5,3", .at([1, 2.5, 3])), ("yticks=2.5", .at([2.5])),
            ("title=", .automatic),
        ])
    func ticks(query: String, ticks: Axis.Ticks) throws {
        #expect(try panel("line=1,2,3&" + query).axes[1].ticks == ticks)
    }

    @Test("Ticks of an axis of time are dates")
    func ticksOfTime() throws {
        let query = "line=2026-01-01:1,2026-03-01:2&xticks=2026-02-01"
        #expect(try panel(query).axes[0].ticks == .at([1_769_904_000_000]))
    }

    @Test(
        "Dates along x are the same in each of their common forms",
        arguments: [
            "x=Feb 1 2026,Feb 13 2026&line=1,2", "x=1 Feb 2026,13 Feb 2026&line=1,2",
            "x=2/1/2026,2/13/2026&line=1,2", "x=1/2/2026,13/2/2026&line=1,2",
            "x=01/02/2026,13/02/2026 12:00 AM&line=1,2",
            "x=1769904000,1770940800&xscale=time&line=1,2",
            "x=1769904000000,1770940800000&xscale=time&line=1,2",
            "line=Feb 1 2026:1,Feb 13 2026:2",
            "line=1 February 2026 0:00:1,13-Feb-2026 0:00:00:2",
            "line=Feb 1 2026 0:00:1,Feb 13 2026 0:00:00:2",
        ])
    func formsOfDates(query: String) throws {
        let layer = try panel(query).layers[0]
        #expect(
            (layer.extents.x.low, layer.extents.x.high) == (1_769_904_000_000, 1_770_940_800_000))
    }

    @Test("Dates with slashes in both orders are names")
    func mixedOrders() throws {
        guard case .bands = try panel("x=1/13/2026,13/1/2026&bar=1,2").axes[0].kind else {
            Issue.record("no names")
            return
        }
    }

    @Test(
        "What lies along x tells the kind of its axis",
        arguments: [
            ("x=1,2&line=1,2", "linear"), ("x=1,2&bar=1,2", "bands"), ("x=a,b&line=1,2", "bands"),
            ("labels=a,b&line=1,2", "bands"), ("x=2026-01-01,2026-01-02&bar=1,2", "time"),
            ("x=2026-01-01..2026-01-09&line=1,2", "time"), ("x=1..9&line=1,2", "linear"),
            ("x=2020,2021&xscale=time&line=1,2", "time"),
            ("x=2020,2021&xscale=band&line=1,2", "bands"),
            ("x=1,10,50&bar=1,2,3", "linear"), ("bar=1:2,5:3", "linear"), ("bar=1,2", "bands"),
            ("x=1,10&xscale=log&line=1,2", "log"), ("line=1,2&xscale=symlog", "symlog"),
            ("x=2026-01-01,,2026-01-02&line=1,2,3", "time"), ("hist=1,2,3", "linear"),
        ])
    func kindOfX(query: String, kind: String) throws {
        let found =
            switch try panel(query).axes[0].kind {
            case .linear: "linear"
            case .logarithmic: "log"
            case .symmetricLogarithmic: "symlog"
            case .time: "time"
            case .bands: "bands"
            }
        #expect(found == kind)
    }

    @Test("A mark on the right brings its axis, and one alone there leaves the left one out")
    func axisOnTheRight() throws {
        let both = try panel("line=1,2&line=30,90&axis=right&y2label=Visits")
        #expect(both.axes.map(\.side) == [.bottom, .left, .right])
        #expect(both.layers.map(\.y) == [1, 2])
        #expect(both.axes[2].title == "Visits")
        let alone = try panel("line=1,2&axis=right")
        #expect(alone.axes.map(\.isVisible) == [true, false, true])
    }

    @Test("Horizontal bars turn the axes, and the first band is on top")
    func horizontal() throws {
        let panel = try panel("bar=1,2&labels=a,b&horizontal=1")
        #expect(panel.axes.map(\.side) == [.left, .bottom])
        #expect(panel.axes[0].isReversed)
        #expect(panel.layers[0].isTransposed)
    }

    @Test(
        "Bars are ordered by value or by name",
        arguments: [
            ("sort=up", ["A", "C", "B"]), ("sort=asc", ["A", "C", "B"]),
            ("sort=down", ["B", "C", "A"]),
            ("sort=desc", ["B", "C", "A"]), ("sort=name", ["A", "B", "C"]),
            ("sort=none", ["C", "A", "B"]),
        ])
    func sorts(query: String, names: [String]) throws {
        #expect(try bands("bar=5,3,9&labels=C,A,B&" + query) == names)
        #expect(try bands("bar=C:5,A:3,B:9&" + query) == names)
    }

    @Test("Gaps come last, whichever way bars are ordered", arguments: ["up", "down"])
    func sortsGaps(order: String) throws {
        #expect(try bands("bar=5,,9&labels=C,A,B&sort=\(order)")?.last == "A")
    }

    @Test("What stands on a band moves with it")
    func sortsAll() throws {
        let panel = try panel("bar=5,3&labels=A,B&scatter=B:4&vline=A&sort=up")
        #expect(panel.layers[1].extents.x.low == 0)
        #expect(panel.layers[2].extents.x.low == 1)
    }

    @Test(
        "Areas and bars are stacked on each other, negative values downwards",
        arguments: [
            ("area=1,3&area=2,1&stack=1", 4.0, 0.0), ("bar=1,3&bar=2,1&stack=1", 4, 0),
            ("bar=1,-3&bar=2,-1&stack=1", 3, -4), ("bar=1,3&bar=-2,1&stack=1", 4, -2),
            ("line=1,3&line=2,1&stack=1", 4, 0), ("bar=1,3&stack=a&bar=2,1&stack=a", 4, 0),
            ("bar=1,3&stack=a&bar=2,1&stack=b", 3, 0), ("bar=1,3&bar=2,1&stack=0", 3, 0),
            ("area=1,3&area=2,6&stack=percent", 100, 0), ("bar=1,&bar=,6&stack=1", 6, 0),
            ("bar=1,-3&bar=3,-1&stack=percent", 100, -100), ("bar=0,0&bar=0,0&stack=percent", 0, 0),
        ])
    func stacks(query: String, high: Double, low: Double) throws {
        let layers = try panel(query).layers
        #expect(layers.map(\.extents.y.high).max() == high)
        #expect(min(0, layers.map(\.extents.y.low).min() ?? 0) == low)
    }

    @Test("A sparkline fills its picture, without axes or legend")
    func spark() throws {
        let figure = try figure("spark=1,5,2&size=120x24")
        #expect(figure.panels[0].axes.allSatisfy { !$0.isVisible })
        #expect(figure.legend.position == .none)
        #expect(try texts("spark=1,5,2&size=120x24").isEmpty)
    }

    @Test(
        "A time zone is a name in any case, or an offset",
        arguments: ["Europe/Berlin", "europe/berlin", "+01:00", " 01:00", "UTC+1", "UTC 1"])
    func zones(zone: String) throws {
        let x = try panel("line=2026-01-01T01:00:5&tz=" + zone).layers[0].extents.x
        #expect(x.low == 1_767_225_600_000)
    }

    @Test(
        "A time zone that nobody knows gets the nearest one",
        arguments: [
            ("Europe/Berln", "Europe/Berlin"), ("Berlin", "Europe/Berlin"),
            ("new york", "America/New_York"),
            ("Asia/Tokio", "Asia/Tokyo"),
        ])
    func nearestZone(zone: String, nearest: String) {
        #expect(
            refusal("line=1&tz=" + zone)
                == .wrong(key: "tz", at: 0, found: zone, .zone(nearest: nearest)))
    }

    @Test(
        "A colour may be written in any form of a style sheet",
        arguments: [
            ("teal", 0x0080_80FF), ("TEAL", 0x0080_80FF), ("rebeccapurple", 0x6633_99FF),
            ("#f00", 0xFF00_00FF),
            ("f00", 0xFF00_00FF), ("f008", 0xFF00_0088), ("#3b5cc4", 0x3B5C_C4FF),
            ("3b5cc480", 0x3B5C_C480),
            ("rgb(255,0,0)", 0xFF00_00FF), ("rgb(255 0 0)", 0xFF00_00FF),
            ("rgba(255,0,0,0.5)", 0xFF00_0080),
            ("rgb(255 0 0 / 50%)", 0xFF00_0080), ("rgb(100%,0%,0%)", 0xFF00_00FF),
            ("hsl(120,100%,50%)", 0x00FF_00FF),
            ("hsl(240deg 100% 50%)", 0x0000_FFFF), ("hsla(0,100%,50%,.5)", 0xFF00_0080),
            ("hsl(-120,100%,50%)", 0x0000_FFFF),
            ("rgb(300,-5,0)", 0xFF00_00FF), (" red ", 0xFF00_00FF), ("transparent", 0), ("none", 0),
            ("hsl(480,100%,50%)", 0x00FF_00FF),
        ] as [(String, UInt32)])
    func colors(text: String, color: UInt32) throws {
        #expect(ColorReader.read(text) == Color(color))
        #expect(try figure("line=1,2&bg=" + text).theme.background == Color(color))
    }

    @Test(
        "What is no colour is refused",
        arguments: [
            "", "#", "#12", "#12345", "12345", "#gggggg", "bleu", "rgb()", "rgb(1,2)",
            "rgb(1,2,3,4,5)",
            "hsl(a,b,c)", "rgb(1,2,3", "cmyk(1,2,3)", ")", "()", "#red", "rgb(1e999,0,0)",
        ])
    func noColor(text: String) {
        #expect(ColorReader.read(text) == nil)
        #expect(refusal("line=1&color=" + text) == .wrong(key: "color", at: 0, found: text, .color))
    }

    @Test("A palette is a list of colours, those with commas among them")
    func palette() throws {
        let colors = try figure("line=1,2&colors=teal,rgb(1,2,3),f00").theme.palette
        #expect(colors == [Color(0x0080_80FF), Color(0x0102_03FF), Color(0xFF00_00FF)])
    }
}
