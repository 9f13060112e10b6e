/// How far the letters of a font reach from the baseline, in points. All are positive.
package struct FontMetrics: Equatable, Sendable {
    /// The room above the baseline that a line of any letters takes.
    package var ascent: Double
    /// The room below it.
    package var descent: Double
    /// The height of H, without accents.
    package var capHeight: Double
    /// The height of x.
    package var xHeight: Double

    func scaled(by factor: Double) -> FontMetrics {
        FontMetrics(
            ascent: ascent * factor, descent: descent * factor,
            capHeight: capHeight * factor, xHeight: xHeight * factor)
    }
}
