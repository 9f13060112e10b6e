import Scenes
import Testing

@testable import Dialects

@Suite("What is refused, and where")
struct RefusalTests {
    @Test("A query without a mark is no chart", arguments: ["", "title=a", "_=1", "&&", "x=1,2"])
    func noMark(query: String) {
        #expect(refusal(query) == .noMark)
    }

    @Test(
        "A key that nobody knows is refused with the nearest known one",
        arguments: [
            ("lin", "line"), ("lnie", "line"), ("titel", "title"), ("colour", "color"),
            ("ylabl", "ylabel"),
            ("scater", "scatter"), ("labesl", "labels"), ("Line", "line"), ("xmin", "xlim"),
            ("tit", "title"), ("LEG", "legend"), ("y2", "y2lim"),
        ])
    func unknownKey(key: String, nearest: String) {
        #expect(refusal("line=1&\(key)=1") == .unknownKey(key, nearest: nearest))
    }

    @Test("A key that is like none gets no suggestion", arguments: ["zzzz", "qqqqqqqq", "é", "?"])
    func nothingNear(key: String) {
        #expect(refusal("line=1&\(key)=1") == .unknownKey(key, nearest: nil))
    }

    @Test("A value without a key is refused")
    func emptyKey() {
        guard case .unknownKey("", _) = refusal("line=1&=5") else {
            Issue.record("a value without a key was taken")
            return
        }
    }

    @Test(
        "A key of a mark before any mark is refused",
        arguments: ["name=a", "color=red", "dash=1", "width=2", "axis=right", "bins=4"])
    func beforeMarks(pair: String) {
        #expect(refusal(pair + "&line=1") == .beforeMarks(key: Query(pair).pairs[0].key))
    }

