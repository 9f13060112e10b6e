extension Band {
    package func fill(_ sheet: inout Sheet) {
        sheet.add(
            [.init(" low", lows), .init(" high", highs)], at: xs, of: name, kind: "band",
            runs: true)
    }
}

extension ErrorBars {
    package func fill(_ sheet: inout Sheet) {
        let middle = middles.isEmpty ? [] : [Sheet.Field(" middle", middles)]
        sheet.add(
            [.init(" low", lows), .init(" high", highs)] + middle, at: xs, of: name,
            kind: "interval")
    }
}
