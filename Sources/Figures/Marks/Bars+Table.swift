extension Bars {
    package func fill(_ sheet: inout Sheet) {
        sheet.add(
            [.init("", Stack.values(of: ys, bases, parts))] + errors.fields(ys.count), at: xs,
            of: name, kind: "bar")
    }
}
