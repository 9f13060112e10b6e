import Dialects
import Figures
import Scenes
import Testing

@Suite("The values of a mark")
struct ValueTests {
    @Test(
        "An empty item or an underscore is a gap, which parts the line",
        arguments: ["line=3,1,,4,2", "line=3,1,_,4,2", "line=3, 1 , ,4,2", "line=1:3,2:1,,4:4,5:2"])
    func leavesGaps(query: String) throws {
        let strokes = try Query(query).scene().items.compactMap { item in
            if case .stroke(let path, let stroke, _) = item, stroke.width > 1.5 {
                path
            } else {
                nil
            }
        }
        let moves = strokes.flatMap(\.verbs).filter { $0 == .move }
        #expect(moves.count == 2)
    }

    @Test(
        "A mark without a value is a chart without marks",
        arguments: [
            "line=", "bar=", "line=,", "scatter=_", "pie=", "spark=", "hist=", "box=", "hline=",
            "text=",
            "band=", "bubble=", "line", "area=,,,&stack=1", "bar=&labels=A,B&sort=up",
        ])
    func drawsNothing(query: String) throws {
        #expect(try Query(query).scene().lines.count >= 1)
    }

    @Test(
        "Values without places stand at 1, 2, 3",
        arguments: [
            "line=5,6,7", "scatter=5,6,7", "stem=5,6,7", "error=4:5,5:6,6:7", "bubble=5,6,7",
        ])
    func counts(query: String) throws {
        let x = try panel(query).layers[0].extents.x
        #expect((x.low, x.high) == (1, 3))
    }

