package import Notation
package import Tables

extension Figure {
    /// The data behind the chart: what its marks show, as the author gave it. Rules are left out, since
    /// they are no data but what it is compared with.
    package var table: Table {
        var sheet = Sheet()
        for (number, panel) in panels.enumerated() {
            for layer in panel.layers {
                let x = panel.axes.indices.contains(layer.x) ? panel.axes[layer.x] : Axis(.bottom)
                let y = panel.axes.indices.contains(layer.y) ? panel.axes[layer.y] : Axis(.left)
                sheet.turn(to: x, number: number * 1000 + layer.x, valueAxis: y)
                layer.fill(&sheet)
            }
        }
        return sheet.table
    }

    /// The time zone of the chart: that of the first axis with times.
    package var zone: Zone {
        for panel in panels {
            for axis in panel.axes { if case .time(let zone) = axis.kind { return zone } }
        }
        return .utc
    }
}
