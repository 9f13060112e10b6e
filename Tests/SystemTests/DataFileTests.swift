import Foundation
import Testing

private let sales = """
    month,region,sales,costs
    Jan,North,5,3
    Jan,South,7,4
    Feb,North,6,2
    Feb,South,2,1
    Mar,North,8,6
    Mar,South,9,5

    """

private let days = Shelf.days

@Suite("Charts of data sets that lie in a folder", .timeLimit(.minutes(10)))
struct DataFileTests {
    private static let untitled = "&xlabel=&ylabel="

    @Test(
        "However rows are written, they draw what the same values in the query draw",
        arguments: [
            ("days.csv", days),
            ("days.tsv", days.replacing(",", with: "\t")),
            ("semicolons.csv", days.replacing(",", with: ";").replacing(".", with: ",")),
            ("pipes.txt", days.replacing(",", with: "|")),
            ("windows.csv", "\u{FEFF}" + days.replacing("\n", with: "\r\n")),
            (
                "below/quoted.csv",
                days.replacing("day", with: "\"day\"").replacing("1.5,4", with: "1.5,\"4\"")
            ),
            ("no end.csv", String(days.dropLast())),
            ("no-data-name", days),
            (
                "records.json",
                """
                [{"day":"2026-01-01","low":1.5,"high":4},{"high":5,"day":"2026-01-02"},
                 {"day":"2026-01-04","low":-3,"high":6.0,"more":"words"}]
                """
            ),
            (
                "columns.json",
                """
                {"low":[1.5,null,-3],"day":["2026-01-01","2026-01-02","2026-01-04"],"high":[4,5,6]}
                """
            ),
            (
                "rows.json",
                "[[\"day\",\"low\",\"high\"],[\"2026-01-01\",1.5,4],[\"2026-01-02\",null,5],[\"2026-01-04\",-3,6]]"
            ),
        ])
    func readsAll(name: String, text: String) throws {
        let shelf = try Shelf([name: text])
        try shelf.pack(name)
        let drawn = try Plot.picture(
            "x=2026-01-01,2026-01-02,2026-01-04&line=1.5,,-3&name=low&line=4,5,6&name=high"
                + Self.untitled)
        for name in [name, name + ".gz"] {
            let query = "data=\(name.replacing(" ", with: "+"))&x=day&line=low&line=high"
            #expect(try Plot.get(query + Self.untitled, shelf.data).body == drawn, "\(name)")
        }
    }

    @Test(
        "Rows are chosen, parted, put together and put in order",
        arguments: [
            ("x=month&bar=sales&where=region=North", "x=Jan,Feb,Mar&bar=5,6,8"),
            ("x=1&bar=3&where=2=South", "x=Jan,Feb,Mar&bar=7,2,9"),
            ("x=MONTH&bar=Sales&where=costs%3E3&where=sales%3C9", "x=Jan,Mar&bar=7,8"),
            ("line=sales&where=costs%3E=3&where=month!=Mar", "line=5,7"),
            ("line=sales&where=month=Jan%7CFeb&where=region~th&limit=3", "line=5,7,6"),
            (
                "x=month&line=sales&group=region",
                "x=Jan,Feb,Mar&line=5,6,8&name=North&line=7,2,9&name=South"
            ),
            ("x=month&bar=sales&agg=sum&sort=down", "x=Mar,Jan,Feb&bar=17,12,8"),
            ("x=month&bar=sales&agg=mean", "x=Jan,Feb,Mar&bar=6,4,8.5"),
            ("x=month&bar=sales&agg=median&sort=name", "x=Feb,Jan,Mar&bar=4,6,8.5"),
            ("x=month&bar=sales&agg=min", "x=Jan,Feb,Mar&bar=5,2,8"),
            ("x=month&bar=sales&agg=max&sort=-sales&limit=2", "x=Mar,Jan&bar=9,7"),
            ("x=region&bar=*&agg=count", "x=North,South&bar=3,3"),
            ("line=sales&limit=2", "line=5,7"), ("line=sales&last=2", "line=8,9"),
            ("line=sales-costs", "line=2,3,4,1,2,4"),
            ("line=(sales%2Bcosts)/2", "line=4,5.5,4,1.5,7,7"),
            ("scatter=costs:sales", "scatter=3:5,4:7,2:6,1:2,6:8,5:9"),
            ("pie=sales&labels=region&where=month=Jan", "pie=5,7&labels=North,South"),
        ])
    func asksOfRows(columns: String, written: String) throws {
        let shelf = try Shelf(["sales.csv": sales])
        let ending = columns.contains("pie") ? "" : Self.untitled
        let alternative = "&alt=Sales"
        let answer = try Plot.get("data=sales.csv&" + columns + ending + alternative, shelf.data)
        #expect(try answer.body == Plot.picture(written + ending + alternative))
    }

