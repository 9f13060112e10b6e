/// A finished picture, row by row from the upper left: what an encoder gets.
package struct Pixels: Equatable, Sendable {
    /// Colours are `0xRRGGBBAA`, not premultiplied.
    package enum Storage: Equatable, Sendable {
        /// One byte a pixel, the number of its colour in a palette of at most 256.
        case indexed([UInt8], palette: [UInt32])
        case rgba([UInt32])
    }

    package let width: Int
    package let height: Int
    /// Pixels a point; a point is a pixel of CSS, a 96th of an inch.
    package let density: Double
    package let storage: Storage

    package init(width: Int, height: Int, density: Double = 1, storage: Storage) {
        let count =
            switch storage {
            case .indexed(let indices, _): indices.count
            case .rgba(let colors): colors.count
            }
        precondition(count == width * height, "a picture holds a pixel for each of its places")
        self.width = width
        self.height = height
        self.density = density
        self.storage = storage
    }

    /// The colour at column `x` of row `y`.
    package subscript(x: Int, y: Int) -> UInt32 {
        switch storage {
        case .indexed(let indices, let palette): palette[Int(indices[y * width + x])]
        case .rgba(let colors): colors[y * width + x]
        }
    }
}
