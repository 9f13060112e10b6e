@testable import Dialects
@testable import Service

/// What the manual shows, to begin with.
enum Manual {
    static let queries: [String] =
        MarkKind.all.map { $0.example } + Key.ofMarks.map { $0.example }
        + Key.ofCharts.map { $0.example } + Order.keys.map { $0.example }

    static let words: [String] =
        Native.words.map { $0 + "=" } + ["&", ",", ":", "..", "_"]
        + Form.allCases.map { "format=" + $0.rawValue }
        + ["data=weather.csv", "where=", "group=", "agg=", "x=date", "size=60x40"]
}
