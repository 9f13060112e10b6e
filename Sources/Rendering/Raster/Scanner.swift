internal import Scenes

/// Neighbouring pixels of a row that a shape covers to the same degree.
struct Run: Equatable {
    var x: Int32
    var count: Int32
    /// 0, not at all ... 255, wholly.
    var coverage: UInt8
}

/// Finds how much of each pixel an outline covers, exactly, row after row from the top.
///
/// An edge enters each pixel that it crosses as the area to its right, with a sign for its
/// direction; the sum over a row from the left is the winding number, averaged over the pixel. Edges
/// that two outlines share cancel to the last bit, so abutting parts of one path leave no seam.
///
/// The sum's amount, at most 1, is the coverage: the nonzero rule, but for pixels in which parts
/// with opposite winding meet. There they cancel, and cover less than they should; no neighbour is
/// touched. Parts of one path that lie over each other in opposite directions make a hole, as the
/// rule has it.
struct Scanner {
    /// Coordinates are whole 256ths of a pixel.
    static let unit = 256
    /// A pixel's area in the units of `sums`.
    static let whole = 1 << 17

    private struct Edge {
        /// Where it stands in its current row, times 2^32.
        var x: Int64
        /// How far x moves while y goes down by one 256th.
        var slope: Int64
        var y: Int32
        var end: Int32
        var winding: Int32
        /// The next edge that begins in the same row.
        var next: Int32
    }

    private(set) var box = Box(left: 0, top: 0, right: 0, bottom: 0)
    private var edges: [Edge] = []
    /// For each row of the box, the last edge added that begins there, or -1.
    private var newest: [Int32] = []
    private var active: [Edge] = []
    /// Rows of the box: the next one to scan, and the last in which an edge begins.
    private var nextRow = 0
    private var lastRow = -1

    /// By column from the box's left: how much the winding changes there. Zero between rows.
    private var sums: [Int] = []
    /// The same for all rows of the box, of the edges that were too many to keep; empty where none were.
    private var field: [Int] = []
    /// Rows of the box in which anything stands in the field.
    private var fieldRows = 0..<0
    /// How many edges are kept. What more there is of an outline is summed up by pixels, so that
    /// memory does not grow with it.
    private let mostEdges: Int
    /// Which of the sums are not known to be zero, a bit each.
    private var touched: [UInt64] = []

    /// The row that `runs` are of.
    private(set) var row = 0
    /// What is covered of the row, from left to right: the first `runCount` of `runs`.
    private(set) var runs: [Run] = []
    private(set) var runCount = 0

    init(mostEdges: Int = 1 << 20) { self.mostEdges = mostEdges }

    /// How many edges wait to be scanned.
    var edgeCount: Int { edges.count }

    /// Starts an outline of which nothing outside of `box` will be seen. The rows of the one before
    /// have all been gone through.
    mutating func begin(in box: Box) {
        self.box = box
        edges.removeAll(keepingCapacity: true)
        active.removeAll(keepingCapacity: true)
        if newest.count < box.height {
            newest = Array(repeating: -1, count: box.height)
        }
        if sums.count < box.width + 2 {
            sums = Array(repeating: 0, count: box.width + 2)
            touched = Array(repeating: 0, count: (box.width + 2 + 63) / 64)
            runs = Array(repeating: Run(x: 0, count: 0, coverage: 0), count: box.width + 2)
        }
        field = []
        fieldRows = 0..<0
        nextRow = .max
        lastRow = -1
    }

    // MARK: Edges

    /// Makes room for as many more edges, so that they need not be moved as they come.
    mutating func reserveCapacity(_ count: Int) {
        edges.reserveCapacity(min(edges.count + count, mostEdges))
    }

    mutating func add(_ lines: Polylines) {
        reserveCapacity(lines.points.count)
        for outline in lines.outlines {
            var previous = lines.points[outline.range.upperBound - 1]
            for index in outline.range {
                let point = lines.points[index]
                add(from: previous, to: point)
                previous = point
            }
        }
    }

    /// Coordinates may be any finite numbers.
    mutating func add(from a: Point, to b: Point) {
        // Always downwards, so that the same edge of two shapes is the same sum, but for its sign.
        if a.y < b.y {
            add(from: a, downTo: b, winding: 1)
        } else if b.y < a.y {
            add(from: b, downTo: a, winding: -1)
        }
    }

