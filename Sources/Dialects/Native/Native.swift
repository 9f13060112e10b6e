package import Figures
package import Tables

/// The native language: a chart as a list of `key=value` pairs, read left to right.
///
/// A mark adds a layer; the keys behind it describe it until the next mark. Keys of the whole chart
/// stand anywhere. Keys that begin with an underscore are ignored, so that a URL can be made unique.
package enum Native {
    package static func figure(
        from pairs: [Pair], data sources: DataSources = .none,
        limits: NativeLimits = NativeLimits()
    ) throws(NativeError) -> Figure {
        var reader = NativeReader()
        for pair in pairs { try reader.read(pair) }
        var (chart, drafts) = (reader.chart, reader.drafts)
        try limits.check(marks: drafts)
        if let set = try DataSet(chart, sources, limits) {
            var tabulation = try Tabulation(chart, drafts, set, limits)
            drafts = try tabulation.drafts()
            chart = tabulation.chart
        } else {
            try chart.refuseKeysOfData()
        }
        var composer = Composer(chart, drafts, limits)
        return try composer.figure()
    }

    /// The size that a query asks for, in points, as far as it can be read: for a picture that says
    /// why the chart could not be drawn.
    package static func size(
        askedBy pairs: [Pair], limits: NativeLimits = NativeLimits()
    ) -> (width: Double, height: Double)? {
        var reader = NativeReader()
        for pair in pairs where ["size", "w", "h"].contains(pair.key) {
            do { try reader.read(pair) } catch { continue }
        }
        guard reader.chart.width != nil || reader.chart.height != nil else { return nil }
        let size = (width: reader.chart.width ?? 800, height: reader.chart.height ?? 400)
        do {
            try limits.check(width: size.width, height: size.height, density: 1)
            return size
        } catch {
            return nil
        }
    }

    /// The names of all marks and keys.
    static var words: [String] {
        MarkKind.all.flatMap { $0.names } + Key.ofCharts.map { $0.name }
            + Key.ofMarks.map { $0.name }
    }
}

/// What a query may ask for at most.
package struct NativeLimits: Sendable, Equatable {
    /// Width or height, in points.
    package var side = 8192
    /// Width times height, in pixels.
    package var pixels = 40_000_000
    /// Values of one mark.
    package var values = 1_000_000
    /// Marks of one chart.
    package var marks = 200
    /// Parts of one pie: nobody can tell more from each other, and each is drawn.
    package var parts = 1_000
    /// Values that one axis is told to name.
    package var ticks = 500
    /// Values that all conditions together compare with, each of which is looked at for every row.
    package var comparisons = 200
    /// What is read of one formula.
    package var formulas = FormulaLimits()
    /// What is read of a data set.
    package var tables = TableLimits()

    package init() {}

    func check(width: Double, height: Double, density: Double) throws(NativeError) {
        let longest = max(width, height)
        guard longest <= Double(side) else {
            throw .limit(
                key: "size", count: Int(min(longest, 1e9)), most: side, setting: "PLOT_MAX_SIDE")
        }
        let count = width * height * density * density
        guard count <= Double(pixels) else {
            throw .limit(
                key: "size", count: Int(min(count, 1e15)), most: pixels,
                setting: "PLOT_MAX_PIXELS")
        }
    }

    func check(marks drafts: [Draft]) throws(NativeError) {
        guard !drafts.isEmpty else { throw .noMark }
        guard drafts.count <= marks else {
            throw .limit(
                key: drafts[marks].word, count: drafts.count, most: marks,
                setting: "PLOT_MAX_MARKS")
        }
    }

    func check(ticks count: Int, of key: String) throws(NativeError) {
        guard count <= ticks else {
            throw .limit(key: key, count: count, most: ticks, setting: "PLOT_MAX_TICKS")
        }
    }

    func check(parts count: Int, of key: String) throws(NativeError) {
        guard count <= parts else {
            throw .limit(key: key, count: count, most: parts, setting: "PLOT_MAX_PARTS")
        }
    }

    func check(values count: Int, of key: String) throws(NativeError) {
        guard count <= values else {
            throw .limit(key: key, count: count, most: values, setting: "PLOT_MAX_VALUES")
        }
    }
}
