/// The values of the marks, each at its place.
extension Composer {
    /// The place along x of value number `index` of a mark that has no pairs.
    private func place(ofValue index: Int, of count: Int, for key: String) throws(NativeError)
        -> Double
    {
        if bands != nil { return Double(index) }
        switch along {
        case .numbers(let xs), .times(let xs):
            guard index < xs.count else {
                throw .tooMany(key: key, count: count, most: xs.count, of: "x")
            }
            return xs[index]
        case .range(let low, let high, _):
            return count > 1 ? low + (high - low) * Double(index) / Double(count - 1) : low
        case .nothing, .names: return Double(index + 1)
        }
    }

    /// The place of the first field of a pair.
    private func place(of field: ValueItem.Field) -> Double? {
        switch field {
        case .number(let number): bands?.place(of: number) ?? number
        case .date(let date): isTime ? date : nil
        case .word(let word): bands?.place(of: word).map(Double.init)
        case .gap: .nan
        case .excess: nil
        }
    }

    /// Reads the values of mark number `index` into `series`.
    func place(_ series: inout Series, _ index: Int) throws(NativeError) {
        let draft = drafts[index]
        switch (draft.kind.fields, values[index]) {
        case (_, .formula): return
        case (_, .columns(let columns)): try place(&series, columns)
        case (.samples, _): series.ys = try plainNumbers(of: index)
        case (.places, _): try placeRules(&series, index)
        case (.value, .numbers(let numbers)):
            series.ys = numbers
            series.xs = []
            series.xs.reserveCapacity(numbers.count)
            for place in numbers.indices {
                series.xs.append(try self.place(ofValue: place, of: numbers.count, for: draft.word))
            }
        case (_, .numbers(let numbers)):
            try placeItems(
                &series, index,
                numbers.map { number in
                    ValueItem(fields: [number.isNaN ? .gap : .number(number)], offset: 0)
                })
        case (_, .items(let items)): try placeItems(&series, index, items)
        }
    }

    /// The columns of a data set, which are as they shall be, except that numbers may stand for bands, and
    /// that values without a place are numbered.
    private func place(_ series: inout Series, _ columns: Columns) throws(NativeError) {
        series.xs = columns.xs
        series.ys = columns.ys
        series.others = columns.others
        series.words = columns.words
        series.errors = columns.errors
        if let bands, !columns.areBands {
            series.xs = columns.xs.map { bands.place(of: $0) }
            let reach = -0.5...Double(bands.names.count) - 0.5
            for (x, place) in zip(columns.xs, series.xs) where x.isFinite && !(reach ~= place) {
                throw .besideNames(key: series.draft.word, place: x, names: bands.names.count)
            }
        }
        guard columns.xs.isEmpty, series.draft.kind.fields.takesPlace else { return }
        series.xs.reserveCapacity(columns.ys.count)
        for place in columns.ys.indices {
            series.xs.append(
                try self.place(
                    ofValue: place, of: columns.ys.count, for: series.draft.word))
        }
    }

    private func placeItems(
        _ series: inout Series, _ index: Int, _ items: [ValueItem]
    ) throws(NativeError) {
        let fields = drafts[index].kind.fields
        let own = fields.count
        for (place, item) in items.enumerated() {
            if item.fields == [.gap] {
                series.xs.append(
                    try self.place(ofValue: place, of: items.count, for: drafts[index].word))
                series.ys.append(.nan)
                if own > 1 { series.others.append(.nan) }
                series.words.append("")
                continue
            }
            var parts = item.fields[...]
            let hasPlace =
                parts.count > own || (fields == .sized && parts.count == 2 && !hasPlaces)
                || fields == .words
            var x = Double.nan
            if hasPlace {
                guard let first = parts.popFirst(), let found = self.place(of: first) else {
                    throw wrong(item, place, index)
                }
                x = found
            } else {
                x = try self.place(ofValue: place, of: items.count, for: drafts[index].word)
            }
            try take(parts, at: x, from: item, place, index, &series)
        }
    }

    /// Whether x= already says where values lie, so that a pair of a bubble is y:size.
    private var hasPlaces: Bool {
        if case .nothing = along { bands != nil } else { true }
    }

    private func take(
        _ parts: ArraySlice<ValueItem.Field>, at x: Double, from item: ValueItem, _ place: Int,
        _ index: Int, _ series: inout Series
    ) throws(NativeError) {
        var parts = parts
        func number(_ field: ValueItem.Field?) throws(NativeError) -> Double {
            switch field {
            case .number(let number): return number
            case .gap: return .nan
            default: throw wrong(item, place, index)
            }
        }
        series.xs.append(x)
        series.ys.append(try number(parts.popFirst()))
        switch drafts[index].kind.fields {
        case .sized:
            series.others.append(parts.isEmpty ? 1 : try number(parts.popFirst()))
        case .interval: series.others.append(try number(parts.popFirst()))
        case .words:
            if case .word(let words)? = parts.popFirst() {
                series.words.append(words)
            } else {
                series.words.append("")
            }
        case .value, .samples, .places, .parts: break
        }
        guard parts.isEmpty else { throw wrong(item, place, index) }
    }

    private func wrong(_ item: ValueItem, _ place: Int, _ index: Int) -> NativeError {
        let value = drafts[index].value
        let texts = value.items
        let (found, offset) = place < texts.count ? texts[place] : (value.text, 0)
        let wanted: NativeError.Wanted =
            switch drafts[index].kind.fields {
            case .interval: .fields("low:high or x:low:high")
            case .sized: .fields("x:y:size")
            case .words: .fields("x:y or x:y:text")
            case .value, .samples, .places, .parts: .data
            }
        return value.wrong(wanted, at: offset, found: found.trimmed)
    }

    /// The values of level and upright lines: numbers, and dates or names along x.
    private func placeRules(_ series: inout Series, _ index: Int) throws(NativeError) {
        let isUpright = drafts[index].kind.traits.contains(.upright)
        let items: [ValueItem]
        switch values[index] {
        case .numbers(let numbers):
            if isUpright {
                series.xs = numbers.map { bands?.place(of: $0) ?? $0 }
            } else {
                series.ys = numbers
            }
            return
        case .items(let found): items = found
        case .formula, .columns: return
        }
        for (place, item) in items.enumerated() {
            guard let field = item.fields.first, item.fields.count == 1 else {
                throw wrong(item, place, index)
            }
            if isUpright {
                guard let x = self.place(of: field) else { throw wrong(item, place, index) }
                series.xs.append(x)
            } else {
                guard case .number(let y) = field else { throw wrong(item, place, index) }
                series.ys.append(y)
            }
        }
    }
}

extension MarkKind.Fields {
    /// Whether each item lies at a place along x.
    fileprivate var takesPlace: Bool {
        switch self {
        case .value, .sized, .interval: true
        case .samples, .places, .parts, .words: false
        }
    }

    /// How many numbers an item holds besides its place.
    fileprivate var count: Int {
        switch self {
        case .value, .samples, .places, .parts, .words: 1
        case .sized, .interval: 2
        }
    }
}
