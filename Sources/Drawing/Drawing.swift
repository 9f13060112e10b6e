package import Figures
package import Fonts
package import Scenes

/// The way from a figure to a scene.
extension Figure {
    /// Lays the chart out and draws it, every text measured with `fonts`.
    package func drawn(with fonts: Fonts) -> Scene {
        var scene = Scene(size: size, density: density, background: theme.background)
        scene.title = title.isEmpty ? "Chart" : title
        scene.alternative = alternative.isEmpty ? description : alternative
        let theme = theme.scaled(by: scaleOfLengths)
        for (index, shown) in Shown.steps.enumerated() {
            let page = PageLayout(of: self, shows: shown, theme: theme, fonts: fonts, snapping: scene)
            if page.isRoomy || index == Shown.steps.count - 1 {
                page.draw(into: &scene)
                break
            }
        }
        return scene
    }

    /// How much larger or smaller than usual letters and lines are: as usual for pictures of
    /// everyday size, growing with posters, shrinking a little with thumbnails.
    private var scaleOfLengths: Double {
        let relative = min(size.width / 800, size.height / 400)
        if relative > 2 { return relative / 2 }
        return relative < 0.5 ? max(0.8, 0.8 + (relative - 0.25) * 0.8) : 1
    }
}