    private mutating func add(from upper: Point, downTo lower: Point, winding: Int) {
        let (left, right) = (Double(box.left), Double(box.right))
        let (top, bottom) = (Double(box.top), Double(box.bottom))
        guard lower.y > top, upper.y < bottom else { return }
        let slope = (lower.x - upper.x) / (lower.y - upper.y)
        var (start, end) = (upper, lower)
        if start.y < top { start = Point(upper.x + (top - upper.y) * slope, top) }
        if end.y > bottom { end = Point(upper.x + (bottom - upper.y) * slope, bottom) }

        if left...right ~= start.x, left...right ~= end.x {
            insert(start, end, winding)
        } else {
            insertVisible(start, end, winding)
        }
    }

    /// Cuts an edge at the sides of the box. What lies to the left of it covers the row all the
    /// same, so it moves to the side; what lies to the right covers nothing.
    private mutating func insertVisible(_ upper: Point, _ lower: Point, _ winding: Int) {
        let (left, right) = (Double(box.left), Double(box.right))
        guard min(upper.x, lower.x) < right else { return }
        guard max(upper.x, lower.x) > left else {
            return insert(Point(left, upper.y), Point(left, lower.y), winding)
        }
        let slope = (lower.y - upper.y) / (lower.x - upper.x)
        func crossing(_ x: Double) -> Point {
            Point(x, min(max(upper.y + (x - upper.x) * slope, upper.y), lower.y))
        }
        var (start, end) = (upper, lower)
        if start.x < left {
            start = crossing(left)
            insert(Point(left, upper.y), start, winding)
        } else if start.x > right {
            start = crossing(right)
        }
        if end.x < left {
            end = crossing(left)
            insert(end, Point(left, lower.y), winding)
        } else if end.x > right {
            end = crossing(right)
        }
        insert(start, end, winding)
    }

    /// Both ends lie in the box, so that no conversion below can overflow.
    private mutating func insert(_ upper: Point, _ lower: Point, _ winding: Int) {
        let (left, top) = (Double(box.left), Double(box.top))
        let unit = Double(Self.unit)
        let x = Int64((upper.x - left) * unit + 0.5)
        let y = Int32((upper.y - top) * unit + 0.5)
        let end = Int32((lower.y - top) * unit + 0.5)
        guard end > y else { return }
        if edges.count == mostEdges { spill() }
        let width = Int64((lower.x - left) * unit + 0.5) - x
        let row = Int(y >> 8)
        edges.append(
            Edge(
                // The half makes the shift back to whole units round, so that an edge never
                // strays past its ends.
                x: x << 32 + 1 << 31, slope: (width << 32) / Int64(end - y), y: y, end: end,
                winding: Int32(winding), next: newest[row]))
        newest[row] = Int32(edges.count - 1)
        nextRow = min(nextRow, row)
        lastRow = max(lastRow, row)
    }

    // MARK: Rows

    /// Goes on to the next row of which anything is covered; false where there is none.
    mutating func next() -> Bool {
        runCount = 0
        while runCount == 0 {
            if active.isEmpty {
                guard nextRow <= lastRow else { return false }
                while newest[nextRow] < 0, !fieldRows.contains(nextRow) { nextRow += 1 }
            }
            activate()
            row = box.top + nextRow
            nextRow += 1
            Self.accumulate(
                &active, downTo: Int32(nextRow * Self.unit), into: &sums, &touched)
            takeField()
            runCount = Self.collect(&sums, &touched, in: box, into: &runs)
        }
        return true
    }

    /// Paints all rows with the ink in use.
    mutating func paint(onto canvas: inout Canvas) {
        while next() { canvas.paint(runs.span.extracting(first: runCount), onto: row) }
    }

    /// Sums all edges up in the field, pixel by pixel, as the rows would be when they are due.
    private mutating func spill() {
        let columns = box.width + 2
        if field.isEmpty { field = Array(repeating: 0, count: columns * box.height) }
        let first = nextRow
        while !active.isEmpty || nextRow <= lastRow {
            activate()
            nextRow += 1
            Self.accumulate(
                &active, downTo: Int32(nextRow * Self.unit), into: &sums, &touched)
            let start = (nextRow - 1) * columns
            for word in touched.indices where touched[word] != 0 {
                var bits = touched[word]
                touched[word] = 0
                while bits != 0 {
                    let column = word << 6 + bits.trailingZeroBitCount
                    bits &= bits - 1
                    field[start + column] += sums[column]
                    sums[column] = 0
                }
            }
        }
        fieldRows =
            fieldRows.isEmpty
            ? first..<nextRow
            : min(first, fieldRows.lowerBound)..<max(nextRow, fieldRows.upperBound)
        edges.removeAll(keepingCapacity: true)
        nextRow = fieldRows.lowerBound
        lastRow = fieldRows.upperBound - 1
    }

