import Drawing
import Fonts
import Tables
import Testing
import Trials

@testable import Dialects

@Suite("What is refused of data, and where")
struct DataRefusalTests {
    @Test(
        "A name that is no column is refused with its place and the nearest column",
        arguments: [
            ("line=salse", "line", 0, "salse", "sales"),
            ("x=mnth&line=sales", "x", 0, "mnth", "month"),
            ("scatter=costs:slaes", "scatter", 6, "slaes", "sales"),
            ("line=sales-csts", "line", 6, "csts", "costs"),
            ("line=sales&group=regon", "group", 0, "regon", "region"),
            ("line=sales&where=regon=North", "where", 0, "regon", "region"),
            ("line=sales&sort=-saels", "sort", 1, "saels", "sales"),
            ("line=sales&sort=saels", "sort", 0, "saels", "sales"),
            ("labels=mnth&bar=sales", "labels", 0, "mnth", "month"),
            ("line=sales&errors=ds", "errors", 0, "ds", "sd"),
            ("scatter=costs:3&sort=none", "scatter", 0, "", ""),
            ("line=total sales", "line", 0, "total sales", "sales"),
        ])
    func unknownColumn(text: String, key: String, at: Int, found: String, nearest: String) {
        let known = ["month", "region", "sales", "costs", "year", "sd"]
        if found.isEmpty {
            // The third column, by its number.
            #expect(refusal(text, sales) == nil)
            return
        }
        #expect(
            refusal(text, sales)
                == .wrong(key: key, at: at, found: found, .column(nearest: nearest, known: known)))
    }

    @Test(
        "A value that does not fit is refused with its place",
        arguments: [
            ("line=sales,costs", "line", 0, "sales", NativeError.Wanted.oneColumn),
            ("line=sales&where=sales", "where", 0, "sales", .condition),
            ("line=sales&where=sales>a", "where", 6, "a", .numberLike(column: "sales")),
            ("line=sales&where=sales=1|b", "where", 8, "b", .numberLike(column: "sales")),
            (
                "line=sales&where=sales~1", "where", 6, "1",
                .comparison(among: ["=", "!=", "<", "<=", ">", ">="])
            ),
            ("line=sales&where=sales<_", "where", 6, "_", .comparison(among: ["=", "!="])),
            (
                "line=sales&agg=total", "agg", 0, "total",
                .choice(["sum", "mean", "median", "min", "max", "count"])
            ),
            ("line=sales&limit=0", "limit", 0, "0", .rowCount),
            ("line=sales&last=1.5", "last", 0, "1.5", .rowCount),
            ("line=sales&limit=few", "limit", 0, "few", .rowCount),
            ("line=month-1", "line", 0, "month", .numberColumn),
            ("line=(sales", "line", 6, "", .formula(.missingParenthesis)),
            ("line=sales:costs:year", "line", 0, "sales:costs:year", .fields("y or x:y")),
            ("band=sales", "band", 0, "sales", .fields("low:high or x:low:high")),
            ("hist=sales:costs", "hist", 0, "sales:costs", .fields("a single column")),
            ("spark=sales:costs", "spark", 0, "sales:costs", .fields("y or x:y")),
            ("line=sales&x=year:month", "x", 0, "year:month", .fields("a single column")),
        ])
    func wrong(text: String, key: String, at: Int, found: String, wanted: NativeError.Wanted) {
        #expect(refusal(text, sales) == .wrong(key: key, at: at, found: found, wanted))
    }

    @Test("Dates are wanted where a column holds dates")
    func wrongDate() {
        #expect(
            refusal("line=low&where=Date>soon", days)
                == .wrong(key: "where", at: 5, found: "soon", .date))
    }

    @Test(
        "Keys about rows are refused where there are none",
        arguments: ["where=a=1", "group=a", "agg=sum", "limit=3", "last=3"])
    func withoutData(pair: String) {
        let key = Query(pair).pairs[0].key
        #expect(refusal("line=1,2&" + pair) == .noUse(key: key, .data))
        #expect(
            refusal("bar=1,2&sort=a")
                == .wrong(
                    key: "sort", at: 0, found: "a",
                    .choice(["up", "asc", "down", "desc", "name", "none"])))
    }

    @Test("Keys that nothing in the chart could heed are refused")
    func useless() {
        #expect(refusal("line=1,2", sales) == .noUse(key: "data", .columns))
        #expect(refusal("hist=sales&agg=sum", sales) == .noUse(key: "agg", .summable))
        #expect(
            refusal("line=1,2&hline=sales&group=month", sales) == .noUse(key: "group", .columns))
        #expect(refusal("x=year&line=sales&sort=costs", sales) == .noUse(key: "sort", .names))
        #expect(refusal("x=month&box=sales&group=region", sales) == .boxesTwice)
        #expect(refusal("pie=sales&xlabel=A", sales) == .noUse(key: "xlabel", .axes(mark: "pie")))
    }

    @Test("Two bars of one series at one place are refused: agg, group or where part them")
    func repeated() {
        let error = NativeError.repeated(key: "bar", column: "month", value: "Jan")
        #expect(refusal("x=month&bar=sales", sales) == error)
        #expect(refusal("bar=month:sales", sales) == error)
        #expect(refusal("x=month&bar=sales&agg=sum", sales) == nil)
        #expect(refusal("x=month&bar=sales&group=region", sales) == nil)
        #expect(refusal("x=month&bar=sales&where=region=North", sales) == nil)
        #expect(
            refusal("x=a&bar=b", "a,b\n1,2\n1,3\n")
                == .repeated(key: "bar", column: "a", value: "1"))
        #expect(refusal("x=a&bar=b", "a,b\n1,2\n1,\n") == nil)
    }

    @Test(
        "A line over names takes one value a name, as bars do",
        arguments: ["line", "area", "step"])
    func repeatedOverNames(mark: String) {
        let error = NativeError.repeated(key: mark, column: "month", value: "Jan")
        #expect(refusal("x=month&\(mark)=sales", sales) == error)
        #expect(refusal("\(mark)=month:sales", sales) == error)
        #expect(refusal("x=month&\(mark)=sales&agg=mean", sales) == nil)
        #expect(refusal("x=month&\(mark)=sales&group=region", sales) == nil)
        #expect(refusal("x=month&\(mark)=sales&where=region=South", sales) == nil)
        #expect(refusal("x=month&scatter=sales", sales) == nil)
        #expect(refusal("x=a&\(mark)=b", "a,b\n1,2\n1,3\n") == nil)
    }

    @Test("A condition that no row fulfils is refused, with the words that there are")
    func noRow() {
        #expect(
            refusal("line=sales&where=region=north", sales)
                == .noRow(
                    condition: "region=north", column: "region", near: "North",
                    only: ["North", "South"]))
        #expect(
            refusal("line=sales&where=region=West", sales)
                == .noRow(
                    condition: "region=West", column: "region", near: nil,
                    only: ["North", "South"]))
        #expect(
            refusal("line=sales&where=sales>99", sales)
                == .noRow(condition: "sales>99", column: "sales", near: nil, only: []))
        #expect(
            refusal("line=sales&where=region=North&where=sales=9", sales)
                == .noCommonRow(conditions: ["region=North", "sales=9"]))
        #expect(refusal("line=b&where=a=1", "a,b\n") == nil)
        let many = "g,y\n" + (0..<13).map { "n\($0),1\n" }.joined()
        #expect(
            refusal("line=y&where=g=N3", many)
                == .noRow(condition: "g=N3", column: "g", near: "n3", only: []))
    }

    @Test(
        "A number that no column has is refused, with the columns that there are",
        arguments: [
            ("line=9", "line", "9"), ("line=0", "line", "0"), ("line=-1", "line", "-1"),
            ("x=9&line=sales", "x", "9"), ("line=sales&group=7", "group", "7"),
            ("line=sales&where=7>1", "where", "7"),
        ])
    func columnNumber(text: String, key: String, found: String) {
        let known = ["month", "region", "sales", "costs", "year", "sd"]
        #expect(
            refusal(text, sales)
                == .wrong(key: key, at: 0, found: found, .columnNumber(count: 6, known: known)))
    }

    @Test(
        "A key about data that is empty is refused as such",
        arguments: ["agg", "where", "group", "limit", "last", "sort", "data"])
    func emptyKey(key: String) {
        #expect(refusal("x=month&bar=sales&\(key)=", sales) == .empty(key: key))
    }

    @Test("The first rows or the last ones are kept, and not both")
    func bothEnds() {
        #expect(refusal("line=sales&limit=3&last=2", sales) == .bothEnds)
        #expect(refusal("line=sales&last=2&limit=3", sales) == .bothEnds)
        #expect(refusal("line=sales&last=2&last=3", sales) == nil)
    }

    @Test("A column with a number below zero cannot be shown as parts of a whole")
    func negativeParts() {
        let balances = "name,balance\na,3\nb,-1\n"
        #expect(
            refusal("x=name&pie=balance", balances)
                == .negativePart(key: "pie", column: "balance"))
        #expect(refusal("x=name&pie=balance&where=balance>0", balances) == nil)
    }

    @Test("Numbers beside the names along x are refused, and so are ends of the axis far from them")
    func besideNames() {
        #expect(
            refusal("x=name&bar=low&error=size:low:high", days)
                == .besideNames(key: "error", place: 10, names: 4))
        #expect(refusal("x=name&bar=low&error=low:high", days) == nil)
        #expect(
            refusal("x=name&bar=low&xlim=2026-01-01..", days)
                == .wrong(key: "xlim", at: 0, found: "2026-01-01..", .placeAmongNames))
        #expect(
            refusal("bar=1,2&labels=a,b&xlim=..50")
                == .wrong(key: "xlim", at: 0, found: "..50", .placeAmongNames))
        #expect(refusal("bar=1,2,3&labels=a,b,c&xlim=-0.5..1.5") == nil)
    }

    @Test("A data set that is missing, unreadable or given twice is refused")
    func sources() {
        #expect(refusal("data=nothing.csv&line=1") == .data(.missing("nothing.csv")))
        #expect(refusal("data=weather.csv&line=2", sales) == .twoDataSets)
        guard case .data(.badCell(let place, "x", .number)) = refusal("line=b", "a,b\n1,2\n2,x\n")
        else {
            Issue.record("a word was taken for a number")
            return
        }
        #expect(place.line == 3 && place.column == 2)
        guard case .data = refusal("line=b", "") else {
            Issue.record("nothing was taken for data")
            return
        }
    }

    @Test("A cell that is no number is refused only if its row takes part")
    func badCells() throws {
        let data =
            "month,kind,v,w\n2026-01-01,a,1,2\n2026-02-01,b,soon,3\n2026-03-01,a,4,5\nTotal,a,5,x\n"
        func refused(_ text: String) -> String? {
            guard case .data(.badCell(let place, let found, .number)) = refusal(text, data) else {
                return nil
            }
            return "\(place.line) \(found)"
        }
        #expect(refused("x=month&line=v") == "3 soon")
        #expect(refused("x=month&line=v&where=kind=b") == "3 soon")
        #expect(refused("x=month&line=v&line=w&where=kind=a") == "5 x")
        #expect(refusal("x=month&line=v&where=kind=a", data) == nil)
        let shown = try series("x=month&line=v&where=kind=a&where=month!=Total", data)
        #expect(shown[0].columns.ys == [1, 4])
    }

    @Test("Words among numbers that are drawn are neither more nor less than a number")
    func orderAmongWords() throws {
        let data = "t,v\n1,1\n2,10\n3,soon\n4,5\n"
        #expect(try series("x=t&line=v&where=v>2", data)[0].columns.ys == [10, 5])
        #expect(try series("x=t&line=v&where=v<=5", data)[0].columns.ys == [1, 5])
        #expect(try series("x=t&line=v&where=v!=soon", data)[0].columns.ys == [1, 10, 5])
        #expect(try series("x=t&line=t&where=v>sa", data)[0].columns.ys == [3])
    }

    @Test("Rows that are left out do not tell what the columns hold")
    func leftOutRows() throws {
        let data = "month,v,w\n2026-01-01,1,2\n2026-03-01,4,5\nTotal,all,x\n"
        let shown = try series("x=month&line=w-v&where=month!=Total", data)
        #expect(shown[0].columns.areTimes && shown[0].columns.ys == [1, 1])
        #expect(
            refusal("x=month&line=w-v", data)
                == .wrong(key: "line", at: 0, found: "w", .numberColumn))
    }

    @Test("More groups, values or comparisons than allowed are refused with their number")
    func limits() {
        let many = "g,y\n" + (0..<300).map { "\($0),1\n" }.joined()
        #expect(
            refusal("line=y&group=g", many)
                == .limit(key: "group", count: 300, most: 200, setting: "PLOT_MAX_MARKS"))
        #expect(
            refusal("line=y&line=y&group=g&where=g<150", many)
                == .limit(key: "group", count: 300, most: 200, setting: "PLOT_MAX_MARKS"))
        var limits = NativeLimits()
        limits.values = 299
        #expect(
            throws: NativeError.limit(
                key: "line", count: 300, most: 299, setting: "PLOT_MAX_VALUES")
        ) {
            try query("line=y", many).figure(limits)
        }
        let list = (0..<201).map { "\($0)" }.joined(separator: "|")
        #expect(
            refusal("line=y&where=g=" + list, many)
                == .tooManyComparisons(count: 201, most: 200))
    }

    @Test("Numbers that cannot be reckoned with are refused, and so are axes of times and names")
    func reach() {
        #expect(refusal("line=a", "a\n1e305\n") == .beyondReach(key: "line", column: "a"))
        #expect(
            refusal("x=b&line=a&agg=sum", "a,b\n8e299,1\n8e299,1\n")
                == .beyondReach(key: "line", column: "a"))
        #expect(
            refusal("scatter=Date:low&scatter=name:low", days) == .mixedPlaces("Date", with: "name")
        )
    }
}

