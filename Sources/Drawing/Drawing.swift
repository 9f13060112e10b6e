package import Figures
package import Fonts
package import Scenes

/// The way from a figure to a scene.
extension Figure {
    /// Lays the chart out and draws it, every text measured with `fonts`.
    package func drawn(with fonts: Fonts) -> Scene {
        // A poster is an everyday picture enlarged, with its letters and lines.
        let scale = scaleOfLengths
        var figure = self
        figure.size = Size(size.width / scale, size.height / scale)
        var scene = Scene(
            size: figure.size, density: density * scale, background: theme.background)
        scene.title = title.isEmpty ? "Chart" : title
        scene.alternative = words
        let names = panels.reduce(0) { $0 + $1.layers.reduce(0) { $0 + $1.legend.count } }
        let steps = Shown.steps(needingLegend: names > 1)
        for (index, shown) in steps.enumerated() {
            let page = PageLayout(of: figure, shows: shown, fonts: fonts, snapping: scene)
            if page.isRoomy || index == steps.count - 1 {
                page.draw(into: &scene)
                break
            }
        }
        return scale == 1 ? scene : scene.scaled(by: scale, to: size, density: density)
    }

    /// How much larger or smaller than usual letters and lines are: as usual for pictures of
    /// everyday size, growing with posters, shrinking a little with thumbnails.
    private var scaleOfLengths: Double {
        let relative = min(size.width / 800, size.height / 400)
        if relative > 2 { return relative / 2 }
        return relative < 0.5 ? max(0.8, 0.8 + (relative - 0.25) * 0.8) : 1
    }
}