    @Test("A mark refuses the keys that it has no use for", arguments: MarkKind.all)
    func misplaced(kind: MarkKind) {
        for key in Key.ofMarks.map(\.name) where !kind.keys.contains(key) {
            // The chart has keys of the same names.
            if ["labels", "stack"].contains(key) { continue }
            let mark = kind.names[0]
            #expect(
                refusal("\(mark)=1&\(key)=1") == .misplaced(key: key, mark: mark, takes: kind.keys))
        }
    }

    @Test(
        "What is below zero is no part of a pie",
        arguments: [
            ("pie=3,-1,2", "pie", 2, "-1"), ("pie=_,2&donut=-2e-9", "donut", 0, "-2e-9"),
            ("sort=up&pie=3, -1.5 ,-2&labels=a,b,c", "pie", 2, "-1.5"),
        ])
    func negativeParts(query: String, key: String, offset: Int, found: String) {
        #expect(refusal(query) == .wrong(key: key, at: offset, found: found, .part))
        #expect(refusal("pie=0,-0,3,_") == nil)
    }

    @Test(
        "Pictures without axes cannot be shared",
        arguments: [
            ("pie=1&line=2", "pie", "line"), ("line=2&pie=1", "pie", "line"),
            ("spark=1&bar=2", "spark", "bar"),
            ("pie=1&spark=2", "pie", "spark"),
        ])
    func cannotShare(query: String, mark: String, other: String) {
        #expect(refusal(query) == .cannotShare(mark: mark, with: other))
    }

    @Test(
        "More values than places along x are refused",
        arguments: ["line", "bubble", "scatter", "stem"])
    func tooMany(mark: String) {
        #expect(
            refusal("x=1,2&\(mark)=1,2,3") == .tooMany(key: mark, count: 3, most: 2, of: "x"))
    }

    @Test(
        "A value that cannot be read is refused with its key and its character",
        arguments: [
            ("line=3,1,a4", "line", 4, "a4", NativeError.Wanted.data),
            ("line=日本,1,2", "line", 0, "日本", .data), ("line=1,é,2", "line", 2, "é", .data),
            ("line=a:1,é:x", "line", 4, "é:x", .data), ("line=1:2:3,4", "line", 0, "1:2:3", .data),
            ("line=1,2026-01-01", "line", 2, "2026-01-01", .data),
            ("pie=1,2:3", "pie", 2, "2:3", .data),
            ("pie=1,a", "pie", 2, "a", .data), ("hist=1, x,2", "hist", 2, "x", .data),
            ("hist=sin(x)", "hist", 0, "sin(x)", .data), ("spark=1:2", "spark", 0, "1:2", .data),
            ("bar=1&vline=nobody", "vline", 0, "nobody", .data),
            ("line=1&hline=3,b", "hline", 2, "b", .data),
            ("band=1:2,3", "band", 4, "3", .fields("low:high or x:low:high")),
            ("band=,3", "band", 1, "3", .fields("low:high or x:low:high")),
            ("error=1,2", "error", 0, "1", .fields("low:high or x:low:high")),
            ("bubble=1:2:3,1:2:3:4", "bubble", 6, "1:2:3:4", .fields("x:y:size")),
            ("text=1:2:a,5", "text", 6, "5", .fields("x:y or x:y:text")),
            ("line=1&color=bleu", "color", 0, "bleu", .color),
            ("line=1&colors=rgb(1,2,3),rot", "colors", 11, "rot", .color),
            ("line=1&width=thick", "width", 0, "thick", .number),
            ("line=1&width=101", "width", 0, "101", .within(0, 100)),
            ("line=1&opacity=-1", "opacity", 0, "-1", .within(0, 1)),
            ("line=1&dash=a", "dash", 0, "a", .dash), ("line=1&dash=0,0", "dash", 0, "0,0", .dash),
            ("line=1&dash=-1,2", "dash", 0, "-1,2", .dash),
            ("line=1&smooth=maybe", "smooth", 0, "maybe", .choice(["1", "0"])),
            ("line=1&axis=up", "axis", 0, "up", .choice(["right", "left"])),
            ("line=1&errors=1,b", "errors", 2, "b", .number),
            ("line=1&errors=1,-2", "errors", 2, "-2", .within(0, 1e300)),
            ("line=1&errors=1:2:3", "errors", 0, "1:2:3", .fields("low:high")),
            ("line=1&errors=-5%", "errors", 0, "-5%", .within(0, 1e6)),
            ("line=1&format=.2q", "format", 2, ".2q", .numberFormat),
            ("hist=1&bins=0", "bins", 0, "0", .within(1, 1000)),
            ("hist=1&bins=1,b", "bins", 2, "b", .number),
            ("size=400&line=1", "size", 0, "400", .size),
            ("line=1&size=axb", "size", 0, "axb", .size),
            ("line=1&size=0x5", "size", 0, "0x5", .size),
            ("line=1&size=5x", "size", 0, "5x", .size),
            ("line=1&w=0", "w", 0, "0", .within(1, 1e6)),
            ("line=1&dpr=9", "dpr", 0, "9", .within(0.25, 8)),
            ("line=1&ylim=5", "ylim", 0, "5", .range),
            ("line=1&ylim=5..5", "ylim", 0, "5..5", .range),
            ("line=1&ylim=a..5", "ylim", 0, "a", .range),
            ("line=1&ylim=5..é", "ylim", 3, "é", .range),
            ("x=..5&line=x", "x", 0, "..5", .range), ("x=5..5&line=x", "x", 0, "5..5", .range),
            ("line=1&yscale=log&ylim=0..9", "ylim", 0, "0", .above(0)),
            ("line=1&yscale=log&ylim=9..-1", "ylim", 3, "-1", .above(0)),
            ("line=1&yticks=201", "yticks", 0, "201", .within(1, 200)),
            ("line=1&yticks=1,b", "yticks", 2, "b", .number),
            ("line=1&yformat=.f2", "yformat", 1, ".f2", .numberFormat),
            ("line=2026-01-01:1&xformat=é %Q %é", "xformat", 5, "é %Q %é", .timeFormat),
            ("line=1&tz=+99:00", "tz", 0, "+99:00", .zone(nearest: nil)),
            ("x=2026-01-01,b&xscale=time&line=1,2", "x", 11, "b", .date),
            ("x=1/31/2026,31/1/2026&xscale=time&line=1,2", "x", 10, "31/1/2026", .date),
            ("x=2026,1767225600&xscale=time&line=1,2", "x", 5, "1767225600", .date),
            ("line=1&xscale=time&xlim=1/2/2026..", "xlim", 0, "1/2/2026", .range),
            (
                "line=1&legend=middle", "legend", 0, "middle",
                .choice(["top", "right", "bottom", "left", "none", "0", "auto", "1"])
            ),
            (
                "line=1&yscale=band", "yscale", 0, "band",
                .choice(["linear", "log", "symlog", "time"])
            ),
            ("line=2*é", "line", 2, "é", .formula(.unexpected)),
            ("line=sine(x)", "line", 0, "sine", .formula(.unknownName(nearest: "sin"))),
            ("line=x+", "line", 2, "", .formula(.unfinished)),
        ])
    func wrong(query: String, key: String, at: Int, found: String, wanted: NativeError.Wanted) {
        #expect(refusal(query) == .wrong(key: key, at: at, found: found, wanted))
    }

    @Test(
        "Numbers beyond 1e300 are refused, since what lies between them cannot be reckoned",
        arguments: [
            ("line=1,2e300", "line", 2, "2e300"), ("line=-1e308", "line", 0, "-1e308"),
            ("line=1,1e400,2", "line", 2, "1e400"), ("line=1e400", "line", 0, "1e400"),
            ("scatter=1:2,1e301:5", "scatter", 4, "1e301:5"),
            ("line=1&ylim=-1e308..1e308", "ylim", 0, "-1e308"),
            ("line=1&ylim=0..1e301", "ylim", 3, "1e301"),
            ("line=1&yticks=1,1e308", "yticks", 2, "1e308"),
            ("line=1&errors=1e301", "errors", 0, "1e301"),
            ("hist=1&bins=0,1e308", "bins", 2, "1e308"),
            ("x=0..1e308&line=x", "x", 3, "1e308"), ("band=0:1e308", "band", 0, "0:1e308"),
        ])
    func tooLarge(query: String, key: String, at: Int, found: String) {
        #expect(refusal(query) == .wrong(key: key, at: at, found: found, .within(-1e300, 1e300)))
    }

    @Test(
        "Numbers up to 1e300, and next to nothing, can be drawn",
        arguments: [
            "line=1e300,-1e300", "line=1e-300,2e-300", "line=-0,0", "line=5e-324",
            "line=5e-324&yscale=log", "line=5e-324,1e-320&yscale=symlog",
            "bar=1e300,-1e300&bar=1e300,1",
            "area=1e300,1&area=1e300,1&stack=1", "area=1e300,1&area=1e300,1&stack=percent",
            "pie=1e300,1e300",
            "hist=1e300,-1e300,0", "hist=1e-300,2e-300", "box=1e300,-1e300,0",
            "scatter=1e300:1e300,-1e300:-1e300",
            "line=1e-300,1e300&yscale=log", "line=-1e300,1e300&yscale=symlog",
            "x=-1e300..1e300&line=x",
            "x=-1e300..1e300&line=x^2", "line=1e300&errors=1e300", "bar=1e300&errors=1000000%",
            "bubble=1:1:1e300,2:2:1e-300", "line=1&ylim=-1e300..1e300", "line=1&ylim=0..1e-300",
            "line=1e300:1&xscale=time", "line=2026-01-01:1,1e300:2", "stem=1e300,-1e300",
            "error=-1e300:1e300",
            "bar=1e300:3,2:5&labels=A,B&sort=up", "vline=1e300&bar=1,2", "hline=-1e300&line=1",
            "line=1e300,-1e300&labels=1&format=.20f", "spark=1e300,-1e300",
            "x=1e-300..1e300&line=ln(x)&xscale=log",
            "band=-1e300:1e300,0:1", "text=1e300:1e300:far", "line=1,1.0000000000000002",
            "x=1e15,1e15&line=1,2",
            "line=1e300:1,1e-300:2&xscale=log", "line=1&ylim=1e300..1e-300",
        ])
    func drawsExtremes(query: String) throws {
        for size in ["16x16", "800x400", "1x1"] {
            #expect(try Query(query + "&size=" + size).scene().lines.count >= 1)
        }
    }

    @Test("Small and large pictures can be drawn", arguments: ManualTests.queries)
    func drawsSizes(query: String) throws {
        for size in ["16x16", "4000x3000", "1x1", "8192x1", "1x4000"] {
            var query = try Query(encoded: query)
            query.pairs.removeAll { $0.key == "size" }
            query.pairs.insert(Pair("size", size), at: 0)
            #expect(try query.scene().lines.count >= 1)
        }
    }
}

@Test(
    "A key that nothing in the chart could heed is refused, with what is missing",
    arguments: [
        ("pie=1,2&ylabel=Share", "ylabel", NativeError.Missing.axes(mark: "pie")),
        ("spark=1,2&grid=both", "grid", .axes(mark: "spark")),
        ("horizontal=1&donut=1,2", "horizontal", .axes(mark: "donut")),
        ("line=1,2&y2label=Visits", "y2label", .rightAxis),
        ("line=1,2&sort=down", "sort", .names),
    ])
func refusesUseless(query: String, key: String, missing: NativeError.Missing) {
    #expect(refusal(query) == .noUse(key: key, missing))
}
