extension Bins {
    /// The counts that are shown, and not the values that were counted: those are not the chart's.
    package func fill(_ sheet: inout Sheet) {
        sheet.add(counts: counts, between: edges, of: name)
    }
}
