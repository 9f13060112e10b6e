internal import Notation

/// One column while it is read, block by block of rows.
///
/// A column of its own choice begins as numbers or as what its first cell is, and changes to times or
/// words when a cell is met that is none. For that it keeps what its cells were: a plain number is
/// written again from its value and the count of its decimals; other texts are kept.
struct ColumnReader {
    enum Form {
        case undecided, numbers, times, words
        /// Numbers that are times; what they count is known at the end.
        case timestamps
    }

    /// What became of a cell.
    enum Taken {
        /// The number, the instant or the word's code, and one of `Decimals` or a count of them.
        case value(Double, decimals: UInt8)
        case refused(DataError.CellWish)
        /// The rows so far have to be handed over, and then `change` has to be called.
        case changes
    }

    enum Decimals {
        static let missing: UInt8 = 254
        static let kept: UInt8 = 255
    }

    let kind: TableReader.Kind
    private let habit: NumberHabit
    private(set) var form: Form
    private var values: [Double] = []
    private var codes: [Int32] = []
    private var decimals: [UInt8] = []
    private var kept = KeptTexts()
    private var words = WordList()
    private var clock: TimeColumnReader
    /// Whether a cell was read that is a time.
    private var hasTimes = false
    private var assumed = AssumedDates()
    private var style: CellNumber.Style = []
    /// Rows whose comma may be of either kind.
    private var ambiguousCommas: [Int] = []
    /// Rows whose point may be of either kind, less those that their decimals tell.
    private var ambiguousPoints: [Int] = []
    /// The first number with a comma before its fraction.
    private(set) var firstComma: (line: Int, row: Int, text: String)?

    init(_ kind: TableReader.Kind, zone: Zone, habit: NumberHabit) {
        self.kind = kind
        self.habit = habit
        clock = TimeColumnReader(zone: zone, readsCompactDates: kind == .time)
        form =
            switch kind {
            case .automatic: .undecided
            case .number: .numbers
            case .time: .times
            case .words: .words
            }
    }

    /// Whether a plain number needs no more than its value and its decimals.
    var takesPlainNumbers: Bool { form == .numbers || form == .timestamps }

    /// Whether the value is enough even where it does not tell what was written.
    var takesLongNumbers: Bool { kind == .number || form == .timestamps }

    /// Reads the cell of a row; a row may be read again, as long as none after it was.
    mutating func take(_ cell: Span<UInt8>, isQuoted: Bool, row: Int, line: Int) -> Taken {
        if form == .words {
            if cell.count == 0 || !isQuoted && isMissing(cell) {
                return .value(.nan, decimals: Decimals.missing)
            }
            return .value(Double(words.code(of: cell)), decimals: 0)
        }
        let trimmed = cell.extracting(isQuoted ? cell.inner : cell.indices)
        if isMissing(trimmed) {
            // In quotes, `NA` is a word if the others are words.
            guard kind == .automatic, isQuoted, cell.count > 0 else {
                return .value(.nan, decimals: Decimals.missing)
            }
            kept.append(cell, row: row)
            return .value(.nan, decimals: Decimals.kept)
        }
        switch form {
        case .times: return takeTime(cell, trimmed, row: row)
        case .timestamps: return takeTimestamp(trimmed)
        default: return takeNumber(cell, trimmed, row: row, line: line)
        }
    }

    private mutating func takeTime(
        _ cell: Span<UInt8>, _ trimmed: Span<UInt8>, row: Int
    ) -> Taken {
        let assumptions = clock.assumptions
        guard let time = clock.read(trimmed) else { return takeNoTime(trimmed) }
        hasTimes = true
        if kind == .automatic {
            kept.append(cell, row: row)
        } else if clock.assumptions > assumptions {
            assumed.append(trimmed, row: row)
        } else if clock.order != nil, !assumed.isEmpty {
            assumed = AssumedDates()
        }
        return .value(time, decimals: Decimals.kept)
    }

    /// A cell that does not go with the times before it.
    private mutating func takeNoTime(_ trimmed: Span<UInt8>) -> Taken {
        if kind == .automatic || clock.wantsDayFirst(for: trimmed) { return .changes }
        if !hasTimes, TimestampUnit.isOne(trimmed) {
            form = .timestamps
            return takeTimestamp(trimmed)
        }
        guard clock.contradicts(trimmed) else { return .refused(.time) }
        return .refused(clock.order == .dayFirst ? .dayFirst : .monthFirst)
    }

