/// Which parts of a chart are drawn. A picture too small for all of them loses the least needed first.
struct Shown {
    var caption = true
    var subtitle = true
    var legend = true
    var axisTitles = true
    var title = true
    var tickLabels = true
    var margin = true

    /// From everything to the bare marks, one part less at each step.
    static let steps: [Shown] = {
        var shown = Shown()
        var steps = [shown]
        shown.caption = false
        steps.append(shown)
        shown.subtitle = false
        steps.append(shown)
        shown.axisTitles = false
        steps.append(shown)
        shown.legend = false
        steps.append(shown)
        shown.title = false
        steps.append(shown)
        shown.tickLabels = false
        steps.append(shown)
        shown.margin = false
        steps.append(shown)
        return steps
    }()
}
