import Drawing
import Figures
import Fonts
import Notation
import Scenes
import Tables
import Testing
import Trials

@testable import Dialects

/// A chart of posted data.
func query(_ text: String, _ data: String) -> Query {
    var query = Query(text)
    query.data = DataSources(posted: ByteSource(Array(data.utf8))) { name throws(DataError) in
        throw .missing(name)
    }
    return query
}

/// What a chart of data draws, a line an item.
func drawing(_ text: String, _ data: String) throws(NativeError) -> [String] {
    try query(text, data).scene().lines
}

/// The series of a chart: what each is called, and its values.
func series(_ text: String, _ data: String) throws(NativeError) -> [(
    name: String, columns: Columns
)] {
    let query = query(text, data)
    var reader = NativeReader()
    for pair in query.pairs { try reader.read(pair) }
    let limits = NativeLimits()
    guard let set = try DataSet(reader.chart, query.data, limits) else { return [] }
    var tabulation = try Tabulation(reader.chart, reader.drafts, set, limits)
    return try tabulation.drafts().map { ($0.settings.name ?? "", $0.columns ?? Columns()) }
}

func refusal(_ text: String, _ data: String) -> NativeError? {
    do throws(NativeError) {
        _ = try query(text, data).figure()
        return nil
    } catch {
        return error
    }
}

let sales = """
    month,region,sales,costs,year,sd
    Jan,North,5,3,2024,1
    Jan,South,7,4,2025,2
    Feb,North,6,2,2026,1
    Feb,South,2,1,2027,0.5
    Mar,North,8,6,2028,1
    Mar,South,9,5,2029,2
    """

let days = """
    Date,low,High,size,name
    2026-01-01,1,4,10,a
    2026-01-02,2,5,20,b
    2026-01-03,,6,30,c
    2026-01-04,0,3,40,d
    """

@Suite("Marks that show columns")
struct DataTests {
    private static let none = "&xlabel=&ylabel="

    @Test(
        "A column is drawn as its values written in the query are",
        arguments: [
            ("line=low", "line=1,2,,0"), ("area=low&x=size", "area=1,2,,0&x=10,20,30,40"),
            ("x=Date&line=low", "x=2026-01-01,2026-01-02,2026-01-03,2026-01-04&line=1,2,,0"),
            ("x=Date&step=High", "x=2026-01-01,2026-01-02,2026-01-03,2026-01-04&step=4,5,6,3"),
            ("x=name&bar=High", "x=a,b,c,d&bar=4,5,6,3"),
            ("labels=size&bar=High", "labels=10,20,30,40&bar=4,5,6,3"),
            ("x=size&bar=High", "x=10,20,30,40&bar=4,5,6,3"),
            ("x=size&bar=High&vline=25", "x=10,20,30,40&bar=4,5,6,3&vline=25"),
            ("bar=High", "bar=4,5,6,3"), ("bar=High&labels=A,B,C,D", "bar=4,5,6,3&labels=A,B,C,D"),
            ("x=name&bar=High&horizontal=1", "x=a,b,c,d&bar=4,5,6,3&horizontal=1"),
            ("x=name&bar=High&sort=down", "x=a,b,c,d&bar=4,5,6,3&sort=down"),
            ("x=name&bar=High&sort=up", "x=a,b,c,d&bar=4,5,6,3&sort=up"),
            ("x=size&bar=High&sort=up", "x=10,20,30,40&bar=4,5,6,3&sort=up"),
            ("bar=High&labels=A,B,C,D&sort=up", "bar=4,5,6,3&labels=A,B,C,D&sort=up"),
            ("bar=High&sort=up", "bar=4,5,6,3&sort=up"),
            ("scatter=low:High", "scatter=1:4,2:5,_:6,0:3"),
            ("scatter=name:High", "scatter=a:4,b:5,c:6,d:3"),
            ("scatter=Date:High", "scatter=2026-01-01:4,2026-01-02:5,2026-01-03:6,2026-01-04:3"),
            ("x=size&scatter=High&labels=name", "x=10,20,30,40&scatter=4,5,6,3&labels=a,b,c,d"),
            ("bubble=low:High:size", "bubble=1:4:10,2:5:20,_:6:30,0:3:40"),
            (
                "x=Date&bubble=High:size",
                "x=2026-01-01,2026-01-02,2026-01-03,2026-01-04&bubble=4:10,5:20,6:30,3:40"
            ),
            ("stem=High", "stem=4,5,6,3"), ("hist=High&bins=3", "hist=4,5,6,3&bins=3"),
            ("band=low:High", "band=1:4,2:5,_:6,0:3"), ("error=low:High", "error=1:4,2:5,_:6,0:3"),
            ("band=size:low:High", "band=10:1:4,20:2:5,30:_:6,40:0:3"),
            ("x=size&error=low:High", "error=10:1:4,20:2:5,30:_:6,40:0:3"),
            ("box=High&name=A", "box=4,5,6,3&name=A"),
            ("pie=High&labels=name", "pie=4,5,6,3&labels=a,b,c,d"),
            ("labels=name&pie=High", "labels=a,b,c,d&pie=4,5,6,3"),
            ("x=name&donut=High", "labels=a,b,c,d&donut=4,5,6,3"),
            ("pie=High&labels=name&sort=down", "pie=4,5,6,3&labels=a,b,c,d&sort=down"),
            ("pie=High&labels=A,B,C,D", "pie=4,5,6,3&labels=A,B,C,D"),
            ("spark=High", "spark=4,5,6,3"),
            ("line=High&hline=low", "line=4,5,6,3&hline=1,2,0"),
            ("x=name&bar=High&vline=name", "x=a,b,c,d&bar=4,5,6,3&vline=a,b,c,d"),
            ("text=size:High:name", "text=10:4:a,20:5:b,30:6:c,40:3:d"),
            ("line=High&errors=size", "line=4,5,6,3&errors=10,20,30,40"),
            ("line=High&errors=size:high", "line=4,5,6,3&errors=10:4,20:5,30:6,40:3"),
            ("line=High&errors=10%", "line=4,5,6,3&errors=10%"),
            (
                "line=High&stack=a&line=size&stack=a&name=&name=",
                "line=4,5,6,3&name=High&stack=a&line=10,20,30,40&name=&stack=a"
            ),
            (
                "line=High&smooth=1&marker=star&color=red",
                "line=4,5,6,3&smooth=1&marker=star&color=red"
            ),
            ("x=0..3&line=High", "x=0..3&line=4,5,6,3"),
            ("x=1,2,3,9&line=High", "x=1,2,3,9&line=4,5,6,3"),
        ])
    func drawsAlike(columns: String, written: String) throws {
        var (found, wanted) = (
            try drawing(columns + Self.titles(columns), days),
            try Query(written + Self.titles(written)).scene().lines
        )
        // Bars that were sorted may be drawn in another order.
        if columns.contains("sort=") { (found, wanted) = (found.sorted(), wanted.sorted()) }
        #expect(found == wanted)
    }

