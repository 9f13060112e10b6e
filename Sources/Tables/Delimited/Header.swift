internal import Notation

/// The first row of delimited text.
struct Header {
    private(set) var cells: [String] = []
    /// Whether the row is one of data: all of its cells are numbers or dates, if they hold anything.
    private(set) var isData = true
    /// Where the row after it begins.
    private(set) var end: Int
    /// How many lines it takes.
    private(set) var lines = 1

    /// Nil where the row goes on beyond `bytes`, and more of them come.
    init?(
        _ bytes: Span<UInt8>, at place: Int, line: Int, delimiter: UInt8, isLast: Bool,
        _ limits: TableLimits
    ) throws(DataError) {
        end = place
        guard place < bytes.count else { return nil }
        var hasValue = false
        while true {
            guard
                let cell = try Self.cell(
                    bytes, at: end, number: cells.count + 1, line: line + lines - 1,
                    delimiter: delimiter, isLast, limits)
            else { return nil }
            try add(cell, bytes, &hasValue, limits)
            end = cell.end + 1
            guard bytes[cell.end] == delimiter else { break }
        }
        isData = isData && hasValue
        if bytes[end - 1] == UInt8(ascii: "\r"), end < bytes.count, bytes[end] == UInt8(ascii: "\n")
        {
            end += 1
        }
    }

    private static func cell(
        _ bytes: Span<UInt8>, at place: Int, number: Int, line: Int, delimiter: UInt8,
        _ isLast: Bool, _ limits: TableLimits
    ) throws(DataError) -> CellScan? {
        let spot = DataPlace(line: line, column: number, name: "")
        let cell: CellScan
        do {
            cell = try CellScan(bytes, at: place, delimiter: delimiter)
        } catch {
            switch error {
            case .open:
                guard bytes.count - place <= limits.cell else {
                    throw .limit(.cell, most: limits.cell, setting: "PLOT_MAX_CELL")
                }
                guard isLast else { return nil }
                throw .openQuote(spot)
            case .textAfterQuote(let end):
                let found = bytes.extracting(end..<min(end + 1, bytes.count))
                throw .textAfterQuote(spot, found: CellText.excerpt(found))
            }
        }
        guard cell.text.count <= limits.cell else {
            throw .limit(.cell, most: limits.cell, setting: "PLOT_MAX_CELL")
        }
        return cell
    }

    private mutating func add(
        _ cell: CellScan, _ bytes: Span<UInt8>, _ hasValue: inout Bool, _ limits: TableLimits
    ) throws(DataError) {
        guard cells.count < limits.columns else {
            throw .limit(.columns, most: limits.columns, setting: "PLOT_MAX_COLUMNS")
        }
        lines += cell.lineBreaks
        let raw = bytes.extracting(cell.text)
        for index in raw.indices where raw[index] == 0 { throw .noText(.binary) }
        let text = cell.hasDoubledQuotes ? cell.unquoted(bytes) : CellText.array(raw)
        let inner = text.span.extracting(text.span.inner)
        cells.append(CellText.text(inner))
        if isData, !isMissing(inner) {
            isData = Self.isValue(inner)
            hasValue = true
        }
    }

    /// Whether a cell holds what no column is called by: a number or a date.
    static func isValue(_ cell: Span<UInt8>) -> Bool {
        CellNumber(cell) != nil || TimeReader(order: .monthFirst).read(cell) != nil
            || TimeReader(order: .dayFirst).read(cell) != nil
    }
}