    /// Adds to the sums of the row that is due what the field has of it.
    private mutating func takeField() {
        guard fieldRows.contains(nextRow - 1) else { return }
        let columns = box.width + 2
        let start = (nextRow - 1) * columns
        for column in 0..<columns where field[start + column] != 0 {
            sums[column] += field[start + column]
            touched[column >> 6] |= 1 << UInt64(column & 63)
        }
    }

    private mutating func activate() {
        var index = newest[nextRow]
        newest[nextRow] = -1
        while index >= 0 {
            active.append(edges[Int(index)])
            index = edges[Int(index)].next
        }
    }

    /// Enters what each active edge changes in the row that ends at `bottom`, and lets go of those
    /// that end there.
    private static func accumulate(
        _ edges: inout [Edge], downTo bottom: Int32, into sums: inout [Int],
        _ touched: inout [UInt64]
    ) {
        let begun = edges.count
        var count = begun
        var active = edges.mutableSpan
        var sums = sums.mutableSpan
        var touched = touched.mutableSpan
        var index = 0
        while index < count {
            let edge = active[index]
            let reached = min(edge.end, bottom)
            let height = reached - edge.y
            let x = edge.x + edge.slope * Int64(height)
            let (a, b) = (Int(edge.x >> 32), Int(x >> 32))
            if a >> 8 == b >> 8 {
                let area = Int(height) * ((a & 255) + (b & 255))
                enter(
                    Int(height), area, at: a >> 8, Int(edge.winding), into: &sums, &touched)
            } else {
                enter(
                    Int(height), from: min(a, b), to: max(a, b), Int(edge.winding), into: &sums,
                    &touched)
            }
            if edge.end > bottom {
                active[index].x = x
                active[index].y = reached
                index += 1
            } else {
                count -= 1
                active[index] = active[count]
            }
        }
        edges.removeLast(begun - count)
    }

    /// Enters an edge of `height` that stays in one column and leaves `area` of it, to its left,
    /// for the next column to make up.
    @inline(__always)
    private static func enter(
        _ height: Int, _ area: Int, at column: Int, _ winding: Int,
        into sums: inout MutableSpan<Int>, _ touched: inout MutableSpan<UInt64>
    ) {
        sums[column] += winding * (height << 9 - area)
        sums[column + 1] += winding * area
        let bit = UInt64(truncatingIfNeeded: column & 63)
        touched[column >> 6] |= 3 &<< bit
        if bit == 63 { touched[column >> 6 + 1] |= 1 }
    }

    /// Enters an edge that crosses columns. Heights are shared out before the sign is put to
    /// them: rounding must not know the direction.
    private static func enter(
        _ height: Int, from left: Int, to right: Int, _ winding: Int,
        into sums: inout MutableSpan<Int>, _ touched: inout MutableSpan<UInt64>
    ) {
        let rate = height << 32 / (right - left)
        var done = 0
        var start = left & 255
        var position = (unit - start) * rate
        for column in left >> 8..<right >> 8 {
            let part = position >> 32 - done
            enter(part, part * (start + unit), at: column, winding, into: &sums, &touched)
            done += part
            start = 0
            position += unit * rate
        }
        let rest = height - done
        enter(rest, rest * (right & 255), at: right >> 8, winding, into: &sums, &touched)
    }

    /// Sums the row up into runs, and leaves all sums zero. Tells how many runs there are.
    private static func collect(
        _ sums: inout [Int], _ touched: inout [UInt64], in box: Box, into runs: inout [Run]
    ) -> Int {
        var sums = sums.mutableSpan
        var touched = touched.mutableSpan
        var runs = runs.mutableSpan
        // The run under way is runs[count]; it is kept if it turns out to cover anything.
        var count = 0
        runs[0] = Run(x: Int32(box.left), count: 0, coverage: 0)
        var sum = 0
        for word in 0..<(box.width + 2 + 63) / 64 where touched[word] != 0 {
            var bits = touched[word]
            touched[word] = 0
            while bits != 0 {
                let column = word << 6 + bits.trailingZeroBitCount
                bits &= bits - 1
                sum += sums[column]
                sums[column] = 0
                let coverage = coverage(ofSum: sum)
                let run = runs[count]
                guard coverage != run.coverage, column < box.width else { continue }
                let x = Int32(box.left + column)
                if run.coverage > 0 {
                    runs[count].count = x - run.x
                    count += 1
                }
                runs[count] = Run(x: x, count: 0, coverage: coverage)
            }
        }
        guard runs[count].coverage > 0 else { return count }
        runs[count].count = Int32(box.right) - runs[count].x
        return count + 1
    }

    static func coverage(ofSum sum: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (min(abs(sum), whole) * 255 + whole / 2) >> 17)
    }
}
