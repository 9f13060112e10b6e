extension Pixels {
    /// The colour of every pixel, row by row, each put through `change`: once for each colour of a
    /// palette, where there is one.
    func colors(_ change: (UInt32) -> UInt32) -> [UInt32] {
        switch storage {
        case .rgba(let colors): return colors.map(change)
        case .indexed(let indices, let palette):
            let changed = palette.map(change)
            return indices.map { changed[Int($0)] }
        }
    }
}
