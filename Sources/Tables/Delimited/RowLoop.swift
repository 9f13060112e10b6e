internal import Notation

/// The loop that goes through the rows of delimited text and hands the cells to their columns.
struct RowLoop {
    let delimiter: UInt8
    /// How many cells a row may have.
    let width: Int
    let limits: TableLimits
    /// The line at which the next row begins, from 1.
    private(set) var line: Int
    /// The place at which the next row begins.
    private(set) var place: Int

    init(delimiter: UInt8, width: Int, line: Int, place: Int, limits: TableLimits) {
        self.delimiter = delimiter
        self.width = width
        self.line = line
        self.place = place
        self.limits = limits
    }

    /// What was not read stands at the start of the next piece.
    mutating func carryOver() { place = 0 }

    /// Reads rows until the block is full or no whole row is left; how many.
    ///
    /// `bytes` end with a line break. A cell whose quotes are open at their end is an error where
    /// they are the last ones, else its row is left for the next time.
    mutating func fillBlock(
        _ bytes: Span<UInt8>, isLast: Bool, columns: inout ColumnSet,
        into values: inout MutableSpan<Double>, _ decimals: inout MutableSpan<UInt8>
    ) throws(DataError) -> Int {
        let powers = PlainDecimal.powersOfTen
        let (delimiter, blockRows) = (delimiter, columns.blockRows)
        var plan = columns.plan
        var rows = 0
        while rows < blockRows, place < bytes.count {
            guard !isBreak(bytes[place]) else {
                endLine(bytes, at: place, breaks: 0)
                continue
            }
            var (next, column, breaks) = (place, 0, 0)
            while true {
                let start = next
                let offset = column < plan.count ? plan[column] : ColumnSet.isTaken
                if offset >= 0,
                    let number = PlainDecimal(bytes, at: &next, powersOfTen: powers.span),
                    bytes[next] == delimiter || isBreak(bytes[next]),
                    number.isShort || columns.takesLongNumbers(column)
                {
                    values[offset &+ rows] = number.value
                    decimals[offset &+ rows] = UInt8(truncatingIfNeeded: number.fraction)
                } else if offset == ColumnSet.isSkipped, skipPlain(bytes, start, &next) {
                } else {
                    guard
                        let cell = try cell(
                            bytes, at: start, column: column, line: line + breaks, isLast, columns)
                    else { return rows }
                    let isChanged = try take(
                        cell, bytes, column: column, row: rows, line: line + breaks,
                        columns: &columns, into: &values, &decimals)
                    if isChanged { plan = columns.plan }
                    breaks += cell.lineBreaks
                    next = cell.end
                }
                guard bytes[next] == delimiter else { break }
                next &+= 1
                column &+= 1
            }
            if column > 0 || !isBlank(bytes, place..<next) {
                if column + 1 < plan.count {
                    columns.leaveOut(columnsFrom: column + 1, row: rows, of: &values, &decimals)
                }
                rows += 1
            }
            endLine(bytes, at: next, breaks: breaks)
        }
        return rows
    }

    /// Moves behind the line break at `end`.
    @inline(__always)
    private mutating func endLine(_ bytes: Span<UInt8>, at end: Int, breaks: Int) {
        let isPair =
            bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count
            && bytes[end + 1] == UInt8(ascii: "\n")
        place = end + (isPair ? 2 : 1)
        line += 1 + breaks
    }

    /// Moves `next` behind a cell without quotes; false where this one has some, or may have, or is too
    /// long.
    @inline(__always)
    private func skipPlain(_ bytes: Span<UInt8>, _ start: Int, _ next: inout Int) -> Bool {
        var place = start
        guard bytes[place] != UInt8(ascii: "\""), bytes[place] != 0x20, bytes[place] != 0x09 else {
            return false
        }
        while bytes[place] != delimiter, !isBreak(bytes[place]) { place += 1 }
        guard place &- start <= limits.cell else { return false }
        next = place
        return true
    }

    /// Nil where the cell goes on beyond the bytes, and more of them come.
    private func cell(
        _ bytes: Span<UInt8>, at start: Int, column: Int, line: Int, _ isLast: Bool,
        _ columns: borrowing ColumnSet
    ) throws(DataError) -> CellScan? {
        let cell: CellScan
        do {
            cell = try CellScan(bytes, at: start, delimiter: delimiter)
        } catch {
            switch error {
            case .open:
                try checkSize(bytes.count - start)
                guard isLast else { return nil }
                throw .openQuote(columns.place(ofColumn: column, line: line))
            case .textAfterQuote(let end):
                let found = bytes.extracting(end..<min(end + 1, bytes.count))
                throw .textAfterQuote(
                    columns.place(ofColumn: column, line: line), found: CellText.excerpt(found))
            }
        }
        try checkSize(cell.text.count)
        return cell
    }

    private func checkSize(_ size: Int) throws(DataError) {
        guard size <= limits.cell else {
            throw .limit(.cell, most: limits.cell, setting: "PLOT_MAX_CELL")
        }
    }

    /// Whether the plan for the columns is another one now.
    private func take(
        _ cell: CellScan, _ bytes: Span<UInt8>, column: Int, row: Int, line: Int,
        columns: inout ColumnSet, into values: inout MutableSpan<Double>,
        _ decimals: inout MutableSpan<UInt8>
    ) throws(DataError) -> Bool {
        guard column < width else {
            // Many programs end each row with a delimiter.
            guard cell.text.isEmpty else {
                throw .tooManyCells(line: line, found: column + 1, wanted: width)
            }
            return false
        }
        guard columns.first[column] >= 0 else { return false }
        if cell.hasDoubledQuotes {
            let text = cell.unquoted(bytes)
            return try columns.take(
                text.span, isQuoted: true, column: column, row: row, line: line, into: &values,
                &decimals)
        } else {
            return try columns.take(
                bytes.extracting(cell.text), isQuoted: cell.isQuoted, column: column, row: row,
                line: line, into: &values, &decimals)
        }
    }

    private func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where bytes[index] != 0x20 && bytes[index] != 0x09 { return false }
        return true
    }
}

/// Whether a byte ends a line, alone or as the first of two.
@inline(__always)
func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
