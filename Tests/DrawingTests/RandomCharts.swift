import Dialects
import Notation
import Trials

/// Charts as nobody would draw them: any mark, any size, texts and numbers of any length.
struct RandomCharts: IteratorProtocol, Sequence {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    static let sizes = [
        "16x16", "120x24", "200x120", "320x200", "400x300", "800x400", "1600x900", "4000x3000",
    ]

    mutating func next() -> Query? {
        var query = marks()
        let size = random.one(of: Self.sizes)
        query.add("size", size)
        // The largest would have more pixels than a query may ask for.
        if size != "4000x3000", random.once(in: 4) {
            query.add("dpr", random.one(of: ["1.5", "2"]))
        }
        let hasAxes = !query.pairs.contains { $0.key == "pie" || $0.key == "donut" }
        let texts = ["title", "subtitle", "caption"] + (hasAxes ? ["xlabel", "ylabel"] : [])
        for key in texts where random.once(in: 3) {
            query.add(key, text(upTo: 300, breaks: true))
        }
        if random.once(in: 2) {
            query.add("legend", random.one(of: ["top", "right", "bottom", "left", "none"]))
        }
        if hasAxes, random.once(in: 6) {
            query.add("grid", random.one(of: ["x", "y", "both", "none"]))
        }
        return query
    }

    private mutating func marks() -> Query {
        switch random.whole(1...12) {
        case 1...3: bars()
        case 4...6: lines()
        case 7: dates()
        case 8: pie()
        case 9: cloud()
        case 10: boxes()
        case 11: histogram()
        default: twoAxes()
        }
    }

    private mutating func bars() -> Query {
        var query = Query()
        let count = random.one(of: [1, 2, 3, 5, 8, 12, 20, 31, 60, 100, 500])
        let series = random.one(of: [1, 1, 1, 2, 3, 8])
        for _ in 1...series {
            query.add("bar", numbers(count))
            if random.once(in: 2) { query.add("name", text(upTo: 60)) }
        }
        let longest = random.one(of: [1, 3, 8, 15, 40, 200])
        query.add("labels", names(count, upTo: longest))
        if random.once(in: 3) { query.add("horizontal", "1") }
        if random.once(in: 3) { query.add("stack", random.one(of: ["1", "percent"])) }
        return query
    }

    private mutating func lines() -> Query {
        var query = Query()
        let count = random.one(of: [1, 2, 3, 10, 30, 300])
        for _ in 1...random.one(of: [1, 1, 2, 3, 8, 30]) {
            query.add(random.one(of: ["line", "line", "area", "step", "stem"]), numbers(count))
            if random.once(in: 2) { query.add("name", text(upTo: 60)) }
        }
        if random.once(in: 4) { query.add("yscale", random.one(of: ["log", "symlog"])) }
        if random.once(in: 4) { query.add("stack", "1") }
        if random.once(in: 4) {
            let low = random.one(of: [0.0, 1, -5, 1e6, 1e-9, 1e15, -1e300, 0.123456789])
            let span = random.one(of: [1.0, 10, 1e-3, 1e6, 1e9])
            query.add(
                "x", "\(low.decimalText)..\((low + Swift.max(span, abs(low) * 1e-12)).decimalText)")
        }
        return query
    }

