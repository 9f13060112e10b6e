import Figures
import Notation
import Scenes
import Tables
import Testing
import Trials

@testable import Dialects

/// A series as one line: its name, and x:y pairs.
private func lines(_ query: String, _ data: String) throws -> [String] {
    try series(query, data).map { one in
        let places =
            one.columns.xs.isEmpty ? one.columns.ys.indices.map { Double($0 + 1) } : one.columns.xs
        let pairs = zip(places, one.columns.ys).map { "\($0.decimalText):\($1.decimalText)" }
        return (one.name.isEmpty ? "" : one.name + " ") + pairs.joined(separator: " ")
    }
}

/// The names along x, as they are written.
private func bands(_ text: String, _ data: String) throws -> [String] {
    guard case .bands(let names) = try query(text, data).figure().panels[0].axes[0].kind else {
        return []
    }
    return names
}

@Suite("Which rows count, and how they make series")
struct DataRowsTests {
    @Test(
        "Rows are chosen by conditions",
        arguments: [
            ("region=North", "5,6,8"), ("region!=North", "7,2,9"),
            ("region = North|South", "5,7,6,2,8,9"),
            ("REGION=North", "5,6,8"), ("2=South", "7,2,9"), ("sales>6", "7,8,9"),
            ("sales>=6", "7,6,8,9"),
            ("sales<6", "5,2"), ("sales<=5", "5,2"), ("sales=5|9.0|1e1", "5,9"), ("sales==5", "5"),
            ("sales!=5|9", "7,6,2,8"), ("month~A", "5,7,8,9"), ("month!~b|f", "5,7,8,9"),
            ("month<Jan", "6,2"),
            ("month= _ |Jan", "5,7"), ("month!=_", "5,7,6,2,8,9"), ("month=|Jan", "5,7"),
        ])
    func chooses(condition: String, values: String) throws {
        let found = try series("line=sales&where=" + condition, sales)[0].columns.ys
        #expect(found.map(\.decimalText).joined(separator: ",") == values)
    }

