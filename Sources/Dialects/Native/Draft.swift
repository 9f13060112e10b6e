import Figures
import Scenes

/// A mark as the query names it: its kind, its value, and what the keys behind it say.
package struct Draft: Sendable {
    let kind: MarkKind
    let value: KeyValue
    var settings = MarkSettings()
    /// In place of the value, where it names columns of a data set.
    var columns: Columns?

    /// As the query calls it.
    var word: String { value.key }
}

/// The values of a mark as they come out of a data set.
struct Columns: Sendable {
    /// Along x, one a value: numbers, times, or the numbers of bands. Empty where values are numbered.
    var xs: [Double] = []
    var areTimes = false
    var areBands = false
    /// The values themselves; the lower ends of intervals.
    var ys: [Double] = []
    /// The upper ends of intervals, or the sizes of bubbles.
    var others: [Double] = []
    var words: [String] = []
    var errors = Spread()
}

/// A draft with its values read and placed: what a kind makes its mark from.
package struct Series: Sendable {
    let draft: Draft
    /// Along x, one a value.
    var xs: [Double] = []
    /// The value itself; the lower end of an interval.
    var ys: [Double] = []
    /// The upper ends of intervals, or the sizes of bubbles.
    var others: [Double] = []
    var words: [String] = []
    /// What a stacked value stands on.
    var bases: [Double] = []
    /// The values by themselves, where they are stacked.
    var parts: [Double] = []
    /// Whether they are stacked as shares in percent.
    var areShares = false
    /// Whether a formula was sampled for them.
    var isSampled = false
    var column = (index: 0, of: 1)
    var color = Color.black
    var colors: [Color] = []
    /// The place of a kind of which each mark takes one band.
    var band = 0.0
    var errors = Spread()
    /// The values of earlier rules of the same kind.
    var earlier: [Double] = []
    var isHorizontal = false
    /// The greatest size of all bubbles of the chart.
    var greatestSize: Double?
    /// How many bins a histogram shares with the others.
    var edges: [Double] = []

    var settings: MarkSettings { draft.settings }
    var name: String { draft.settings.name ?? "" }
}
