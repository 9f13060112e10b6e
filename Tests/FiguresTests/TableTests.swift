import Figures
import Notation
import Scenes
import Tables
import Testing
import Trials

@Suite("The data behind a chart")
struct TableTests {
    private static func figure(_ x: Axis.Kind = .linear, _ layers: Layer...) -> Figure {
        var figure = Figure(theme: .light)
        var panel = Panel()
        var axis = Axis(.bottom)
        axis.kind = x
        panel.axes = [axis, Axis(.left)]
        panel.layers = layers
        figure.panels = [panel]
        return figure
    }

    private static func table(_ x: Axis.Kind = .linear, _ layers: Layer...) -> [String] {
        var figure = figure(x)
        figure.panels[0].layers = layers
        let text = String(
            decoding: CSVWriter.bytes(of: figure.table, in: figure.zone), as: UTF8.self)
        return text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
            .dropLast()
    }

    private static func line(_ xs: [Double], _ ys: [Double], _ name: String = "") -> Layer {
        var line = Line(xs: xs, ys: ys)
        line.name = name
        return Layer(line)
    }

    private static func points(_ xs: [Double], _ ys: [Double], _ name: String = "") -> Layer {
        var points = Points(xs: xs, ys: ys)
        points.name = name
        return Layer(points)
    }

    @Test("Series share the column of their axis, and a row for each place")
    func join() {
        let rows = Self.table(
            .linear, Self.line([1, 2, 4], [10, 20, 40], "a"), Self.line([2, 3], [200, 300], "b"))
        #expect(rows == ["x,a,b", "1,10,", "2,20,200", "3,,300", "4,40,"])
    }

    @Test("Points at one place have a row each, and none is lost")
    func repeated() {
        let rows = Self.table(
            .linear, Self.points([2, 1, 2], [5, 6, 7], "a"), Self.points([2], [8], "b"))
        #expect(rows == ["x,a,b", "1,6,", "2,5,8", "2,7,"])
    }

