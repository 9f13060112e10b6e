extension Double {
    /// The whole number below, at least 0 and at most `most`: a conversion that nothing can make trap.
    /// What is not a number counts as 0.
    package func whole(upTo most: Int) -> Int {
        guard self > 0 else { return 0 }
        return self < Double(most) ? Int(self) : most
    }
}
