/// Shapes that have been scanned, to be painted at any number of places.
struct StampSheet {
    /// A scanned shape; places count from the pixel at 0, 0.
    struct Stamp {
        fileprivate var box: Box
        fileprivate var rows: Range<Int>
    }

    /// The runs of one row of a stamp.
    private struct Row {
        var y: Int32
        var runs: Range<Int32>
    }

    private var rows: [Row] = []
    private var runs: [Run] = []

    /// Keeps what the scanner finds.
    mutating func add(from scanner: inout Scanner) -> Stamp {
        let first = rows.count
        while scanner.next() {
            let start = Int32(runs.count)
            runs += scanner.runs[..<scanner.runCount]
            rows.append(Row(y: Int32(scanner.row), runs: start..<Int32(runs.count)))
        }
        return Stamp(box: scanner.box, rows: first..<rows.count)
    }

    /// Paints what of the stamp lies in `clip`, moved by whole pixels.
    func paint(_ stamp: Stamp, at x: Int, _ y: Int, in clip: Box, onto canvas: inout Canvas) {
        let isWhole = clip.contains(stamp.box.moved(right: x, down: y))
        for row in rows[stamp.rows] where clip.rows ~= y + Int(row.y) {
            let runs = runs.span.extracting(Int(row.runs.lowerBound)..<Int(row.runs.upperBound))
            if isWhole {
                canvas.paint(runs, onto: y + Int(row.y), movedRight: x)
            } else {
                let seen = clip.seen(of: runs, movedRight: x)
                canvas.paint(seen.span, onto: y + Int(row.y))
            }
        }
    }
}

extension Box {
    /// The runs of a row, moved, as far as they lie in the columns of this.
    fileprivate func seen(of runs: Span<Run>, movedRight: Int) -> [Run] {
        var seen: [Run] = []
        for index in runs.indices {
            let start = Int(runs[index].x) + movedRight
            let columns = (start..<start + Int(runs[index].count)).clamped(to: columns)
            guard !columns.isEmpty else { continue }
            seen.append(
                Run(
                    x: Int32(columns.lowerBound), count: Int32(columns.count),
                    coverage: runs[index].coverage))
        }
        return seen
    }
}
