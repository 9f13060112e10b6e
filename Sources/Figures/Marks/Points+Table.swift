extension Points {
    package func fill(_ sheet: inout Sheet) {
        var fields = [Sheet.Field("", ys)]
        if !sizes.isEmpty { fields.append(.init(" size", sizes)) }
        if !labels.texts.isEmpty {
            let texts = ys.indices.map { $0 < labels.texts.count ? labels.texts[$0] : "" }
            fields.append(.init(" label", texts))
        }
        sheet.add(
            fields + errors.fields(ys.count), at: xs, of: name,
            kind: sizes.isEmpty ? "scatter" : "bubble")
    }
}