    private mutating func dates() -> Query {
        var query = Query()
        let starts = [
            "2026-03-28T22:00", "2026-10-24T20:00", "2026-12-31T23:59:59.9", "1900-01-01",
            "2024-02-29", "0001-01-01",
        ]
        // Seconds: a millisecond to centuries.
        let spans = [0.003, 0.5, 7, 90, 3600, 20_000, 86_400, 3e5, 2e6, 1e7, 5e7, 5e8, 1e10]
        let start = random.one(of: starts)
        let zone = random.one(of: ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"])
        query.add("tz", zone)
        let first = TimeReader().read(start)?.instant ?? 0
        let last = first + random.one(of: spans) * 1000
        query.add("x", "\(start)..\(Self.written(last))")
        query.add(
            random.one(of: ["line", "bar", "area"]), numbers(random.one(of: [1, 2, 5, 24, 100])))
        return query
    }

    private static func written(_ instant: Double) -> String {
        (try? TimeFormat("%Y-%m-%dT%H:%M:%S.%L"))?.format(instant, in: .utc) ?? "2026-01-01"
    }

    private mutating func pie() -> Query {
        var query = Query()
        let count = random.one(of: [1, 2, 3, 5, 8, 20, 60])
        let values = (0..<count).map { _ in random.number(0...100).rounded().decimalText }
        query.add(random.one(of: ["pie", "donut"]), values.joined(separator: ","))
        query.add("labels", names(count, upTo: random.one(of: [3, 10, 30, 200])))
        if random.once(in: 3) { query.add("name", text(upTo: 30)) }
        if random.once(in: 4) { query.add("labels", "0") }
        return query
    }

    private mutating func cloud() -> Query {
        var query = Query()
        let isSized = random.once(in: 2)
        let count = random.one(of: [1, 2, 10, 100])
        let reach = magnitude()
        let items = (0..<count).map { _ in
            (0..<(isSized ? 3 : 2)).map { _ in (random.number(-1...1) * reach).decimalText }
                .joined(separator: ":")
        }
        query.add(isSized ? "bubble" : "scatter", items.joined(separator: ","))
        if random.once(in: 2) { query.add("name", text(upTo: 60)) }
        return query
    }

    private mutating func boxes() -> Query {
        var query = Query()
        for _ in 1...random.one(of: [1, 2, 5, 12, 40]) {
            query.add("box", numbers(random.one(of: [1, 2, 5, 30])))
            if random.once(in: 2) { query.add("name", text(upTo: random.one(of: [5, 20, 100]))) }
        }
        return query
    }

    private mutating func histogram() -> Query {
        var query = Query()
        query.add("hist", numbers(random.one(of: [1, 2, 10, 200])))
        if random.once(in: 2) { query.add("bins", "\(random.one(of: [1, 2, 5, 30, 300]))") }
        return query
    }

    private mutating func twoAxes() -> Query {
        var query = Query()
        let count = random.one(of: [1, 3, 10])
        query.add(random.one(of: ["bar", "line"]), numbers(count))
        query.add("name", text(upTo: 40))
        query.add("line", numbers(count))
        query.add("name", text(upTo: 40))
        query.add("axis", "right")
        if random.once(in: 2) { query.add("y2label", text(upTo: 100)) }
        if random.once(in: 3) { query.add("labels", names(count, upTo: 30)) }
        return query
    }

    // MARK: What charts are made of

    private mutating func magnitude() -> Double {
        random.one(of: [1, 1, 1, 10, 100, 1e4, 1e7, 1e12, 1e30, 1e290, 1e-3, 1e-9, 1e-300])
    }

    private mutating func numbers(_ count: Int) -> String {
        let reach = magnitude()
        let offset = random.one(of: [0.0, 0, 0, 1, -1, 1000, -1e6])
        let gaps = random.one(of: [0, 0, 0, 5, 1])
        let isEqual = random.once(in: 12)
        let items = (0..<count).map { _ in
            if gaps == 1 || (gaps > 0 && random.once(in: gaps)) { return "_" }
            let value = (isEqual ? 1 : random.number(-0.3...1)) + offset
            return (value * reach).decimalText
        }
        return items.joined(separator: ",")
    }

    private mutating func names(_ count: Int, upTo length: Int) -> String {
        (0..<count).map { _ in text(upTo: length) }.joined(separator: ",")
    }

    /// Words of letters narrow, wide and foreign.
    private mutating func text(upTo length: Int, breaks: Bool = false) -> String {
        let letters = Array("abcdefgilmnoprstuwyABEGMNQW0123ÄÖéßжЯαΩ")
        let count = random.whole(1...length)
        let word = random.one(of: [4, 8, 40])
        var text = ""
        for index in 1...count {
            if random.once(in: word), index < count, !text.hasSuffix(" "), !text.isEmpty {
                text += breaks && random.once(in: 5) ? "\\n" : " "
            } else {
                text.append(random.one(of: letters))
            }
        }
        return text
    }

    /// A text of exactly `length` characters, with a space or a line break now and then.
    static func text(of length: Int, with random: inout SeededRandom) -> String {
        let letters = Array("abcdefghilmnoprstuvwyABEGMNQW0123ÄÖéß")
        return (0..<length).reduce(into: "") { text, index in
            let canBreak = index > 0 && index + 1 < length && text.last != " "
            text += canBreak && random.once(in: 7) ? " " : String(random.one(of: letters))
        }
    }
}
