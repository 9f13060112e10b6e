import Figures

/// Stacks and columns: where marks of one kind meet at one place.
extension Composer {
    /// Gives each bar its column, and lets what is stacked stand on what lies below it.
    func stack(_ series: inout [Series]) {
        var columns: [String] = []
        let bars = series.indices.filter { series[$0].draft.kind.traits.contains(.sideBySide) }
        for index in bars {
            let name = stackName(of: series[index]) ?? "#\(index)"
            if !columns.contains(name) { columns.append(name) }
            series[index].column.index = columns.firstIndex(of: name) ?? 0
        }
        for index in bars { series[index].column.of = max(columns.count, 1) }

        var stacks: [(name: String, isBar: Bool, isOnRight: Bool, members: [Int])] = []
        for index in series.indices {
            guard let name = stackName(of: series[index]) else { continue }
            let isBar = series[index].draft.kind.traits.contains(.sideBySide)
            let isOnRight = series[index].settings.isOnRight
            let known = stacks.firstIndex {
                $0.name == name && $0.isBar == isBar && $0.isOnRight == isOnRight
            }
            if let known {
                stacks[known].members.append(index)
            } else {
                stacks.append((name, isBar, isOnRight, [index]))
            }
        }
        for stack in stacks where stack.members.count > 1 || chart.stack == .percent {
            pile(stack.members, &series)
        }
    }

    /// The name of the stack that a mark belongs to, empty for that of the chart; nil for none. A plain
    /// `stack=1` is meant for bars and areas, and for lines only where there is nothing else.
    private func stackName(of series: Series) -> String? {
        let traits = series.draft.kind.traits
        guard !traits.isDisjoint(with: [.stacked, .stackedByName]) else { return nil }
        if let name = series.settings.stack { return name }
        guard chart.stack != nil else { return nil }
        let isMeant =
            traits.contains(.stacked) || !drafts.contains { $0.kind.traits.contains(.stacked) }
        return isMeant ? "" : nil
    }

    private func pile(_ members: [Int], _ series: inout [Series]) {
        for index in members {
            series[index].parts = series[index].ys
            series[index].areShares = chart.stack == .percent
        }
        if chart.stack == .percent {
            var totals = Stack()
            for index in members {
                _ = totals.put(xs: series[index].xs, ys: series[index].ys.map(abs))
            }
            for index in members {
                series[index].ys = zip(series[index].xs, series[index].ys).map { x, y in
                    let total = totals.height(at: x)
                    return total > 0 ? y / total * 100 : 0
                }
            }
        }
        var stack = Stack()
        for index in members {
            let (bases, tops) = stack.put(xs: series[index].xs, ys: series[index].ys)
            series[index].bases = bases
            // A sum of shares may miss the whole by a hair, and the axis would go on for it.
            series[index].ys = tops.map {
                abs(abs($0) - 100) < 1e-9 && chart.stack == .percent ? $0.rounded() : $0
            }
        }
    }
}
