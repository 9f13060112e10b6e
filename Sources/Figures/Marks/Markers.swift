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
            outer: symbol.reach * (radius + rim), inner: symbol.core * (radius + rim),
            opacity: rim > 0 ? 1 : Double(color.alpha) / 255, within: frame.room,
            density: scene.density)
        scene.symbols(shapes, at: hiding.seen(of: places))
    }
}

extension Symbol {
    /// The radius of the circle around the shape, where that of a marker is 1.
    fileprivate var reach: Double {
        switch self {
        case .circle: 1
        case .square, .diamond: 1.26
        case .cross, .plus: 1.31
        case .star: 1.5
        case .triangle: 1.7
        }
    }

    /// The radius of the circle that the shape covers in any case.
    fileprivate var core: Double {
        switch self {
        case .circle: 1
        case .square, .diamond: 0.88
        case .triangle: 0.56
        case .star: 0.5
        case .cross, .plus: 0.37
        }
    }
}
