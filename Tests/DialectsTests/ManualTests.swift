import Figures
import Fonts
import Scenes
import Testing

@testable import Dialects

@Suite("What the manual shows")
struct ManualTests {
    static let queries = [
        "line=3,1,4,1,5,9,2,6",
        "bar=12,19,3,5&labels=Mon,Tue,Wed,Thu&title=Visits",
        "x=-10..10&line=sin(x)/x&name=sinc&line=cos(x)&name=cos&title=Waves",
        "scatter=1:2,2:3,3:5,4:4&xlabel=Load&ylabel=Latency%20(ms)",
        "pie=60,25,15&labels=Chrome,Safari,Firefox",
        "x=2026-01-01,2026-02-01,2026-03-01&line=5,7,6&name=2025&dash=4,4&line=6,9,8&name=2026"
            + "&legend=bottom",
        "area=1,3,2&area=2,1,4&stack=1",
        "bar=4,2&name=A&bar=3,5&name=B&labels=North,South&stack=1&horizontal=1",
        "hist=1,2,2,3,3,3,4,4,5&bins=5",
        "line=1,10,100,1000&yscale=log",
        "spark=1,5,2,8,3&size=120x24",
    ]

    @Test("The queries that the manual begins with draw a chart", arguments: queries)
    func draws(query: String) throws {
        #expect(try Query(encoded: query).scene().items.count > 1)
    }

    @Test("Every mark draws its example, by each of its names", arguments: MarkKind.all)
    func drawsExample(kind: MarkKind) throws {
        let query = try Query(encoded: kind.example)
        let lines = try query.scene().lines
        #expect(lines.count > 1)
        let place = try #require(query.pairs.firstIndex { kind.names.contains($0.key) })
        for name in kind.names {
            var other = query
            other.pairs[place].key = name
            #expect(try other.scene().lines == lines)
        }
    }

    @Test("Every key of a mark draws its example", arguments: Key.ofMarks.map(\.example))
    func drawsExampleOfMarks(example: String) throws {
        #expect(try Query(encoded: example).scene().items.count > 3)
    }

    @Test(
        "Every key of the chart changes the chart in its example",
        arguments: Key.ofCharts.map(\.name))
    func changesTheChart(name: String) throws {
        let key = try #require(Key.ofCharts.first { $0.name == name })
        let query = try Query(encoded: key.example)
        var without = query
        without.pairs.removeAll { $0.key == name }
        #expect(without.pairs.count < query.pairs.count)
        let with = try query.scene()
        // Without its data set, or without sums where several rows have one place, it is no chart.
        if ["data", "agg"].contains(name) {
            #expect(throws: NativeError.self) { try without.scene() }
            return
        }
        let bare = try without.scene()
        #expect(
            with.lines != bare.lines || with.alternative != bare.alternative
                || with.density != bare.density)
    }

    @Test("Every key that a mark takes changes how it is drawn", arguments: MarkKind.all)
    func changesTheMark(kind: MarkKind) throws {
        for key in kind.keys {
            let base = try Self.base(for: key, of: kind)
            var query = base
            query.describe(kind, Pair(key, try #require(Self.value(of: key, for: kind))))
            #expect(
                try query.scene().lines != base.scene().lines,
                "\(kind.names[0]) does nothing with \(key)")
        }
    }

    /// A query in which the key has something to do.
    private static func base(for key: String, of kind: MarkKind) throws -> Query {
        let name = kind.names[0]
        var base = try Query(encoded: kind.example)
        switch (key, kind.fields) {
        case ("name", .words), ("labels", .words): return Query("line=3,1,4&text=2:3")
        case ("format", .parts): break
        case ("format", _) where kind.keys.contains("labels"):
            base.describe(kind, Pair("labels", "1"))
        case ("stack", _): return Query("bar=9,9&\(name)=2,2,2&stack=a&\(name)=3,1,4")
        default: break
        }
        return base
    }

    private static func value(of key: String, for kind: MarkKind) -> String? {
        switch (key, kind.fields) {
        // Parts are named unless they are told not to be.
        case ("labels", .parts): "0"
        case ("labels", .words): "Peak"
        // Of a bar it is the part of its place.
        case ("width", _) where kind.traits.contains(.sideBySide): "0.4"
        default: values[key]
        }
    }

    private static let values = [
        "name": "Zebra", "color": "crimson", "width": "4", "dash": "7,2", "marker": "star",
        "size": "17", "opacity": "0.3", "smooth": "1", "fill": "teal", "labels": "1",
        "axis": "right", "errors": "0.5", "format": ".3f", "bins": "1", "stack": "a",
    ]
}

extension Query {
    /// Puts a pair behind what describes the last mark of this kind.
    fileprivate mutating func describe(_ kind: MarkKind, _ pair: Pair) {
        guard let mark = pairs.lastIndex(where: { kind.names.contains($0.key) }) else { return }
        let rest = pairs[(mark + 1)...]
        let end = rest.firstIndex { MarkKind.named($0.key) != nil } ?? pairs.endIndex
        pairs.insert(pair, at: end)
    }
}