    /// The keys that leave the axes without the titles that a query of values has not either.
    private static func titles(_ query: String) -> String {
        query.contains("pie") || query.contains("donut") || query.contains("spark") ? "" : none
    }

    @Test(
        "A column is named by its header, in small letters or capitals, or by its number",
        arguments: ["line=low", "line=LOW", "line=2", "line= low ", "line=Low"])
    func findsColumns(text: String) throws {
        let found = try series(text, days)
        #expect(found.count == 1)
        #expect(found[0].columns.ys.map(\.decimalText) == ["1", "2", "NaN", "0"])
    }

    @Test("Of names that differ in capitals alone exactly that one is meant")
    func findsExactly() throws {
        let data = "a,A\n1,2\n"
        #expect(try series("line=a", data)[0].columns.ys == [1])
        #expect(try series("line=A", data)[0].columns.ys == [2])
        #expect(try series("line=ab&where=Ab=1", "AB,Ab,ab\n1,1,3\n")[0].columns.ys == [3])
        guard case .wrong("line", 0, "aB", .column) = refusal("line=aB", "AB,ab\n1,2\n") else {
            Issue.record("one of two columns was taken")
            return
        }
    }

    @Test(
        "Lists of numbers, formulas in x and names that are no columns stay what they are",
        arguments: [
            ("line=High&line=1,2", [0, 2]), ("line=High&hline=2", [0, 0]),
            ("line=High&vline=1", [0, 0]), ("line=High&text=1:2:low", [0, 0]),
            ("line=High&line=x/2", [0, 0]), ("line=High&line=2.5", [0, 0]),
        ])
    func staysLiteral(query: String, counts: [Int]) throws {
        let found = try series(query, days)
        #expect(found.count == 2)
        #expect(found[0].columns.ys == [4, 5, 6, 3])
        #expect(found[1].columns.ys.isEmpty)
    }

