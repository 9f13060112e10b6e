import Dialects
import Drawing
import Figures
import Fonts
import Scenes
import Testing
import Trials

@Suite("Charts in words")
struct DescriptionTests {
    @Test(
        "A chart says what it is, what its axes show, and how its values go on",
        arguments: [
            (
                "line=3,1,4,1,5,9,2,6",
                "Line chart. 8 values. The line fluctuates between 1 at the 2nd and the 4th value and 9 at the 6th value, starting at 3 and ending at 6."
            ),
            (
                "x=-5..5&line=tan(x)",
                "Line chart. Horizontal axis from −5 to 5. The line leaves the picture at the top and at the bottom, starting at 3.38 and ending at −3.38, undefined in places."
            ),
            (
                "x=0..5&line=9-x^2&ylim=0..20",
                "Line chart. Horizontal axis from 0 to 5. The line leaves the picture at the bottom, starting at 9."
            ),
            (
                "x=-2..4&line=(x-1)^2%2B1&ylim=0..7",
                "Line chart. Horizontal axis from −2 to 4. The line leaves the picture at the top; its low is 1 at 1."
            ),
            (
                "bar=12,19,3,5&labels=Mon,Tue,Wed,Thu&title=Visits",
                "Bar chart: Visits. Values: Mon 12, Tue 19, Wed 3 and Thu 5. Tue is highest, Wed lowest."
            ),
            (
                "bar=1,2,3,4,5,6,7,8,-9&labels=a,b,c,d,e,f,g,h,i",
                "Bar chart. 9 values. h is highest with 8, followed by g with 7 and f with 6; i is lowest with −9. 8 are above zero and 1 below."
            ),
            (
                "bar=18,19&name=Europe&bar=24,26&name=America&labels=Q1,Q2",
                "Bar chart with 2 series. Values for Q1 and Q2. Europe: 18 and 19. America: 24 and 26. America is higher everywhere."
            ),
            (
                "bar=4,2&name=A&bar=3,5&name=B&labels=North,South&stack=1&horizontal=1",
                "Horizontal stacked bar chart with 2 series. Values for North and South. A: 4 and 2. B: 3 and 5. Totals: North 7 and South 7. B is the largest part with 57% of all."
            ),
            (
                "area=1,3&name=A&area=3,1&name=B&stack=percent",
                "Stacked area chart in percent of the total with 2 series. 2 values each. A rises throughout, from 25% to 75%. B falls throughout, from 75% to 25%. A overtakes B at the 2nd value."
            ),
            (
                "x=2024-01-01,2024-02-01,2024-03-01&line=5,7,6&name=Web&ylabel=Users",
                "Line chart. 3 values from January to March 2024. Vertical axis: Users. Web rises from 5 to a peak of 7 in February, then falls to 6."
            ),
            (
                "x=2024-01-01,2025-03-05&line=1,2",
                "Line chart. 2 values from January 1, 2024 to March 5, 2025. The line rises throughout, by 100% from 1 to 2."
            ),
            (
                "x=2026-03-29T00:00,2026-03-29T12:00&line=1,9&tz=Europe/Berlin",
                "Line chart. 2 values from 00:00 to 12:00 on March 29, 2026. The line rises throughout, from 1 to 9."
            ),
            (
                "x=2024-01-01,2024-02-01,2025-01-01&line=5,9,6&xformat=%25b",
                "Line chart. 3 values from January 2024 to January 2025. The line rises from 5 to a peak of 9 in February 2024, then falls to 6."
            ),
            (
                "x=2024-01-01,2024-02-01,2024-03-01&line=0.5,0.9,0.6&xformat=%25b&yformat=.0%25",
                "Line chart. 3 values from Jan to Mar. The line rises from 50% to a peak of 90% at Feb, then falls to 60%."
            ),
            (
                "line=0.30000000000000004,0.1,0.7000000000000001",
                "Line chart. 3 values. The line falls from 0.3 to a low of 0.1 at the 2nd value, then rises to 0.7."
            ),
            (
                "line=1,10,100,1000&yscale=log&ylabel=Cost",
                "Line chart. 4 values. Vertical axis: Cost, logarithmic. The line rises throughout, from 1 to 1,000."
            ),
            (
                "line=3,1,,4,1",
                "Line chart. 5 values. The line fluctuates between 1 at the 2nd and the 5th value and 4 at the 4th value, starting at 3; 1 value is missing."
            ),
            ("line=,,", "Line chart. The line has no values."),
            ("line=5", "Line chart. The line has one value, 5."),
            ("line=5,5,5", "Line chart. 3 values. The line stays at 5 throughout."),
            ("bar=7&labels=Only", "Bar chart. Values: Only 7."),
            (
                "pie=60,25,15&labels=Chrome,Safari,Firefox",
                "Pie chart. Chrome 60%, Safari 25% and Firefox 15%."
            ),
            ("donut=0,0", "Donut chart. No part is above zero."),
            (
                "pie=9,1,1,1,1,1,1,1,4&labels=a,b,c,d,e,f,g,h,i",
                "Pie chart. The largest of 9 parts are a 45%, i 20%, b 5%, c 5%, d 5% and e 5%; the other 3 make up 15%."
            ),
            (
                "hist=1,2,2,3,3,3,4,4,5&bins=5&xlabel=Grade",
                "Histogram. Horizontal axis: Grade. 9 values from 1 to 5, in 5 bins. The fullest bin, at 3, holds 3. About half of all lie between 2 and 4."
            ),
            (
                "box=31,32,37,41,45,46,52,53,87&name=North&box=4&name=South",
                "Box plot with 2 groups. Vertical axis from 4 to 87. North: median 45, middle half from 37 to 52, range 31 to 53, an outlier at 87. South: one value, 4. The median is highest for North with 45, lowest for South with 4."
            ),
            (
                "scatter=1:2,2:3,3:5,4:4,5:6,6:7&xlabel=Load&ylabel=Delay",
                "Scatter plot. Horizontal axis: Load, from 1 to 6. Vertical axis: Delay, from 2 to 7. 6 points; Delay clearly rises with Load."
            ),
            (
                "bubble=1:2:10,2:3:40&labels=small,large",
                "Bubble chart. Horizontal axis from 1 to 2. Vertical axis from 2 to 3. 2 bubbles: small (1, 2) of size 10 and large (2, 3) of size 40."
            ),
            (
                "x=1,2,3&band=2:4,3:6,5:9&name=Range&line=3,5,7&name=Mean&hline=6&name=Limit&vline=2",
                "Chart with a band and a line. 3 values each from 1 to 3. Vertical axis from 2 to 9. Range lies between 2 and 4 at the start and between 5 and 9 at the end, widening. Mean rises throughout, by 133% from 3 to 7. Limit is a level line at 6; Mean rises above it at 3. There is an upright line at 2."
            ),
            (
                "line=1,2,1&hline=5&text=2:2:Peak",
                "Line chart. 3 values from 1 to 3. The line rises from 1 to a peak of 2 at 2, then falls to 1. Note: Peak (2, 2). There is a level line at 5; all values are below it."
            ),
            (
                "bar=3,1&name=Orders&line=30,90&name=Visits&axis=right&y2label=Visits",
                "Chart with bars and a line. Right axis: Visits. Orders: 3 and 1. Visits (right axis) rises throughout, by 200% from 30 to 90."
            ),
            (
                "title=Who+won?&line=1,2&subtitle=A+test.&caption=Source:+us",
                "Line chart: Who won? A test. 2 values. The line rises throughout, by 100% from 1 to 2. Source: us."
            ),
            ("line=1,2&alt=As+I+say", "As I say"),
        ])
    func says(text: String, words: String) throws {
        let figure = try Query(text).figure()
        #expect(figure.words == words)
        #expect(figure.drawn(with: Fonts()).alternative == words)
    }