    private func takeTimestamp(_ trimmed: Span<UInt8>) -> Taken {
        guard let number = TimestampUnit.number(trimmed) else { return .refused(.timestamp) }
        return .value(number, decimals: Decimals.kept)
    }

    private mutating func takeNumber(
        _ cell: Span<UInt8>, _ trimmed: Span<UInt8>, row: Int, line: Int
    ) -> Taken {
        if let plain = PlainDecimal(cell, in: cell.indices) {
            form = .numbers
            if plain.isShort || kind == .number {
                return .value(plain.value, decimals: UInt8(plain.fraction))
            }
            if plain.fraction > 0 { style.insert(.point) }
            kept.append(cell, row: row)
            return .value(plain.value, decimals: Decimals.kept)
        }
        if kind == .number, let truth = CellNumber.truth(trimmed) {
            return .value(truth, decimals: Decimals.kept)
        }
        guard let number = CellNumber(trimmed),
            kind == .number || !CellNumber.looksLikeName(trimmed)
        else { return kind == .automatic ? .changes : .refused(.number) }
        form = .numbers
        note(number, cell, row: row, line: line)
        if kind == .automatic { kept.append(cell, row: row) }
        return .value(number.value, decimals: Decimals.kept)
    }

    private mutating func note(
        _ number: CellNumber, _ cell: Span<UInt8>, row: Int, line: Int
    ) {
        let isSure = number.style == .ambiguousPoint && habit.pointsAreSure
        style.formUnion(isSure ? .point : number.style)
        if number.style == .ambiguousComma, ambiguousCommas.last != row {
            ambiguousCommas.append(row)
        }
        if number.style == .ambiguousPoint, ambiguousPoints.last != row {
            ambiguousPoints.append(row)
        }
        if !number.style.isDisjoint(with: .continental), firstComma == nil {
            firstComma = (line, row, CellText.excerpt(cell))
        }
    }

    /// Makes room for so many rows, as far as that is known to be their kind's.
    mutating func reserve(rows: Int) {
        if form == .words {
            codes.reserveCapacity(rows)
        } else {
            values.reserveCapacity(rows)
            if kind == .automatic { decimals.reserveCapacity(rows) }
        }
    }

    /// Adds a block of rows, as `take` gave them.
    mutating func append(_ block: Span<Double>, decimals: Span<UInt8>) {
        guard form != .words else {
            for index in block.indices {
                codes.append(block[index].isNaN ? -1 : Int32(block[index]))
            }
            return
        }
        unsafe block.withUnsafeBufferPointer { unsafe values.append(contentsOf: $0) }
        if form == .numbers, !style.contains(.point) { notePoints(decimals) }
        if needsDecimals {
            unsafe decimals.withUnsafeBufferPointer {
                unsafe self.decimals.append(contentsOf: $0)
            }
        } else {
            self.decimals = []
        }
    }

    /// Whether texts may have to be written again, or a point may turn out to stand between thousands.
    private var needsDecimals: Bool {
        kind == .automatic || form == .numbers && !style.contains(.point)
    }

    /// Notes what points of plain numbers tell by the count of digits behind them.
    private mutating func notePoints(_ decimals: Span<UInt8>) {
        var bits: UInt8 = 0
        for index in decimals.indices where decimals[index] < Decimals.missing {
            bits |= decimals[index]
        }
        guard bits > 0 else { return }
        var isSure = bits != 3 || habit.pointsAreSure
        if !isSure {
            // The bits of 3 are those of 1 and 2 too.
            for index in decimals.indices { isSure = isSure || 1...2 ~= decimals[index] }
        }
        style.insert(isSure ? .point : .ambiguousPoint)
    }

    /// Looks, where it matters, whether a point before three digits stands in a number that can only have
    /// it before its fraction.
    private mutating func settlePoints() {
        let hasCommas = !style.isDisjoint(with: [.comma, .pointGroups, .ambiguousComma])
        guard style.contains(.ambiguousPoint), !style.contains(.point),
            hasCommas || habit.isContinental(style)
        else { return }
        for row in decimals.indices where decimals[row] == 3 && !Self.mayBeGrouped(values[row]) {
            style.insert(.point)
            return
        }
    }

