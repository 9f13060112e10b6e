internal import Scenes

/// An outline in the language of compact fonts (Adobe Technical Note 5177, The Type 2 Charstring Format).
struct CharString {
    private(set) var bytes: [UInt8] = []
    private var place = Units(x: 0, y: 0)
    /// What the first move also says.
    private var width: Int?

    /// An interpreter's stack holds no more numbers.
    private static let mostOperands = 48

    /// A place or a way, in thousandths of the em, y upwards.
    fileprivate struct Units: Equatable {
        var x: Int
        var y: Int

        init(x: Int, y: Int) { (self.x, self.y) = (x, y) }

        init(_ point: Point) {
            func whole(_ value: Double) -> Int {
                value.isNaN ? 0 : Int(min(max(value, -32_000), 32_000).rounded())
            }
            self.init(x: whole(point.x), y: whole(-point.y))
        }

        static func - (a: Units, b: Units) -> Units { Units(x: a.x - b.x, y: a.y - b.y) }
    }

    /// `path` is in thousandths of the em, y downwards. `width` is left out where it is the usual one.
    init(_ path: Path, width: Int?) {
        self.width = width
        var next = 0
        var pieces: [Piece] = []
        var start = place
        var end = (exact: Point.zero, units: place)
        for verb in path.verbs {
            let points = path.points[next..<next + verb.pointCount]
            next += verb.pointCount
            switch verb {
            case .move:
                write(pieces, from: start)
                pieces.removeAll(keepingCapacity: true)
                end = (points[points.startIndex], Units(points[points.startIndex]))
                start = end.units
                continue
            case .line:
                let to = Units(points[points.startIndex])
                pieces.append(Piece(line: to - end.units))
            case .quadratic:
                let (control, last) = (points[points.startIndex], points[points.startIndex + 1])
                let first = Units(end.exact + (control - end.exact) * (2.0 / 3))
                let second = Units(last + (control - last) * (2.0 / 3))
                pieces.append(Piece(from: end.units, first, second, Units(last)))
            case .cubic:
                let units = points.map { Units($0) }
                pieces.append(Piece(from: end.units, units[0], units[1], units[2]))
            case .close: continue
            }
            let last = points[points.endIndex - 1]
            end = (last, Units(last))
        }
        write(pieces, from: start)
        if let width = self.width { Self.append(width, to: &bytes) }
        bytes.append(Operator.end.rawValue)
    }

    /// An outline that begins at `start`; a straight way back to it goes without saying.
    private mutating func write(_ pieces: [Piece], from start: Units) {
        var pieces = pieces.filter { !$0.isNothing }
        let way = pieces.reduce(Units(x: 0, y: 0)) { Units(x: $0.x + $1.way.x, y: $0.y + $1.way.y) }
        if way == Units(x: 0, y: 0), let last = pieces.last, last.isLine { pieces.removeLast() }
        guard !pieces.isEmpty else { return }
        move(start - place)
        var next = 0
        while next < pieces.count { write(run(in: pieces, from: &next)) }
        place = start
        for piece in pieces {
            place = Units(x: place.x + piece.way.x, y: place.y + piece.way.y)
        }
    }

    private mutating func move(_ way: Units) {
        if let width { Self.append(width, to: &bytes) }
        width = nil
        let (operands, name): ([Int], Operator) =
            way.y == 0
            ? ([way.x], .moveAcross)
            : way.x == 0 ? ([way.y], .moveUp) : ([way.x, way.y], .move)
        write(Run(name: name, operands: operands))
    }

    private mutating func write(_ run: Run) {
        for operand in run.operands { Self.append(operand, to: &bytes) }
        bytes.append(run.name.rawValue)
    }

    /// A number as a charstring has it; it is of 16 bits.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        switch number {
        case -107...107: bytes.append(UInt8(number + 139))
        case 108...1131:
            bytes.append(UInt8((number - 108) >> 8 + 247))
            bytes.append(UInt8(truncatingIfNeeded: number - 108))
        case -1131 ... -108:
            bytes.append(UInt8((-number - 108) >> 8 + 251))
            bytes.append(UInt8(truncatingIfNeeded: -number - 108))
        default:
            let number = min(max(number, Int(Int16.min)), Int(Int16.max))
            bytes.append(28)
            bytes.append(UInt8(truncatingIfNeeded: number >> 8))
            bytes.append(UInt8(truncatingIfNeeded: number))
        }
    }
}

// MARK: Runs of pieces that one operator draws

extension CharString {
    private enum Operator: UInt8 {
        case moveUp = 4
        case lines = 5
        case linesFromAcross = 6
        case linesFromUp = 7
        case curves = 8
        case end = 14
        case move = 21
        case moveAcross = 22
        case curvesFromUp = 30
        case curvesFromAcross = 31
    }

    private struct Run {
        var name: Operator
        var operands: [Int]
    }

    /// A line or a curve, by the ways to its control points and to its end, each from the one before.
    private struct Piece {
        enum Kind { case line, lineAcross, lineUp, curve, curveFromAcross, curveFromUp }

        let kind: Kind
        let operands: [Int]
        let way: Units

        var isLine: Bool { kind == .line || kind == .lineAcross || kind == .lineUp }
        var isNothing: Bool { operands.allSatisfy { $0 == 0 } }

        init(line way: Units) {
            self.way = way
            (kind, operands) =
                way.y == 0
                ? (.lineAcross, [way.x])
                : way.x == 0 ? (.lineUp, [way.y]) : (.line, [way.x, way.y])
        }

        init(from start: Units, _ first: Units, _ second: Units, _ end: Units) {
            way = end - start
            let (a, b, c) = (first - start, second - first, end - second)
            if a.y == 0, c.x == 0 {
                (kind, operands) = (.curveFromAcross, [a.x, b.x, b.y, c.y])
            } else if a.x == 0, c.y == 0 {
                (kind, operands) = (.curveFromUp, [a.y, b.x, b.y, c.x])
            } else {
                (kind, operands) = (.curve, [a.x, a.y, b.x, b.y, c.x, c.y])
            }
        }

        var operatorName: Operator {
            switch kind {
            case .line: .lines
            case .lineAcross: .linesFromAcross
            case .lineUp: .linesFromUp
            case .curve: .curves
            case .curveFromAcross: .curvesFromAcross
            case .curveFromUp: .curvesFromUp
            }
        }

        /// What the operator of this piece takes the next one for.
        var successor: Kind {
            switch kind {
            case .line, .curve: kind
            case .lineAcross: .lineUp
            case .lineUp: .lineAcross
            case .curveFromAcross: .curveFromUp
            case .curveFromUp: .curveFromAcross
            }
        }
    }

    private func run(in pieces: [Piece], from next: inout Int) -> Run {
        var last = pieces[next]
        var run = Run(name: last.operatorName, operands: last.operands)
        next += 1
        while next < pieces.count, pieces[next].kind == last.successor,
            run.operands.count + pieces[next].operands.count <= Self.mostOperands
        {
            last = pieces[next]
            run.operands += last.operands
            next += 1
        }
        return run
    }
}
