import CLibc

extension Double {
    /// To the base of ten.
    var logarithm: Double { log10(self) }
}
