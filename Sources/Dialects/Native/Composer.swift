import Figures
import Notation
import Scenes

/// Makes the figure from what was read: places the values, stacks them, gives out colours, and sets
/// up the axes.
struct Composer {
    let chart: ChartSettings
    let drafts: [Draft]
    let limits: NativeLimits
    let theme: Theme
    /// What the values of each draft are.
    var values: [Values] = []
    var along = Along.nothing
    /// The names of the bands along x; nil where x is a number or a time.
    var bands: Bands?
    var isTime = false

    init(_ chart: ChartSettings, _ drafts: [Draft], _ limits: NativeLimits) {
        self.chart = chart
        self.drafts = drafts
        self.limits = limits
        var theme = chart.isDark ? Theme.dark : Theme.light
        if !chart.colors.isEmpty { theme.palette = chart.colors }
        if let background = chart.background { theme.background = background }
        self.theme = theme
    }

    mutating func figure() throws(NativeError) -> Figure {
        var figure = Figure(theme: theme)
        figure.size = Size(chart.width ?? 800, chart.height ?? 400)
        figure.density = chart.density
        try limits.check(
            width: figure.size.width, height: figure.size.height, density: chart.density)
        figure.title = chart.title
        figure.subtitle = chart.subtitle
        figure.caption = chart.caption
        figure.alternative = chart.alternative
        figure.legend.position = chart.legend
        along = try Along(chart)
        for draft in drafts {
            let value = try Values(of: draft, in: chart.zone, limits.formulas)
            values.append(value)
            try limits.check(values: value.count, of: draft.word)
        }
        try refuseUseless()
        if let bare = drafts.first(where: { $0.kind.traits.contains(.bare) }) {
            if let other = drafts.first(where: {
                $0.kind.fields != bare.kind.fields || !$0.kind.traits.contains(.bare)
            }) {
                throw .cannotShare(mark: bare.word, with: other.word)
            }
            figure.panels = try bare.kind.fields == .parts ? pies() : [spark()]
            if bare.kind.fields == .value {
                figure.theme.margin = 2
                figure.legend.position = .none
            }
        } else {
            figure.panels = [try plot()]
        }
        return figure
    }

    /// Refuses keys that nothing in this chart could heed.
    private func refuseUseless() throws(NativeError) {
        let bare = drafts.first { $0.kind.traits.contains(.bare) }
        let hasRight = drafts.contains { $0.settings.isOnRight }
        for key in chart.given {
            if let bare, Self.keysOfAxes.contains(key) {
                throw .noUse(key: key, .axes(mark: bare.word))
            }
            if !hasRight, key.hasPrefix("y2") { throw .noUse(key: key, .rightAxis) }
        }
    }

    private static let keysOfAxes: [String] =
        ["grid", "horizontal", "stack"]
        + ["x", "y", "y2"].flatMap { axis in
            ["label", "scale", "lim", "ticks", "format"].map { axis + $0 }
        }

    // MARK: Pictures without axes

    /// A panel a pie, side by side.
    private func pies() throws(NativeError) -> [Panel] {
        var panels: [Panel] = []
        // Pies beside each other mostly have the same parts, which need to be named once.
        let shared = along.names ?? drafts.map { $0.settings.texts }.first { !$0.isEmpty } ?? []
        for (index, draft) in drafts.enumerated() {
            var series = Series(draft: draft)
            series.ys = try plainNumbers(of: index)
            try limits.check(parts: series.ys.count, of: draft.word)
            try refuseNegative(series.ys, of: index)
            series.words = draft.settings.texts.isEmpty ? shared : draft.settings.texts
            series.colors = series.ys.indices.map { theme.color(ofSeries: $0) }
            sortParts(&series)
            var panel = Panel()
            panel.layers = [draft.kind.layer(series, theme)]
            let share = 1 / Double(drafts.count)
            panel.place = Rect(x: share * Double(index), y: 0, width: share, height: 1)
            panels.append(panel)
        }
        return panels
    }

    /// What is below zero is no part of a whole: left out, it would make every other share a lie.
    private func refuseNegative(_ parts: [Double], of index: Int) throws(NativeError) {
        guard let place = parts.firstIndex(where: { $0 < 0 }) else { return }
        let value = drafts[index].value
        if case .columns = values[index] {
            throw .negativePart(key: value.key, column: value.text.trimmed)
        }
        let item = value.items[place]
        throw value.wrong(.part, at: item.offset, found: item.text.trimmed)
    }

    private func sortParts(_ series: inout Series) {
        guard let order = order(of: series.ys, names: series.words) else { return }
        let words = series.words
        series.ys = order.map { series.ys[$0] }
        series.words = order.map { $0 < words.count ? words[$0] : "" }
    }

    private func spark() throws(NativeError) -> Panel {
        var panel = Panel()
        var (x, y) = (Axis(.bottom), Axis(.left))
        x.isVisible = false
        y.isVisible = false
        x.isWhole = true
        panel.axes = [x, y]
        for (index, draft) in drafts.enumerated() {
            var series = Series(draft: draft)
            series.ys = try plainNumbers(of: index)
            series.xs = series.ys.indices.map { Double($0 + 1) }
            series.color = draft.settings.color ?? theme.color(ofSeries: index)
            panel.layers.append(draft.kind.layer(series, theme))
        }
        return panel
    }

    /// The values of a mark that takes plain numbers only.
    func plainNumbers(of index: Int) throws(NativeError) -> [Double] {
        switch values[index] {
        case .numbers(let numbers): return numbers
        case .columns(let columns): return columns.ys
        case .formula: return []
        case .items(let items):
            throw unreadable(items, of: index) { field in
                if case .number = field { true } else { field == .gap }
            } most: {
                1
            }
        }
    }

    /// The error for the first item that is not what its mark takes.
    func unreadable(
        _ items: [ValueItem], of index: Int, fits: (ValueItem.Field) -> Bool, most: () -> Int
    ) -> NativeError {
        let value = drafts[index].value
        let texts = value.items
        for (place, item) in items.enumerated()
        where item.fields.count > most() || !item.fields.allSatisfy(fits) {
            let text = place < texts.count ? texts[place].text.trimmed : ""
            return value.wrong(.data, at: item.offset, found: text)
        }
        return value.wrong(.data)
    }

    /// The order that `sort=` asks for; nil where it asks for none.
    func order(of values: [Double], names: [String]) -> [Int]? {
        guard let sort = chart.sort else { return nil }
        func name(_ index: Int) -> String { index < names.count ? names[index] : "" }
        return values.indices.sorted { a, b in
            switch sort {
            case .ascending: (values[a].orGreatest, a) < (values[b].orGreatest, b)
            case .descending: ((-values[a]).orGreatest, a) < ((-values[b]).orGreatest, b)
            case .name: (name(a), a) < (name(b), b)
            }
        }
    }
}

extension Double {
    /// Gaps come last whichever way is up.
    fileprivate var orGreatest: Double { isNaN ? .infinity : self }
}

extension Values {
    var count: Int {
        switch self {
        case .numbers(let numbers): numbers.count
        case .items(let items): items.count
        case .columns(let columns): max(columns.ys.count, columns.xs.count)
        case .formula: 0
        }
    }
}
