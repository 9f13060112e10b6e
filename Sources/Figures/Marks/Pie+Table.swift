extension Pie {
    package func fill(_ sheet: inout Sheet) {
        sheet.add(parts: values, called: names, of: title)
    }
}
