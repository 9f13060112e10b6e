package import Scenes

extension TextLine {
    /// What the glyphs stand for, one scalar each, in their order.
    package var glyphScalars: [Unicode.Scalar] {
        text.unicodeScalars.compactMap { scalar in
            if scalar == "\t" { return " " }
            return scalar.takesNoRoom ? nil : scalar
        }
    }
}
