extension Boxes {
    /// The values that the box sums up, ascending, in a column of their own.
    package func fill(_ sheet: inout Sheet) {
        sheet.add(samples: sorted, of: name, kind: "box")
    }
}