    @Test(
        "Formulas reckon with columns, row by row",
        arguments: [
            ("High-low", [3, 3, .nan, 3]), ("high - 'low'", [3, 3, .nan, 3]),
            ("2High", [8, 10, 12, 6]),
            ("High low", [5, 7, .nan, 3]), ("max(low,size/10)", [1, 2, .nan, 4]),
            ("High*x", [4, 10, 18, 12]), ("(Date-1767225600000)/86400000", [0, 1, 2, 3]),
            ("-High^2", [-16, -25, -36, -9]), ("size>20", [0, 0, 1, 1]),
            ("1/low", [1, 0.5, .nan, .nan]),
        ] as [(String, [Double])])
    func reckons(formula: String, values: [Double]) throws {
        let found = try series("line=" + formula, days)[0].columns.ys
        #expect(found.map(\.decimalText) == values.map(\.decimalText))
    }

    @Test("Quotes hold names of columns that are no plain words")
    func quotes() throws {
        let data = "Max temp,été,a×b,sin,x\n5,3,2,7,9\n"
        let pairs: [(String, Double)] = [
            ("'Max temp'-1", 4), ("été*2", 6), ("\"a×b\"+1", 3), ("sin+0", 7), ("sin(0*sin)", 0),
            ("été×2", 6), ("x+1", 10), ("Max temp", 5), ("a×b", 2),
        ]
        for (text, value) in pairs {
            var query = query("", data)
            query.pairs = [Pair("line", text)]
            #expect(try series("line=" + text, data)[0].columns.ys == [value], "\(text)")
        }
    }

    @Test(
        "Several series are called by their columns, one by none",
        arguments: [
            ("line=low", [""]), ("line=low&line=high", ["low", "High"]),
            ("line=low&name=A&line=high", ["A", "High"]),
            ("band=low:high&line=size", ["low – High", "size"]),
            ("line=low&hline=3", ["", ""]), ("box=low", ["low"]),
            ("line=2&line=high-low", ["low", "high-low"]),
            ("pie=high", [""]), ("pie=high&pie=size", ["High", "size"]),
        ])
    func names(query: String, names: [String]) throws {
        #expect(try series(query, days).map { $0.name } == names)
    }

    @Test(
        "Axes are titled by the columns along them, unless the query titles them",
        arguments: [
            ("x=size&line=low", "size", "low"), ("x=size&line=low&ylabel=A&xlabel=", "", "A"),
            ("x=Date&line=low", "", "low"), ("x=name&bar=low", "name", "low"),
            ("line=low&line=high", "", ""), ("scatter=low:high", "low", "High"),
            ("hist=low", "low", ""), ("x=name&box=low", "name", "low"),
            ("x=size&band=low:high&line=low", "size", "low"),
            ("x=size&band=low:high", "size", "low – High"),
            ("x=name&bar=low&horizontal=1", "low", "name"),
            ("x=name&bar=low&agg=mean", "name", "Mean of low"), ("x=name&bar=*", "name", "Count"),
            ("x=size&scatter=low:high", "low", "High"),
        ])
    func titles(query text: String, x: String, y: String) throws {
        let axes = try query(text, days).figure().panels[0].axes
        let horizontal = try #require(axes.first { $0.side == .bottom })
        let upright = try #require(axes.first { $0.side == .left })
        #expect((horizontal.title, upright.title) == (x, y))
    }

    @Test("Each y axis is titled by its own columns, and columns without a header title nothing")
    func titlesBoth() throws {
        let both = try query("bar=low&line=high&axis=right", days).figure().panels[0].axes
        #expect(both.map { $0.title } == ["", "low", "High"])
        let bare = try query("x=1&line=2", "1,2\n3,4\n").figure().panels[0].axes
        #expect(bare.map { $0.title } == ["", ""])
    }

    @Test("A table calls columns as the data does, whatever stands beside the axes")
    func tableNames() throws {
        func names(_ text: String, _ data: String) throws -> [String] {
            try query(text, data).figure().table.columns.map { $0.name }
        }
        #expect(try names("x=q&line=v", "q,v\n2026-01-01,1\n2026-02-01,2\n") == ["q", "v"])
        #expect(try names("x=q&line=v", "q,v\na,1\nb,2\n") == ["q", "v"])
        #expect(try names("x=size&scatter=low&xlabel=A&ylabel=B", days) == ["size", "low"])
        #expect(try names("x=name&bar=low&horizontal=1", days) == ["name", "low"])
        #expect(try names("x=name&bar=low&agg=mean", days) == ["name", "Mean of low"])
        #expect(try names("x=Date&line=low&line=high", days) == ["Date", "low", "High"])
        #expect(try names("x=size&line=low&name=L", days) == ["size", "L"])
        #expect(try names("x=1&line=2", "1,2\n3,4\n").last == "line")
    }

