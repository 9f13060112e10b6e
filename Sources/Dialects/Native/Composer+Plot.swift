import Figures
import Notation
import Scenes

/// A chart with axes.
extension Composer {
    mutating func plot() throws(NativeError) -> Panel {
        try chooseBands()
        var series: [Series] = []
        var colors = ColorTurns()
        for (index, draft) in drafts.enumerated() {
            var one = Series(draft: draft)
            let turn = draft.settings.color == nil ? colors.turn(of: draft.kind) : 0
            one.color = draft.settings.color ?? theme.color(ofSeries: turn)
            one.isHorizontal = chart.isHorizontal
            try place(&one, index)
            for rule in series
            where draft.kind.fields == .places && rule.draft.kind.names == draft.kind.names {
                one.earlier += rule.xs + rule.ys
            }
            series.append(one)
        }
        try sampleFormulas(&series)
        try sortBands(&series)
        try spreadErrors(&series)
        let boxes = series.indices.filter { series[$0].draft.kind.traits.contains(.ownBand) }
        for (band, index) in boxes.enumerated() { series[index].band = Double(band) }
        shareBins(&series)
        let most = series.flatMap { $0.others }.filter { $0.isFinite }.max()
        for index in series.indices where series[index].draft.kind.fields == .sized {
            series[index].greatestSize = most
        }
        stack(&series)

        var panel = Panel()
        panel.axes = try axes(for: series)
        for one in series {
            var layer = one.draft.kind.layer(one, theme)
            layer.isTransposed = chart.isHorizontal
            layer.y = one.settings.isOnRight ? 2 : 1
            panel.layers.append(layer)
        }
        return panel
    }

    /// Histograms on one axis share their intervals, so that they can be compared.
    private func shareBins(_ series: inout [Series]) {
        let indices = series.indices.filter { series[$0].draft.kind.traits.contains(.binned) }
        guard !indices.isEmpty else { return }
        let all = indices.flatMap { series[$0].ys }
        let bins = indices.compactMap { series[$0].settings.bins }.last
        let edges: [Double]
        switch bins {
        case .edges(let given): edges = given
        case .count(let count): edges = Bins.edges(for: all, about: count)
        case nil: edges = Bins.edges(for: all, about: nil)
        }
        for index in indices {
            series[index].edges = edges
            series[index].column.of = indices.count
        }
    }

    private func spreadErrors(_ series: inout [Series]) throws(NativeError) {
        for index in series.indices where series[index].errors.isEmpty {
            switch try series[index].settings.errors?.errors() {
            case .distances(let spread): series[index].errors = spread
            case .share(let share):
                let distances = series[index].ys.map { abs($0) * share }
                series[index].errors = Spread(below: distances, above: distances)
            case nil: break
            }
        }
    }
}
