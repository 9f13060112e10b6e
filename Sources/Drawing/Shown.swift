/// Which parts of a chart are drawn. A picture too small for all of them loses the least needed first.
struct Shown {
    var caption = true
    var subtitle = true
    var legend = true
    var axisTitles = true
    var title = true
    var tickLabels = true
    var margin = true

    /// From everything to the bare marks, one part less at each step. Where the legend is needed to tell
    /// series apart, it stays longer than the title.
    static func steps(needingLegend: Bool) -> [Shown] {
        var shown = Shown()
        var steps = [shown]
        func without(_ drop: (inout Shown) -> Void) {
            drop(&shown)
            steps.append(shown)
        }
        without { $0.caption = false }
        without { $0.subtitle = false }
        without { $0.axisTitles = false }
        if needingLegend {
            without { $0.title = false }
            without { $0.legend = false }
        } else {
            without { $0.legend = false }
            without { $0.title = false }
        }
        without { $0.tickLabels = false }
        without { $0.margin = false }
        return steps
    }
}