@Suite("Any data, any keys")
struct DataFuzzTests {
    private static let pieces = [
        "sales", "month", "region", "year", "Date", "low", "*", "1", "2", "99", "0", "-1", "x", "=",
        "!=",
        "<", ">", "~", "|", ":", ",", "_", "-", "(", ")", "'", "\"", " ", "é", "sin(", "2026-01-01",
        "1e400",
        "sum", "mean", "count", "a..b", "%", "\u{0}", "\\n", "..", "NaN",
    ]
    private static let keys = [
        "x", "labels", "where", "group", "agg", "sort", "limit", "last", "line", "bar", "scatter",
        "band",
        "bubble", "pie", "hist", "box", "text", "hline", "vline", "errors", "xscale", "spark",
        "stack", "data",
    ]

    @Test("Whatever keys about data hold, it is a chart or an error", arguments: 1...6)
    func survives(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let fonts = Fonts()
        var drawn = 0
        for _ in 0..<400 {
            let data = random.one(of: [
                sales, days, "a\n1\n", "x,x\n1,2\n,\n", "year,sales\n", "1,2\n3,4",
            ])
            var text = ["size=60x40"]
            let marks = ["line", "bar", "scatter", "pie", "hist", "box", "area", "band", "bubble"]
            text.append(
                random.one(of: marks) + "="
                    + random.one(of: ["sales", "low", "1", "year:sales", "*"]))
            for _ in 0..<random.whole(0...4) {
                let value = (0..<random.whole(0...4)).map { _ in random.one(of: Self.pieces) }
                    .joined()
                text.append(random.one(of: Self.keys) + "=" + value)
            }
            guard let figure = try? query(text.joined(separator: "&"), data).figure() else {
                continue
            }
            _ = figure.drawn(with: fonts)
            drawn += 1
        }
        #expect(drawn > 20)
    }
}
