import Scenes

/// Markers of one shape and size, each with a rim of paper where it has one, so that those that lie over
/// each other are kept apart.
struct Markers {
    var symbol: Symbol
    var radius: Double
    var color: Color
    /// How far the rim reaches beyond the marker; 0 for none.
    var rim = 0.0

    /// Draws a marker at each place, later over earlier. What others hide is left out.
    func draw(at places: [Point], in frame: Frame, into scene: inout Scene) {
        let paper = frame.theme.background.isClear ? Color.white : frame.theme.background
        var shapes: [Scene.Shape] = []
        if rim > 0 {
            shapes.append(Scene.Shape(symbol.path(at: .zero, radius: radius + rim), paper))
        }
        shapes.append(Scene.Shape(symbol.path(at: .zero, radius: radius), color))
        let hiding = Hiding(
            symbol, opacity: rim > 0 ? 1 : Double(color.alpha) / 255, within: frame.room,
            density: scene.density)
        let seen = hiding.seen(at: places, radii: [radius + rim])
        scene.symbols(shapes, at: seen.count == places.count ? places : seen.map { places[$0] })
    }
}