    @Test("A gap is a row without a value")
    func gaps() {
        #expect(
            Self.table(.linear, Self.line([1, 2, 3], [5, .nan, 6])) == [
                "x,line", "1,5", "2,", "3,6",
            ])
    }

    @Test("A line that runs to and fro keeps its order, in rows below the others")
    func wandering() {
        let rows = Self.table(
            .linear, Self.line([1, 3, 2], [1, 2, 3], "loop"), Self.line([1, 2], [8, 9], "even"))
        #expect(rows == ["x,even,loop", "1,8,", "2,9,", "1,,1", "3,,2", "2,,3"])
    }

    @Test("Bands have a row each, with and without a value")
    func bands() {
        var bars = Bars(xs: [2, 0], ys: [5, 7])
        bars.name = "a"
        #expect(
            Self.table(.bands(["N", "E", "S"]), Layer(bars)) == ["label,a", "N,7", "E,", "S,5"])
    }

    @Test("Names that are missing or taken are made up, so that each column has its own")
    func names() {
        let rows = Self.table(
            .linear, Self.line([1], [2]), Self.line([1], [3]), Self.line([1], [4], "x"),
            Self.line([1], [5], "line"))
        #expect(rows[0] == "x,line,line 2,x 2,line 3")
    }

    @Test("Of a stack, the values are given and not their sums")
    func stack() {
        var bars = Bars(xs: [0], ys: [0.6000000000000001])
        bars.bases = [0.3]
        bars.parts = [0.3]
        #expect(Self.table(.bands(["N"]), Layer(bars)) == ["label,bar", "N,0.3"])
    }

    @Test("Errors, sizes and labels stand beside their values")
    func fields() {
        var points = Points(xs: [1, 2], ys: [3, 4])
        points.sizes = [5, 6]
        points.errors = Spread(below: [0.5], above: [1, 2])
        points.labels.texts = ["p"]
        #expect(
            Self.table(.linear, Layer(points)) == [
                "x,bubble,bubble size,bubble label,bubble error below,bubble error above",
                "1,3,5,p,0.5,1", "2,4,6,,0.5,2",
            ])
    }

    @Test("An interval has its two ends")
    func intervals() {
        let band = Band(xs: [1, 2], lows: [3, 4], highs: [5, 6])
        #expect(Self.table(.linear, Layer(band)) == ["x,band low,band high", "1,3,5", "2,4,6"])
    }

    @Test("A histogram gives its bins, and several of the same bins share them")
    func bins() {
        let one = Bins(counting: [1, 2, 2], between: [0.5, 1.5, 2.5])
        let two = Bins(counting: [1], between: [0.5, 1.5, 2.5])
        #expect(
            Self.table(.linear, Layer(one), Layer(two)) == [
                "bin start,bin end,count,count 2", "0.5,1.5,1,1", "1.5,2.5,2,0",
            ])
    }

    @Test("Boxes give their samples, a column each")
    func boxes() {
        let rows = Self.table(
            .bands(["N", "S"]), Layer(Boxes(of: [3, 1, 2], at: 0, name: "N")),
            Layer(Boxes(of: [9], at: 1, name: "S")))
        #expect(rows == ["N,S", "1,9", "2,", "3,"])
    }

    @Test("Pies share the names of their parts")
    func pies() {
        var one = Pie(values: [1, 2], names: ["a", "b"], colors: [])
        one.title = "2025"
        var two = Pie(values: [3, 4], names: ["b", "c"], colors: [])
        two.title = "2026"
        #expect(
            Self.table(.linear, Layer(one), Layer(two)) == [
                "label,2025,2026", "a,1,", "b,2,3", "c,,4",
            ])
    }

    @Test("Texts stand in the row of their place; rules are no data")
    func notes() {
        let text = Texts(xs: [2], ys: [9], texts: ["Peak"])
        let rows = Self.table(
            .linear, Self.line([1, 2], [5, 6]), Layer(text), Layer(Rule([5], .level)))
        #expect(rows == ["x,line,text,text y", "1,5,,", "2,6,Peak,9"])
    }

    @Test("Nothing but rules is a table without rows")
    func onlyRules() { #expect(Self.table(.linear, Layer(Rule([5], .level))) == ["x"]) }

    @Test("Marks of different kinds stand below each other")
    func blocks() {
        let bins = Bins(counting: [1, 1], between: [0.5, 1.5])
        let rows = Self.table(.linear, Self.line([1], [5]), Layer(bins))
        #expect(rows == ["x,line,bin start,bin end,count", "1,5,,,", ",,0.5,1.5,2"])
    }

    @Test("What would be a large and mostly empty table has a row a value instead")
    func long() {
        var random = SeededRandom(seed: 1)
        var figure = Self.figure()
        var total = 0.0
        for index in 0..<40 {
            let xs = (0..<2000).map { _ in random.number(0...1) }.sorted()
            let ys = xs.map { $0 + Double(index) }
            total += ys.reduce(0, +)
            figure.panels[0].layers.append(Self.line(xs, ys, "s\(index)"))
        }
        let table = figure.table
        #expect(table.columns.map { $0.name } == ["x", "series", "value"])
        #expect(table.rowCount == 80_000)
        guard case .numbers(let values) = table.columns[2].values,
            case .numbers(let xs) = table.columns[0].values,
            case .words(let codes, let texts) = table.columns[1].values
        else {
            Issue.record("columns of other kinds")
            return
        }
        #expect(abs(values.reduce(0, +) - total) < 1e-3)
        #expect(texts.count == 40)
        for index in stride(from: 0, to: 80_000, by: 997) {
            #expect(values[index] == xs[index] + Double(codes[index]))
        }
    }

    @Test("Every value of any series is found in its column, at its place")
    func anySeries() {
        var random = SeededRandom(seed: 77)
        for _ in 0..<300 {
            var figure = Self.figure()
            var series: [[(Double, Double)]] = []
            for index in 0..<random.whole(1...5) {
                let pairs = (0..<random.whole(1...12)).map { _ in
                    (Double(random.whole(0...6)), Double(random.whole(0...99)))
                }
                series.append(pairs)
                figure.panels[0].layers.append(
                    Self.points(pairs.map { $0.0 }, pairs.map { $0.1 }, "s\(index)"))
            }
            let table = figure.table
            guard case .numbers(let xs) = table.columns[0].values else { continue }
            #expect(zip(xs, xs.dropFirst()).allSatisfy { $0 <= $1 })
            for (index, pairs) in series.enumerated() {
                guard case .numbers(let ys) = table.columns[index + 1].values else { continue }
                let found = zip(xs, ys).filter { $0.1.isFinite }
                #expect(
                    found.map { "\($0) \($1)" }.sorted() == pairs.map { "\($0) \($1)" }.sorted())
            }
        }
    }
}