    @Test(
        "Whole numbers along x, such as years, are parted at whole numbers",
        arguments: [
            ("x=year&line=v", true), ("scatter=year:v", true), ("x=v&scatter=year", false),
            ("x=year&line=v&xlim=2020.2..2020.8", false), ("x=year&line=v&vline=2020.5", false),
        ])
    func wholePlaces(text: String, isWhole: Bool) throws {
        let x = try query(text, "year,v\n2020,1.5\n2021,2\n2022,3\n").figure().panels[0].axes[0]
        #expect(x.hasWholeValues == isWhole)
        #expect(try panel("x=2020,2021,2022&line=1,2,3").axes[0].hasWholeValues)
        #expect(try !panel("x=2020,2021.5,2022&line=1,2,3").axes[0].hasWholeValues)
        #expect(try panel("scatter=2020:1.5,2021:3").axes[0].hasWholeValues)
        #expect(try !panel("scatter=2020.5:1,2021:3").axes[0].hasWholeValues)
    }

    @Test("A line runs along x in whatever order its rows stand, unless told to keep it")
    func runsAlongX() throws {
        let data = "x,y,w\n3,30,c\n1,10,a\n,5,\n2,20,b\n"
        let columns = try series("x=x&line=y", data)[0].columns
        #expect(columns.xs.prefix(3) == [1, 2, 3] && columns.ys == [10, 20, 30, 5])
        #expect(try series("x=x&line=y&sort=none", data)[0].columns.ys == [30, 10, 5, 20])
        #expect(try series("line=x:y", data)[0].columns.ys == [30, 10, 5, 20])
        #expect(try series("x=x&scatter=y", data)[0].columns.ys == [30, 10, 5, 20])
        #expect(try bands("x=w&line=y", data) == ["c", "a", "b"])
    }

    private func bands(_ text: String, _ data: String) throws -> [String]? {
        if case .bands(let names) = try query(text, data).figure().panels[0].axes[0].kind {
            names
        } else {
            nil
        }
    }

    @Test("What lies along x decides the axis, and xscale overrules it")
    func axes() throws {
        func kind(_ text: String) throws -> String {
            switch try query(text, days).figure().panels[0].axes[0].kind {
            case .linear: "linear"
            case .logarithmic: "log"
            case .symmetricLogarithmic: "symlog"
            case .time: "time"
            case .bands(let names): names.joined(separator: " ")
            }
        }
        #expect(try kind("x=size&line=low") == "linear")
        #expect(try kind("x=size&line=low&xscale=log") == "log")
        #expect(try kind("x=Date&line=low") == "time")
        #expect(try kind("x=name&line=low") == "a b c d")
        #expect(try kind("x=size&line=low&xscale=band") == "10 20 30 40")
        #expect(try kind("x=Date&bar=High&xscale=band").hasPrefix("2026-01-01 2026-01-02"))
        #expect(try kind("scatter=Date:low") == "time")
        #expect(try kind("x=name&scatter=name:low&line=High") == "a b c d")
    }

    @Test("A formula in x beside columns is a curve across them")
    func curves() throws {
        let layers = try query("x=size&scatter=High&line=x/10", days).figure().panels[0].layers
        #expect(layers[1].extents.x.low == 10 && layers[1].extents.x.high == 40)
        #expect(layers[1].extents.y.high == 4)
    }

    @Test("JSON records and named files are data as CSV is")
    func sources() throws {
        let json = #"[{"a":1,"b":"u"},{"a":2,"b":"v"}]"#
        #expect(try drawing("x=b&bar=a", json) == drawing("x=b&bar=a", "a,b\n1,u\n2,v\n"))
        var named = Query("data=places.csv&where=station=Rome&x=date&line=tmax")
        named.data = Samples.sources
        #expect(
            try named.scene().lines
                == drawing("where=station=Rome&x=date&line=tmax", Samples.weather))
    }

    @Test("Numbers too small to reckon with are zero, and no rows make an empty chart")
    func extremes() throws {
        #expect(try series("line=a", "a\n1e-310\n5\n")[0].columns.ys == [0, 5])
        for chart in [
            "x=a&line=b", "x=a&bar=b&group=a", "pie=a&labels=b", "box=a&x=b", "hist=a", "a=1",
        ] {
            guard chart != "a=1" else { continue }
            #expect(try drawing(chart, "a,b\n").count >= 1)
        }
    }
}
