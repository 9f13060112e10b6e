package import Scenes

/// A chart as plain values: the one model that every language is read into and every picture is
/// drawn from. It knows what is to be shown, and nothing of pixels, formats or where it came from.
package struct Figure: Sendable {
    /// The whole picture, in points.
    package var size = Size(800, 400)
    /// Pixels a point.
    package var density = 1.0
    package var title = ""
    package var subtitle = ""
    package var caption = ""
    /// The text alternative that the author gave; empty where the chart is to describe itself.
    package var alternative = ""
    package var panels: [Panel] = []
    package var legend = Legend()
    package var theme: Theme

    package init(theme: Theme) { self.theme = theme }
}

/// A part of the figure with coordinates of its own: axes, and marks that are placed by them.
package struct Panel: Sendable {
    /// The part of the room left by title and legend, as fractions from its upper left corner.
    package var place = Rect(x: 0, y: 0, width: 1, height: 1)
    /// Any number of axes a side; a layer names its two by their places in this list.
    package var axes: [Axis] = []
    package var layers: [Layer] = []

    package init() {}

    /// What all layers together ask of each axis.
    package var extents: [Extent] {
        var extents = axes.map { _ in Extent() }
        for layer in layers {
            if extents.indices.contains(layer.x) { extents[layer.x].unite(layer.extents.x) }
            if extents.indices.contains(layer.y) { extents[layer.y].unite(layer.extents.y) }
        }
        return extents
    }
}

/// Where the names of the series are explained.
package struct Legend: Sendable, Equatable {
    package enum Position: Sendable, Equatable {
        /// Beside the ends of the lines where they can be told apart, else on top.
        case automatic
        case top, right, bottom, left
        case none
    }

    package var position = Position.automatic

    package init() {}
}

/// One name of a legend and the sample beside it.
package struct LegendEntry: Sendable, Equatable {
    package enum Sample: Sendable, Equatable {
        case box(Color)
        case line(Color, Stroke)
        case symbol(Symbol, Color)
    }

    package var name: String
    package var sample: Sample

    package init(_ name: String, _ sample: Sample) {
        self.name = name
        self.sample = sample
    }
}
