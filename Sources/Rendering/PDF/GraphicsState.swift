internal import Scenes

/// What a reader of a page has been told last, so that nothing is said twice.
struct GraphicsState {
    /// Colours as `0xRRGGBB`.
    var fill: UInt32 = 0
    var stroke: UInt32 = 0
    var alpha: UInt8 = 255
    /// In hundredths of a point.
    var width = 100
    var cap = Stroke.Cap.butt
    var join = Stroke.Join.miter
    var miterLimit = 10.0
    var dash: [Double] = []
    var dashOffset = 0.0
    var font: Font?
}