    @Test(
        "Several conditions all hold, dates are compared as dates, and missing values can be asked for"
    )
    func choosesMore() throws {
        #expect(try lines("line=sales&where=region=South&where=sales>2", sales) == ["1:7 2:9"])
        #expect(
            try lines("line=High&where=date>=2026-01-02&where=Date<2026-01-04", days) == ["1:5 2:6"]
        )
        #expect(try lines("line=High&where=date=2026-01-02", days) == ["1:5"])
        #expect(try lines("line=High&where=low=_", days) == ["1:6"])
        #expect(try lines("line=High&where=low=|0", days) == ["1:6 2:3"])
        #expect(try lines("line=High&where=low<9", days) == ["1:4 2:5 3:3"])
        let odd = "a=b,c\n1,2\n3,4\n"
        #expect(try lines("line=c&where=a=b=3", odd) == ["1:4"])
    }

    @Test("A group makes a series of each value: words as they come, numbers ascending")
    func groups() throws {
        #expect(
            try lines("x=month&line=sales&group=region", sales)
                == ["North 0:5 1:6 2:8", "South 0:7 1:2 2:9"])
        #expect(
            try lines("line=y&x=x&group=g", "x,y,g\n1,2,10\n2,3,9\n3,4,10\n4,5,\n5,6,9\n")
                == ["9 2:3 5:6", "10 1:2 3:4", "(missing) 4:5"])
        #expect(
            try lines("x=month&line=sales&line=costs&group=region", sales)
                == [
                    "sales – North 0:5 1:6 2:8", "sales – South 0:7 1:2 2:9",
                    "costs – North 0:3 1:2 2:6", "costs – South 0:4 1:1 2:5",
                ])
        #expect(
            try lines("x=month&line=sales&name=Sold&group=region", sales)
                == ["Sold – North 0:5 1:6 2:8", "Sold – South 0:7 1:2 2:9"])
        #expect(
            try lines("line=High&group=date", days).map { $0.prefix(10) }
                == ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"])
        #expect(
            try lines("x=size&line=High&group=5*floor(High/5)", days) == [
                "0 10:4 40:3", "5 20:5 30:6",
            ])
    }

    @Test("Groups are drawn as marks of their own are")
    func drawsGroups() throws {
        #expect(
            try drawing("x=month&bar=sales&group=region&stack=1&ylabel=&xlabel=", sales)
                == Query(
                    "x=Jan,Feb,Mar&bar=5,6,8&name=North&bar=7,2,9&name=South&stack=1"
                ).scene().lines)
        #expect(
            try drawing("box=sales&group=region&xlabel=&ylabel=", sales)
                == Query("box=5,6,8&name=North&box=7,2,9&name=South").scene().lines)
        #expect(
            try drawing("x=region&box=sales&xlabel=&ylabel=", sales)
                == Query("box=5,6,8&name=North&box=7,2,9&name=South").scene().lines)
        #expect(
            try drawing("pie=sales&labels=month&group=region", sales)
                == Query(
                    "pie=5,6,8&name=North&labels=Jan,Feb,Mar&pie=7,2,9&name=South&labels=Jan,Feb,Mar"
                ).scene().lines)
        #expect(
            try drawing("hist=sales&group=region&xlabel=&ylabel=", sales)
                == Query("hist=5,6,8&name=North&hist=7,2,9&name=South").scene().lines)
        #expect(
            try drawing(
                "x=year&band=costs:sales&line=sales&group=region&ylabel=&xlabel=&legend=none", sales
            )
                == Query(
                    "band=2024:3:5,2026:2:6,2028:6:8&name=a&band=2025:4:7,2027:1:2,2029:5:9&name=b"
                        + "&line=2024:5,2026:6,2028:8&name=c&line=2025:7,2027:2,2029:9&name=d&legend=none"
                ).scene().lines)
    }

    @Test(
        "Values of one place are put together",
        arguments: [
            ("sum", "0:12 1:8 2:17"), ("mean", "0:6 1:4 2:8.5"), ("median", "0:6 1:4 2:8.5"),
            ("min", "0:5 1:2 2:8"), ("max", "0:7 1:6 2:9"), ("count", "0:2 1:2 2:2"),
        ])
    func aggregates(how: String, values: String) throws {
        #expect(try lines("x=month&bar=sales&agg=" + how, sales) == [values])
    }

    @Test("Rows are counted by *, words by count, and everything of a mark is put together")
    func counts() throws {
        #expect(try lines("x=region&bar=*", sales) == ["0:3 1:3"])
        #expect(try lines("x=region&bar=*&group=month", sales).first == "Jan 0:1 1:1")
        #expect(try lines("x=region&bar=month&agg=count", sales) == ["0:3 1:3"])
        #expect(try lines("x=1&line=*", "a,b\nu,\nv,1\nu,2\n") == ["0:2 1:1"])
        #expect(try lines("x=1&line=2&agg=count", "a,b\nu,\nv,1\nu,2\n") == ["0:1 1:1"])
        #expect(try lines("pie=*&labels=region", sales) == ["1:3 2:3"])
        let band = try series("x=month&band=costs:sales&agg=mean", sales)
        #expect(band[0].columns.ys == [3.5, 1.5, 5.5] && band[0].columns.others == [6, 4, 8.5])
        let errors = try series("x=region&bar=sales&errors=sd&agg=max", sales)
        #expect(errors[0].columns.errors.below == [1, 2])
        #expect(try lines("line=sales&agg=sum", sales) == ["1:37"])
        #expect(try lines("x=x&line=y&agg=sum", "x,y\n3,1\n1,2\n3,4\n,9\n") == ["1:2 3:5"])
        #expect(try lines("scatter=region:sales&agg=mean", sales) == ["0:6.333333333333333 1:6"])
    }

    @Test("Rows are sorted by a column, either way, or bars by their values")
    func sorts() throws {
        #expect(try lines("scatter=sales&sort=costs&limit=9", sales) == ["1:2 2:6 3:5 4:7 5:9 6:8"])
        #expect(
            try lines("scatter=sales&sort=-costs&limit=9", sales) == ["1:8 2:9 3:7 4:5 5:6 6:2"])
        #expect(try lines("scatter=sales&sort=-4&limit=9", sales) == ["1:8 2:9 3:7 4:5 5:6 6:2"])
        let some = "x=month&where=region=South&bar=sales&sort="
        #expect(try bands(some + "down", sales) == ["Mar", "Jan", "Feb"])
        #expect(try bands(some + "up", sales) == ["Feb", "Jan", "Mar"])
        #expect(try bands(some + "name", sales) == ["Feb", "Jan", "Mar"])
        #expect(try bands(some + "-costs", sales) == ["Mar", "Jan", "Feb"])
        #expect(try bands(some + "none", sales) == ["Jan", "Feb", "Mar"])
        #expect(
            try bands("x=year&bar=sales&sort=down", sales) == [
                "2029", "2028", "2025", "2026", "2024", "2027",
            ])
        #expect(try bands("x=month&bar=sales&agg=sum&sort=down", sales) == ["Mar", "Jan", "Feb"])
        #expect(try bands("x=month&bar=sales&agg=sum&sort=-sales", sales) == ["Mar", "Jan", "Feb"])
        #expect(try bands("x=month&bar=sales&agg=sum&sort=-year", sales) == ["Mar", "Feb", "Jan"])
        #expect(
            try bands("x=month&bar=sales&group=region&sort=up", sales) == ["Feb", "Jan", "Mar"])
        #expect(try bands("x=region&box=sales&sort=down", sales) == ["South", "North"])
    }

    @Test("The first or the last rows are kept, and of groups so many places along x")
    func limits() throws {
        #expect(try lines("line=sales&limit=2", sales) == ["1:5 2:7"])
        #expect(try lines("line=sales&last=2", sales) == ["1:8 2:9"])
        #expect(try lines("line=sales&limit=100", sales).first?.count == 23)
        #expect(try lines("line=sales&last=100", sales).first?.count == 23)
        #expect(
            try lines("x=month&line=sales&group=region&last=2", sales)
                == ["North 0:6 1:8", "South 0:2 1:9"])
        #expect(
            try lines("x=month&bar=sales&group=region&sort=down&limit=1", sales)
                == ["North 0:8", "South 0:9"])
        #expect(try lines("line=sales&group=region&limit=1", sales) == ["North 1:5", "South 1:7"])
        #expect(try lines("x=month&bar=sales&agg=sum&sort=down&limit=2", sales) == ["0:17 1:12"])
        #expect(try lines("x=year&line=sales&sort=-sales&limit=2", sales) == ["2028:8 2029:9"])
    }

    @Test("The last rows of a line are those at its end, in whatever order the file has them")
    func limitsLines() throws {
        let falling = "d,v\n2026-01-03,3\n2026-01-02,2\n2026-01-01,1\n"
        #expect(try series("x=d&line=v&last=2", falling)[0].columns.ys == [2, 3])
        #expect(try series("x=d&line=v&limit=1", falling)[0].columns.ys == [1])
        #expect(try series("x=d&line=v&last=2&sort=none", falling)[0].columns.ys == [2, 1])
        #expect(try series("x=d&scatter=v&last=2", falling)[0].columns.ys == [2, 1])
        #expect(try series("x=d&line=v&sort=-v&limit=1", falling)[0].columns.ys == [3])
    }

    @Test("What is asked of rows is what a plain program makes of them", arguments: 1...12)
    func agrees(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let rows = (0..<random.whole(1...150)).map { _ in
            (x: random.whole(0...9), y: random.whole(-20...20), g: random.one(of: ["a", "b", "c"]))
        }
        let data = "x,y,g\n" + rows.map { "\($0.x),\($0.y),\($0.g)\n" }.joined()
        let least = random.whole(-10...5)
        let kept = rows.filter { $0.y >= least && $0.g != "c" }
        guard !kept.isEmpty else { return }
        var groups: [String] = []
        for row in kept where !groups.contains(row.g) { groups.append(row.g) }
        let expected = groups.map { group in
            let own = kept.filter { $0.g == group }
            let pairs = Set(own.map(\.x)).sorted().map { x in
                "\(x):\(own.filter { $0.x == x }.reduce(0) { $0 + $1.y })"
            }
            return group + " " + pairs.joined(separator: " ")
        }
        let text = "x=x&scatter=y&group=g&agg=sum&where=y>=\(least)&where=g!=c"
        #expect(try lines(text, data) == expected)
    }

    @Test("Groups come in the order of their first rows, or in that of their names")
    func ordersGroups() throws {
        let data = "day,who,v\n1,Zoe,5\n1,,9\n1,Ann,6\n2,Mia,7\n2,Ann,8\n"
        func names(_ text: String) throws -> [String] { try series(text, data).map { $0.name } }
        let found = ["Zoe", "(missing)", "Ann", "Mia"]
        let first = try names("x=day&line=v&group=who")
        #expect(
            first.filter { $0 != "(missing)" } == ["Zoe", "Ann", "Mia"]
                && first.count == found.count)
        let sorted = ["Ann", "Mia", "Zoe", "(missing)"]
        #expect(try names("x=day&line=v&group=who&sort=name") == sorted)
        #expect(try names("line=v&group=who&sort=name") == sorted)
        #expect(try names("x=day&bar=v&group=who&sort=name") == sorted)
        #expect(
            try series("x=day&line=v&group=who&sort=name", data)[0].columns.ys == [6, 8])
        #expect(try names("x=who&line=v&group=day&agg=sum&sort=name") == ["1", "2"])
    }
}