    @Test("The data behind the chart is the rows that it shows")
    func givesData() throws {
        let shelf = try Shelf(["days.csv": days])
        let answer = try Plot.get("data=days.csv&x=day&line=low&line=high&format=csv", shelf.data)
        #expect(
            answer.text
                == "day,low,high\r\n2026-01-01,1.5,4\r\n2026-01-02,,5\r\n2026-01-04,-3,6\r\n")
    }

    @Test("Who asks for a chart of data asks each time whether it is still so")
    func isKnownAgain() throws {
        let shelf = try Shelf(["days.csv": days])
        let query = "data=days.csv&line=high"
        let first = try Plot.get(query, shelf.data)
        #expect(first.headers["cache-control"] == "public, max-age=0, must-revalidate")
        let tag = try #require(first.headers["etag"])
        let held = shelf.data.merging(["HTTP_IF_NONE_MATCH": tag]) { $1 }
        #expect(try Plot.get(query, held).status == 304)
        try shelf.write(days.replacing("6\n", with: "7\n"), to: "days.csv")
        let second = try Plot.get(query, held)
        #expect(second.status == 200 && second.headers["etag"] != tag)
        #expect(second.body != first.body)
        try FileManager.default.removeItem(at: shelf.url.appending(path: "days.csv"))
        #expect(try Plot.get(query, held).status == 404)
    }

    @Test("Only the named data set is opened, and the folder is not even listed")
    func opensOne() throws {
        let shelf = try Shelf(["below/days.csv": days, "below/more.csv": days, "sales.csv": sales])
        let log = shelf.url.appending(path: "../log")
        let query = "data=below/days.csv&line=low"
        let command = try Command(
            URL(filePath: "/usr/bin/strace"),
            [
                "-f", "-e", "trace=%file,getdents,getdents64", "-o", log.path,
                Repository.program().path,
            ],
            environment: Plot.environment(query, shelf.data))
        #expect(try Response(ofProgram: command.output).status == 200)
        let calls = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
        // What is asked of a file that is open already names none.
        let named = calls.drop { !$0.contains(shelf.url.path) }.filter { !$0.contains("\"\"") }
        let opened = named.prefix { !$0.contains("+++") }
        #expect(opened.count == 2, "\(opened)")
        #expect(opened.first?.contains("\"\(shelf.url.path)\", O_RDONLY") == true)
        #expect(opened.last?.contains("\"below/days.csv\", {flags=O_RDONLY") == true)
    }
}

@Suite("Data sets that come with the program")
struct SampleTests {
    @Test(
        "They draw wherever it runs, with a folder or without",
        arguments: [
            "data=weather.csv&x=date&line=tmin&line=tmax",
            "data=stations.csv&x=date&line=tmax&group=station",
        ])
    func draw(query: String) throws {
        let answer = try Plot.get(query)
        #expect(answer.status == 200 && answer.size == [800, 400])
        #expect(try Plot.get(query, Shelf().data).body == answer.body)
        #expect(try Plot.get(query, ["PLOT_DATA": "/nowhere"]).body == answer.body)
    }

    @Test(
        "There are no others",
        arguments: ["days.csv", "/etc/passwd", "weather", "Weather.csv", "./weather.csv"])
    func areFew(name: String) throws {
        #expect(try Plot.get("data=\(name)&line=1").status == 404)
    }

    @Test("A file of the operator's takes the place of the one of the same name")
    func yield() throws {
        let shelf = try Shelf(["weather.csv": "date,tmin\n2026-01-01,5\n2026-01-02,8\n"])
        let query = "data=weather.csv&x=date&line=tmin"
        let answer = try Plot.get(query + "&name=tmin&format=csv", shelf.data)
        #expect(answer.text == "date,tmin\r\n2026-01-01,5\r\n2026-01-02,8\r\n")
        #expect(answer.headers["cache-control"] == "public, max-age=0, must-revalidate")
        #expect(try Plot.get(query).headers["etag"] != answer.headers["etag"])
    }
}