    @Test(
        "A pair brings its own place",
        arguments: [
            ("scatter=2:5,9:7", 2.0, 9.0, 5.0, 7.0), ("line=-1:5,0.5:7", -1, 0.5, 5, 7),
            ("bubble=2:5:1,9:7:2", 2, 9, 5, 7), ("error=2:4:6,9:5:7", 2, 9, 4, 7),
            ("band=2:4:6,9:5:7", 2, 9, 4, 7), ("stem=2:5,9:7", 2, 9, 0, 7),
            ("scatter=2:5,,9:7", 2, 9, 5, 7), ("line= 2 : 5 ,9:7", 2, 9, 5, 7),
        ])
    func pairs(query: String, left: Double, right: Double, low: Double, high: Double) throws {
        let extents = try panel(query).layers[0].extents
        #expect((extents.x.low, extents.x.high) == (left, right))
        #expect(
            (min(extents.y.low, extents.y.standsOnZero ? 0 : extents.y.low), extents.y.high) == (
                low, high
            ))
    }

    @Test(
        "Names in pairs become bands, in the order of their first appearance",
        arguments: [
            ("bar=Mon:3,Tue:5", ["Mon", "Tue"]),
            ("bar=Mon:3,Tue:5&bar=Wed:1,Mon:2", ["Mon", "Tue", "Wed"]),
            ("line=b:1,a:2,b:3", ["b", "a"]), ("bar=Mon:3,Tue:5,", ["Mon", "Tue"]),
            ("bar=Zoë (early):3,日本:5", ["Zoë (early)", "日本"]), ("bar=a\\nb:1", ["a\nb"]),
            ("bar=Mon:3,5", ["Mon", ""]), ("bar=Tue:5&labels=Mon,Tue", ["Mon", "Tue"]),
        ])
    func names(query: String, names: [String]) throws {
        #expect(try bands(query) == names)
    }

    @Test(
        "A number where names lie along x means the name, or else the place in the row",
        arguments: [
            ("x=2020,2021,2022&bar=3,1,4&line=2021:2", 1.0), ("bar=3,1,4&line=2:2", 1),
            ("bar=3,1,4&labels=a,b,c&line=3:2", 2), ("bar=3,1,4&labels=10,20,30&line=30:2", 2),
            ("x=2020,2021,2022&bar=3,1,4&line=2021.5:2", 1.5), ("bar=3,1,4&line=1.5:2", 0.5),
        ])
    func findsNumbers(query: String, place: Double) throws {
        #expect(try panel(query).layers[1].extents.x.low == place)
    }

    @Test(
        "An upright line stands at a number, a date or a name",
        arguments: [
            ("line=1:1,9:2&vline=3", 3.0), ("bar=3,1,4&labels=a,b,c&vline=c", 2),
            ("bar=3,1,4&vline=3", 2), ("x=2020,2021&bar=1,2&vline=2020.5", 0.5),
            ("line=2026-01-01:1,2026-02-01:2&vline=2026-01-02", 1_767_312_000_000),
            ("line=2026-01-01:1,2026-02-01:2&vline=2026-01-02T12:30", 1_767_357_000_000),
            ("line=2026-01-01:1,2026-02-01:2&vline=2026-01-02T12:30:15", 1_767_357_015_000),
        ])
    func standsAt(query: String, place: Double) throws {
        #expect(try panel(query).layers.last?.extents.x.low == place)
    }

    @Test(
        "A date that leads a pair keeps the colons of its time",
        arguments: [
            ("scatter=2026-01-01T12:30:2.5", 1767270600000.0, 2.5),
            ("scatter=2026-01-02T08:00:15:3", 1_767_340_815_000, 3),
            ("scatter=2026-01-02T08:00:15", 1_767_340_800_000, 15),
            ("scatter=2026-01-02 08:00:15", 1_767_340_800_000, 15),
            ("line=2026-01-02T08:00Z:3", 1_767_340_800_000, 3),
            ("line=2026-01-02T08:00:00+02:00:3", 1_767_333_600_000, 3),
            ("line=2026-01-02T08:00:00 02:00:3", 1_767_333_600_000, 3),
            ("line=2026-01-02T08:00:00.5:3", 1_767_340_800_500, 3),
            ("line=02.01.2026:3", 1_767_312_000_000, 3), ("line=2026-01:3", 1_767_225_600_000, 3),
            ("text=2026-01-02T08:00:15:at 08:00", 1_767_340_800_000, 15),
            ("bubble=2026-01-02T08:00:15:3", 1_767_340_800_000, 15),
            ("bubble=2026-01-02T08:00:15:3:4", 1_767_340_815_000, 3),
            ("error=2026-01-02T08:00:15:30", 1_767_340_800_000, 15),
            ("line=2026-01-02T08:00:_,2026-01-02T08:00:3", 1_767_340_800_000, 3),
        ])
    func readsTimes(query: String, x: Double, y: Double) throws {
        let panel = try panel(query)
        #expect(panel.layers[0].extents.x.low == x)
        #expect(panel.layers[0].extents.y.low == y)
        guard case .time = panel.axes[0].kind else {
            Issue.record("x is no time axis")
            return
        }
    }

    @Test(
        "The words of a text stand in the pair, as they are written",
        arguments: [
            ("text=1:2:Peak", "Peak"), ("text=1:2:1.50", "1.50"), ("text=1:2:12:30", "12:30"),
            ("text=1:2:2026-01-01", "2026-01-01"), ("text=1:2:_", "_"), ("text=1:2: a: b ", "a: b"),
            ("text=1:2&name=Peak", "Peak"), ("text=1:2&labels=Peak", "Peak"),
            ("text=1:2:1e400", "1e400"),
        ])
    func writes(query: String, words: String) throws {
        #expect(try texts("line=1,2,3&" + query).contains(words))
    }

    @Test("A backslash and an n break a line of text")
    func breaksLines() throws {
        let lines = try texts("line=1,2&title=first\\nsecond")
        #expect(lines.contains("first") && lines.contains("second"))
    }

    @Test(
        "A histogram shares its intervals with the others of its chart",
        arguments: [
            ("hist=1,2,3,4&bins=0,2,4", 0.0, 4.0), ("hist=1,2&hist=9,3&bins=4,0,12", 0, 12),
        ])
    func sharesBins(query: String, low: Double, high: Double) throws {
        for layer in try panel(query).layers {
            #expect((layer.extents.x.low, layer.extents.x.high) == (low, high))
        }
    }

    @Test(
        "Errors reach below and above their value",
        arguments: [
            ("line=10,20&errors=1,2", 9.0, 22.0), ("line=10,20&errors=1:5,2:3", 9, 23),
            ("line=10,20&errors=10%", 9, 22), ("line=10,20&errors=_,2", 10, 22),
            ("line=10,20&errors=4", 6, 24), ("bar=10,20&errors=1,2", 9, 22),
        ])
    func reaches(query: String, low: Double, high: Double) throws {
        let y = try panel(query).layers[0].extents.y
        #expect((y.low, y.high) == (low, high))
    }

    @Test("Several pies stand side by side, with the names of all or names of their own")
    func severalPies() throws {
        let figure = try figure("pie=1,2&pie=3,4&labels=A,B")
        #expect(figure.panels.map(\.place.minX) == [0, 0.5])
        #expect(try texts("pie=1,2&pie=3,4&labels=A,B").filter { $0.hasPrefix("A") }.count == 2)
        let own = try texts("pie=1,2&labels=A,B&pie=3,4&labels=C,D")
        for name in ["A", "B", "C", "D"] { #expect(own.contains { $0.hasPrefix(name) }) }
    }

    @Test(
        "Formulas are drawn over the range of x, its limits, what lies beside them, or -10 to 10",
        arguments: [
            ("x=-2..3&line=x", -2.0, 3.0), ("xlim=1..4&line=x", 1, 4), ("line=x", -10, 10),
            ("scatter=2:1,7:5&line=x", 2, 7), ("xlim=5..&line=x", 5, 25),
            ("xlim=..5&line=x", -15, 5),
            ("x=3..-2&line=x", -2, 3), ("x=1,2,4&line=x", 1, 4),
            ("x=0.1..1000&line=x&xscale=log", 0.1, 1000),
        ])
    func coversDomain(query: String, low: Double, high: Double) throws {
        let x = try #require(try panel(query).layers.last?.extents.x)
        #expect((x.low, x.high) == (low, high))
    }

    @Test("A constant formula is a level line", arguments: ["line=2*pi", "line=5-3", "line=pi"])
    func drawsConstants(query: String) throws {
        let y = try panel(query).layers[0].extents.y
        #expect(y.low == y.high)
    }

    @Test(
        "On a logarithmic axis a formula is sampled by factors, so that its beginning is not cut short"
    )
    func samplesByFactors() throws {
        let query = "x=1..1000000&line=ln(x)&xscale=log&ylim=0..14"
        let lines = try Query(query).scene().items.map { item -> [Point] in
            if case .stroke(let path, _, _) = item { path.points } else { [] }
        }
        let points = try #require(lines.max { $0.count < $1.count })
        let widest = zip(points, points.dropFirst()).map { $1.x - $0.x }.max() ?? 0
        #expect(points.count > 200 && widest < 10)
    }
}
