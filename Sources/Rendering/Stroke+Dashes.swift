internal import Scenes

extension Stroke {
    /// Whether its dashes can be told apart; else it is a solid line, in every format.
    var isDashed: Bool { isDashed(scale: 1) }

    /// The same where a point is `scale` pixels. Not for more lengths, shorter ones on average, or
    /// wider lines than anybody would look at: dashes of those would be a grey line.
    func isDashed(scale: Double) -> Bool {
        guard !dash.isEmpty, dash.count <= 256, width * scale <= 1000,
            dash.allSatisfy({ $0 >= 0 })
        else { return false }
        let period = dash.reduce(0, +) * scale
        return period.isFinite && period >= 0.2 * Double(dash.count)
    }
}