    @Test("Of many series, who ends where and how many go which way is told")
    func many() throws {
        let text = (1...9).map { "line=\($0),\($0 < 8 ? 20 : 0)&name=S\($0)" }.joined(
            separator: "&")
        #expect(
            try Query(text).figure().words
                == "Line chart with 9 lines. 2 values each. Vertical axis from 0 to 20. Of these, 7 rise and 2 fall. At the end, S1 is highest with 20 and S9 lowest with 0."
        )
    }

    @Test("Who overtakes whom, and where, is told of two lines")
    func overtakes() throws {
        let words = try Query("line=1,2,6&name=A&line=3,4,5&name=B").figure().words
        #expect(words.hasSuffix("A overtakes B at the 3rd value."))
        let never = try Query("line=1,2,3&name=A&line=1,3,5&name=B").figure().words
        #expect(never.hasSuffix("B is never below A."))
    }

    @Test("A line of a million points is told of as one of a few is")
    func manyPoints() {
        var line = Line(
            xs: (0..<1_000_000).map(Double.init),
            ys: (0..<1_000_000).map { Double($0 % 1000) + Double($0) / 1000 })
        line.name = "Long"
        var figure = Figure(theme: .light)
        var panel = Panel()
        panel.axes = [Axis(.bottom), Axis(.left)]
        panel.layers = [Layer(line)]
        figure.panels = [panel]
        #expect(
            figure.words
                == "Line chart. 1 million values from 0 to 1 million. Long rises overall, from 0 to 1999."
        )
    }

    @Test("Any chart has words, not too many, each sentence whole", arguments: 1...20)
    func anyChart(seed: Int) throws {
        for query in RandomCharts(seed: UInt64(seed)).prefix(60) {
            try Self.expectGood(query.figure().words, of: query)
        }
    }

    @Test("Texts with breaks, spaces and full stops of their own make no odd sentences")
    func oddTexts() throws {
        for title in ["a%5Cn%5Cnb", "++", "Done.", "%09x", "%E3%80%80a%E3%80%80", "a...b"] {
            let query = try Query(
                "line=1,2,3&name=\(title)&title=\(title)&xlabel=\(title)&caption=\(title)")
            try Self.expectGood(query.figure().words, of: query)
        }
    }

    private static func expectGood(_ words: String, of query: Query) throws {
        #expect(words.unicodeScalars.count <= 1000, "\(query)")
        #expect(words.unicodeScalars.count > 10, "\(query)")
        for fault in ["  ", "\n", " .", " ,", ",,", ";.", "()", "0000000"] {
            #expect(!words.contains(fault), "\(fault) in \(words)")
        }
        let tokens = words.split { " .,;:()".contains($0) }
        for fault in ["nan", "NaN", "inf", "Infinity", "−", "%"] {
            #expect(!tokens.contains { $0 == fault }, "\(fault) in \(words)")
        }
        #expect(words.first?.isLetter == true || words.first?.isNumber == true, "\(words)")
        #expect([".", "!", "?", "…"].contains(words.last), "\(words)")
    }
}
