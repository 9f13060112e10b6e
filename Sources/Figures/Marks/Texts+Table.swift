extension Texts {
    /// Each text in the row of its place, and how high it stands.
    package func fill(_ sheet: inout Sheet) {
        sheet.add([.init("", texts), .init(" y", ys)], at: xs, of: "", kind: "text")
    }
}
