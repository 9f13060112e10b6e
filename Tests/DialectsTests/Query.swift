import Dialects
import Drawing
import Figures
import Fonts
import Scenes
import Tables
import Trials

/// A query as it is after decoding: no escapes, and a space where one is meant.
struct Query {
    var pairs: [Pair]
    var data = Samples.sources

    init(_ text: String) {
        pairs = text.split(separator: "&", omittingEmptySubsequences: false).map { part in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Pair(String(sides[0]), sides.count > 1 ? String(sides[1]) : "")
        }
    }

    /// A query from the manual, escapes and all.
    init(encoded text: String) throws { pairs = try Trials.pairs(of: text) }

    func figure(_ limits: NativeLimits = NativeLimits()) throws(NativeError) -> Figure {
        try Native.figure(from: pairs, data: data, limits: limits)
    }

    func scene() throws(NativeError) -> Scene { try figure().drawn(with: Fonts()) }
}

func figure(_ query: String) throws(NativeError) -> Figure { try Query(query).figure() }

func panel(_ query: String) throws(NativeError) -> Panel { try figure(query).panels[0] }

/// What a query draws, a line an item.
func drawing(_ query: String) throws(NativeError) -> [String] { try Query(query).scene().lines }

/// The texts of a picture, in the order in which they are set.
func texts(_ query: String) throws(NativeError) -> [String] {
    try Query(query).scene().items.compactMap { item in
        if case .text(let line, _, _, _) = item { line.text } else { nil }
    }
}

/// The names along x.
func bands(_ query: String) throws(NativeError) -> [String]? {
    if case .bands(let names) = try panel(query).axes[0].kind { names } else { nil }
}

/// Why the query is refused; nil where it is not.
func refusal(_ query: String) -> NativeError? {
    do throws(NativeError) {
        _ = try Query(query).figure()
        return nil
    } catch {
        return error
    }
}
