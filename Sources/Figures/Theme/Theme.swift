package import Scenes

/// All looks of a chart: fonts, colours and lengths. Each language brings its own, so that no mark
/// and no layout holds a literal. Lengths are points.
package struct Theme: Sendable {
    package struct Lettering: Sendable, Equatable {
        package var font: Font
        package var color: Color

        package init(_ face: Font.Face, _ size: Double, _ color: Color) {
            font = Font(face, size: size)
            self.color = color
        }
    }

    package var background: Color
    /// What the strongest lines and letters are drawn in.
    package var ink: Color
    package var grid: Color
    /// Finer lines of a logarithmic grid.
    package var minorGrid: Color
    package var axisLine: Color
    /// Where zero lies, when values stand on it.
    package var baseline: Color
    /// The series take these in turn.
    package var palette: [Color]

    package var title: Lettering
    package var subtitle: Lettering
    package var caption: Lettering
    package var axisTitle: Lettering
    package var tickLabel: Lettering
    package var legend: Lettering
    package var valueLabel: Lettering

    /// Free room around everything.
    package var margin: Double = 16
    package var lineWidth: Double = 2
    package var hairline: Double = 1
    package var tickLength: Double = 4
    package var labelGap: Double = 7
    package var markerSize: Double = 7
    /// The part of a band that its bars fill.
    package var barShare: Double = 0.76
    package var barRadius: Double = 2
    /// How opaque a plain area is.
    package var areaOpacity: Double = 0.18

    /// The colour of series number `index`.
    package func color(ofSeries index: Int) -> Color {
        palette.isEmpty ? ink : palette[index % palette.count]
    }

    /// What a chart lies on in a form that knows no transparency: white, unless letters are so light
    /// that they are meant for dark paper.
    package var paper: Color { ink.luminance < 0.4 ? .white : Theme.dark.background }

    /// `color`, mixed with ink as far as letters need it to be read on the background
    /// (WCAG 2.2, 1.4.3: a contrast of 4.5).
    package func legible(_ color: Color) -> Color {
        let ground = background.isClear ? Color.white : background
        for step in 0..<10 {
            let mixed = color.over(ground).mixed(with: ink, by: Double(step) / 10)
            if mixed.contrast(with: ground) >= 4.5 { return mixed }
        }
        return ink
    }

    /// Ink or white, whichever is read better on `ground`.
    package func lettering(on ground: Color) -> Color {
        let paper = background.isClear ? Color.white : background
        let opaque = ground.over(paper)
        let dark = ink.luminance < 0.4 ? ink : Color(0x14171F_FF)
        return opaque.contrast(with: .white) >= 3 ? .white : dark
    }
}
