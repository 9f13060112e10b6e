extension Stems {
    package func fill(_ sheet: inout Sheet) {
        sheet.add([.init("", ys)], at: xs, of: name, kind: "stem")
    }
}
