package import Scenes

/// One kind of drawing: what it needs of its axes, what the legend says of it, and how it adds
/// itself to a scene. A mark knows no language, no pixel and no format.
package protocol Mark: Sendable {
    /// The values that the axes have to show.
    var extents: Extents { get }
    /// The names that a legend has to explain.
    var legend: [LegendEntry] { get }
    /// The name of the mark and the place to write it at, where that can stand for a legend.
    var ending: Ending? { get }

    func draw(in frame: Frame, into scene: inout Scene)
    /// What its author calls it; empty where that is nothing.
    var name: String { get }
    /// What marks like it and charts of them are called.
    var kind: ChartKind { get }
    /// What the mark says of itself to somebody who cannot see it.
    func words(_ voices: Voices) -> Words
    /// Adds the values that it shows to a sheet, as columns.
    func fill(_ sheet: inout Sheet)
}

extension Mark {
    package var ending: Ending? { nil }
}

/// Where a series ends, so that its name can stand beside it.
package struct Ending: Sendable, Equatable {
    package var name: String
    package var color: Color
    package var x: Double
    package var y: Double

    package init(name: String, color: Color, x: Double, y: Double) {
        self.name = name
        self.color = color
        self.x = x
        self.y = y
    }
}

/// A mark of any kind, with the axes that it is drawn by.
package struct Layer: Sendable {
    /// The places of the two axes in the panel's list. A mark that is placed by no axis ignores them.
    package var x = 0
    package var y = 1
    /// The mark's x runs along the upright axis, as that of horizontal bars does.
    package var isTransposed = false

    package let extents: Extents
    package let legend: [LegendEntry]
    package let ending: Ending?
    package let name: String
    package let kind: ChartKind
    private let drawing: @Sendable (Frame, inout Scene) -> Void
    private let wording: @Sendable (Voices) -> Words
    private let filling: @Sendable (inout Sheet) -> Void

    package init(_ mark: some Mark) {
        extents = mark.extents
        legend = mark.legend
        ending = mark.ending
        name = mark.name
        kind = mark.kind
        drawing = { frame, scene in mark.draw(in: frame, into: &scene) }
        wording = { voices in mark.words(voices) }
        filling = { sheet in mark.fill(&sheet) }
    }

    package func draw(in frame: Frame, into scene: inout Scene) { drawing(frame, &scene) }

    package func words(_ voices: Voices) -> Words { wording(voices) }

    package func fill(_ sheet: inout Sheet) { filling(&sheet) }
}
