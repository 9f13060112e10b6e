import Drawing
import Figures
import Fonts
import Scenes
import Testing
import Trials

@testable import Dialects

/// Queries put together at random from pieces of the language, and from what is none of it.
struct RandomQuery {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    private static let numbers = [
        "0", "1", "-1", "2.5", "3", "10", "100", "-0", "1e300", "-1e300", "1e-300", "5e-324",
        "1e308", "1e999",
        "-1e308", "007", ".5", "5.", "+3", "1e", "e5", "--1", "0x10", "NaN", "inf",
        "999999999999999999999",
        "0.1", "0.30000000000000004", "8.64e15", "-62135596800000", "1767225600000", "", "_", " ",
        "50%",
    ]
    private static let dates = [
        "2026-01-01", "2026-01-01T12:30", "2026-01-01T12:30:15", "0001-01-01", "9999-12-31",
        "2026-02-30", "2026",
        "2026-01", "2026-W05", "2026-Q1", "31.12.2026", "12:30", "2026-01-01T12:30+02:00",
        "2026-03-29T02:30", "2026-13-01", "1/2/2026", "1/31/2026", "31/1/2026", "Jan 5, 2026",
        "5 Jan 2026 1:05 PM", "Mon, 05 Jan 2026 13:45:00 GMT", "Jan 2026",
    ]
    private static let words = [
        "Mon", "Tue", "a\\nb", "é", "日本", "👩‍👩‍👧", "\u{0}", "\u{7}", "\u{202E}abc", "<b>", "a b", "ﬁ",
        "\u{301}", "(", ")", "\\",
        "none", "percent", "light", "dark", "log", "symlog", "time", "band", "right", "left", "up",
        "down", "name", "teal",
        "#f00", "rgb(1,2,3)", "hsl(1", ".1f", "$,.2%", "%Y", "%Q", "~s", "Europe/Berlin", "+02:00",
        "x", "top", "dashed",
        "circle", "star", "400x200", "1x1", "16x16", "0x0",
    ]
    private static let formulas = [
        "sin(x)", "x", "1/x", "tan(x)", "x^x", "exp(x^2)", "ln(x)", "gamma(x)", "x%0", "mod(x,x)",
        "0/0*x", "(", "2x", "x>0",
        "sin(", "max(x,", "-", "2^", "x x", "1e300*x", "sqrt(-x^2)", "sin(1/x)", "floor(x)", "x<",
        "e", "abs(x)^-0.5",
    ]
    private static let separators = [
        ",", ",", ",", ":", ":", "..", " ", "", ";", "x", "-", "=", "%", ",,",
    ]

    mutating func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }

    mutating func atom() -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0...5: pick(Self.numbers)
        case 6: pick(Self.dates)
        case 7: pick(Self.formulas)
        case 8: pick(Self.words)
        case 9: "\(Double.random(in: -100...100, using: &random))"
        case 10: pick(Self.numbers) + ":" + pick(Self.numbers)
        default: pick(Self.words) + ":" + pick(Self.numbers)
        }
    }

    mutating func value() -> String {
        // Lists of one kind get further than mixtures do.
        let separator = pick(Self.separators)
        let count = [0, 1, 1, 2, 3, 5, 8, 30].randomElement(using: &random) ?? 1
        let kind = Int.random(in: 0..<5, using: &random)
        let items = (0..<count).map { _ in
            switch kind {
            case 0: pick(Self.numbers)
            case 1: "\(Int.random(in: -50...50, using: &random))"
            case 2: pick(Self.dates) + ":" + "\(Int.random(in: -50...50, using: &random))"
            case 3:
                pick(["1", "-3", "1e300", "5e-324", "7.25"]) + ":"
                    + pick(["1", "-3", "1e300", "1e-300", "0"])
            default: atom()
            }
        }
        return items.joined(separator: separator)
    }

    mutating func pair() throws -> Pair {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: return Pair(pick(MarkKind.all.flatMap(\.names)), value())
        case 3: return Pair(pick(MarkKind.all.flatMap(\.names)), pick(Self.formulas))
        case 4...5: return try Query(encoded: pick(MarkKind.all.map(\.example))).pairs[0]
        case 6:
            let query = try Query(
                encoded: pick(Key.ofMarks.map(\.example) + Key.ofCharts.map(\.example)))
            return query.pairs.randomElement(using: &random) ?? Pair("", "")
        case 7: return Pair(pick(Native.words), pick(Self.words))
        case 8: return Pair(pick(Native.words), value())
        default: return Pair(atom(), value())
        }
    }

    /// Most keys are ones that fit, so that the query is drawn rather than refused.
    mutating func next() throws -> Query {
        var query = Query("")
        query.pairs = [Pair("size", pick(["16x16", "1x1", "60x40", "200x100", "40x300"]))]
        let kind = MarkKind.all.randomElement(using: &random) ?? .line
        query.pairs.append(Pair(kind.names[0], Bool.random(using: &random) ? value() : "3,1,4,1,5"))
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: query.pairs.append(try pair())
            case 1:
                let key = pick(
                    Key.ofCharts.map(\.name).filter { $0 != "size" && $0 != "w" && $0 != "h" })
                let example = try Query(
                    encoded: Key.ofCharts.first { $0.name == key }?.example ?? "")
                query.pairs.append(
                    example.pairs.first { $0.key == key && Bool.random(using: &random) }
                        ?? Pair(key, Bool.random(using: &random) ? value() : pick(Self.words)))
            default:
                query.pairs.append(
                    Pair(pick(kind.keys), Bool.random(using: &random) ? atom() : pick(Self.words)))
            }
        }
        if query.pairs.contains(where: { $0.key == "dpr" }) { query.pairs[0].value = "16x16" }
        return query
    }
}

@Suite("Anything at all")
struct FuzzTests {
    @Test(
        "Whatever a query holds, it is a chart or an error", arguments: 1...4 as ClosedRange<UInt64>
    )
    func survives(seed: UInt64) throws {
        var queries = RandomQuery(seed: seed)
        let fonts = Fonts()
        var drawn = 0
        for _ in 0..<150 {
            let query = try queries.next()
            guard let figure = try? query.figure() else { continue }
            let scene = figure.drawn(with: fonts)
            let isPlaced = scene.items.allSatisfy(\.isPlaced)
            #expect(isPlaced, "\(query.pairs)")
            drawn += 1
        }
        #expect(drawn > 20)
    }

    @Test(
        "Whatever bytes a value holds, it is read or refused",
        arguments: 1...4 as ClosedRange<UInt64>)
    func reads(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let keys = Native.words
        for _ in 0..<1500 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let value =
                Bool.random(using: &random)
                ? String(decoding: bytes, as: UTF8.self)
                : random.text(of: "0123.,:-+e()x^*/% _T\\né", upTo: 24)
            let query = [Pair("line", "1"), Pair(keys.randomElement(using: &random) ?? "", value)]
            _ = try? Native.figure(from: query)
            _ = try? Native.figure(from: [
                Pair("line", value), Pair("bar", value), Pair("x", value),
            ])
        }
    }
}

extension Scene.Item {
    /// Whether all of it lies somewhere.
    fileprivate var isPlaced: Bool {
        switch self {
        case .fill(let path, _), .stroke(let path, _, _):
            path.points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
        case .text(_, let origin, let angle, _):
            origin.x.isFinite && origin.y.isFinite && angle.isFinite
        case .symbols(_, let places): places.allSatisfy { $0.isFinite }
        case .clip: true
        }
    }
}