    /// Whether a number with three decimals may be one of thousands: `1.234`, but not `0.123`.
    private static func mayBeGrouped(_ value: Double) -> Bool { 1..<1000 ~= value.magnitude }

    /// Takes on the form in which `cell` has its place too. All rows before it were appended.
    mutating func change(for cell: Span<UInt8>) {
        let text = cell.extracting(cell.inner)
        if form == .times, clock.wantsDayFirst(for: text) {
            putDayFirst()
        } else if form != .times, clock.read(text) != nil, let times = times() {
            becomeTimes(times)
        } else {
            becomeWords()
        }
    }

    /// Reads again what was read with the month first.
    private mutating func putDayFirst() {
        clock.putDayFirst()
        guard kind == .automatic else {
            var clock = clock
            assumed.reread(into: &values) { clock.read($0) }
            assumed = AssumedDates()
            return
        }
        if let times = times() { values = times } else { becomeWords() }
    }

    /// The texts of all rows as times; nil where one is none.
    private mutating func times() -> [Double]? {
        var times: [Double] = []
        times.reserveCapacity(values.count)
        var place = 0
        for row in values.indices {
            guard let text = text(ofRow: row, keptAt: &place) else {
                times.append(.nan)
                continue
            }
            let cell = text.span.extracting(text.span.inner)
            guard let time = isMissing(cell) ? .nan : clock.read(cell) else { return nil }
            times.append(time)
        }
        return times
    }

    private mutating func becomeTimes(_ times: [Double]) {
        var texts = KeptTexts()
        var place = 0
        for row in values.indices {
            guard let text = text(ofRow: row, keptAt: &place) else { continue }
            texts.append(text.span, row: row)
            decimals[row] = Decimals.kept
        }
        (kept, values, form) = (texts, times, .times)
    }

    private mutating func becomeWords() {
        var place = 0
        for row in values.indices {
            let text = text(ofRow: row, keptAt: &place)
            codes.append(text.map { words.code(of: $0.span) } ?? -1)
        }
        (kept, values, decimals, form) = (KeptTexts(), [], [], .words)
    }

    /// What stood in a row; nil where nothing did. `place` goes through the kept ones.
    private func text(ofRow row: Int, keptAt place: inout Int) -> [UInt8]? {
        switch decimals[row] {
        case Decimals.missing: nil
        case Decimals.kept: kept.text(kept.next(at: &place))
        case let fraction: PlainDecimal.text(of: values[row], fraction: Int(fraction))
        }
    }

    /// All that was read; nil where some numbers have a point before their fraction and others a comma.
    mutating func finish() -> Table.Values? {
        if form == .numbers || form == .undecided {
            settlePoints()
            let isContinental = !style.isDisjoint(with: .continental)
            let isEnglish = !style.isDisjoint(with: .english)
            if isContinental, isEnglish {
                guard kind == .automatic else { return nil }
                becomeWords()
            } else if isContinental || !isEnglish && habit.isContinental(style) {
                readAsContinental()
            }
        }
        if form == .timestamps {
            TimestampUnit(of: values.span).makeInstants(of: &values)
        }
        return switch form {
        case .undecided, .numbers: .numbers(values)
        case .times, .timestamps: .times(values)
        case .words: .words(codes, texts: words.texts)
        }
    }
}

extension ColumnReader {
    /// Takes commas that may be either for those before a fraction, and points for those between thousands.
    private mutating func readAsContinental() {
        // Whole numbers of six digits at most: the quotient is rounded once, and the product is whole.
        for row in ambiguousCommas { values[row] /= 1000 }
        guard style.contains(.ambiguousPoint) else { return }
        for row in ambiguousPoints { values[row] = (values[row] * 1000).rounded() }
        for row in decimals.indices where decimals[row] == 3 && Self.mayBeGrouped(values[row]) {
            values[row] = (values[row] * 1000).rounded()
        }
    }
}

extension Span<UInt8> {
    /// Where its bytes are, less the blanks and line breaks at both ends.
    var inner: Range<Int> {
        var (start, end) = (0, count)
        while start < end, Self.isBlank(self[start]) { start += 1 }
        while end > start, Self.isBlank(self[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
