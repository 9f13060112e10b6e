internal import Scenes

extension SVG {
    /// Writes outlines as path data: each place relative to the one before or not, whichever is
    /// shorter.
    struct Pen {
        private enum Outline {
            /// No place is known yet.
            case none
            /// Its first place is known, and nothing written.
            case begun
            case open
            /// The next line begins another one at the same place.
            case ended
        }

        private(set) var data: [UInt8] = []
        private var isFilling = true
        /// Whether a line without length shows: with round or square ends.
        private var hasDots = false
        private var outline = Outline.none
        private var start = Place.zero
        /// Where the data written so far have come to.
        private var place = Place.zero
        /// Where a straight line ends that is not written yet, because the next may go on with it.
        private var pending: Place?
        /// The last control point of the curve written last.
        private var control: Place?
        /// What places without a letter before them would be taken for.
        private var letter: UInt8 = 0
        private var followsLetter = false
        private var endsInFraction = false
        /// How many places depend on each other.
        private var chain = 0
        /// Viewers add numbers of single precision; in a longer chain their errors could be seen.
        private static let longestChain = 64

        /// Starts new data. A filled outline needs no closing line, and has no ends.
        mutating func begin(filling: Bool, dots: Bool = false) {
            data.removeAll(keepingCapacity: true)
            (isFilling, hasDots, outline, place) = (filling, dots, .none, .zero)
            (letter, endsInFraction) = (0, false)
        }

        /// A point that is no number is left out, with the line or curve that it belongs to.
        mutating func draw(_ path: Path) {
            var next = 0
            var index = 0
            while index < path.verbs.count {
                if let circle = Circle(in: path, atVerb: index, point: next) {
                    draw(circle)
                    index += Circle.verbCount
                    next += Circle.pointCount
                } else {
                    let verb = path.verbs[index]
                    draw(verb, path.points, at: next)
                    index += 1
                    next += verb.pointCount
                }
            }
            finish()
        }

        mutating func draw(_ rect: Rect) {
            guard let corner = Place(Point(rect.minX, rect.minY)),
                let opposite = Place(Point(rect.maxX, rect.maxY)),
                corner.x < opposite.x, corner.y < opposite.y
            else { return }
            move(to: corner)
            line(to: Place(x: opposite.x, y: corner.y))
            line(to: opposite)
            line(to: Place(x: corner.x, y: opposite.y))
            close()
        }

        mutating func draw(_ circle: Circle) {
            guard let near = Place(circle.start), let far = Place(circle.opposite) else { return }
            move(to: near)
            open()
            let radius = Place.hundredths(circle.radius)
            let sweep = circle.isClockwise ? 100 : 0
            for way in [far - near, near - far] {
                write("a")
                for number in [radius, radius, 0, 100, sweep] { write(number) }
                write(way)
            }
            close()
        }

        private mutating func draw(_ verb: Path.Verb, _ points: [Point], at index: Int) {
            switch verb {
            case .move:
                finish()
                outline = .none
                if let place = Place(points[index]) { move(to: place) }
            case .close:
                if outline != .none { close() }
            case .line, .quadratic, .cubic:
                let last = verb.pointCount - 1
                guard let a = Place(points[index]), let b = Place(points[index + last / 2]),
                    let end = Place(points[index + last])
                else { return }
                // The first place there is begins the outline, be it one that steers a curve.
                if outline == .none { move(to: a) }
                switch last {
                case 0: line(to: end)
                case 1: quadratic(by: a, to: end)
                default: cubic(by: a, b, to: end)
                }
            }
        }
    }
}

// MARK: Lines and curves

extension SVG.Pen {
    private typealias Place = SVG.Place

    private var current: Place { pending ?? (outline == .open ? place : start) }

    private mutating func move(to place: Place) {
        finish()
        start = place
        outline = .begun
    }

    private mutating func line(to end: Place) {
        guard end != current else { return }
        if let pending, !Self.goesOn(from: outline == .open ? place : start, pending, to: end) {
            flush()
        }
        pending = end
    }

    /// Whether the second of two upright or level lines lengthens the first.
    private static func goesOn(from a: Place, _ b: Place, to c: Place) -> Bool {
        a.x == b.x && b.x == c.x && (a.y < b.y) == (b.y < c.y)
            || a.y == b.y && b.y == c.y && (a.x < b.x) == (b.x < c.x)
    }

    private mutating func quadratic(by bend: Place, to end: Place) {
        guard bend != current || end != current else { return }
        flush()
        open()
        go("q", bend, nil, end)
    }

    private mutating func cubic(by a: Place, _ b: Place, to end: Place) {
        guard a != current || b != current || end != current else { return }
        flush()
        open()
        let error = control.map { place + place - $0 - a }
        // A hundredth more or less is what the rounding may have done.
        if let error, abs(error.x) <= 1, abs(error.y) <= 1 {
            go("s", b, nil, end)
        } else {
            go("c", a, b, end)
        }
        control = b
    }

    private mutating func close() {
        if pending == start { pending = nil }
        flush()
        if outline == .open, !isFilling {
            write("z")
            place = start
        }
        finish()
    }

    private mutating func finish() {
        flush()
        if outline == .begun, !isFilling, hasDots {
            open()
            write("h")
            write(0)
        }
        if outline != .none { outline = .ended }
        control = nil
    }

    private mutating func flush() {
        guard let end = pending else { return }
        pending = nil
        open()
        go("l", nil, nil, end)
    }

    private mutating func open() {
        guard outline != .open else { return }
        go("m", nil, nil, start)
        outline = .open
    }
}

// MARK: Commands and numbers

extension SVG.Pen {
    /// Writes a command with its places, the last of them where it ends.
    private mutating func go(_ name: Unicode.Scalar, _ a: Place?, _ b: Place?, _ end: Place) {
        control = nil
        let mustBeAbsolute =
            data.isEmpty || chain >= Self.longestChain || !place.isPrecise || !end.isPrecise
        let isAbsolute =
            mustBeAbsolute
            || length(a, b, end, from: .zero) < length(a, b, end, from: place)
        let origin = isAbsolute ? Place.zero : place
        chain = isAbsolute ? 0 : chain + 1
        if name == "l", !mustBeAbsolute, place.x == end.x || place.y == end.y {
            level(to: end)
        } else {
            write(name, absolute: isAbsolute)
            if let a { write(a - origin) }
            if let b { write(b - origin) }
            write(end - origin)
        }
        place = end
    }

    /// A line to the right, to the left, up or down. It hands on what the other number has lost.
    private mutating func level(to end: Place) {
        let isLevel = place.y == end.y
        let name: Unicode.Scalar = isLevel ? "h" : "v"
        let (number, origin) = isLevel ? (end.x, place.x) : (end.y, place.y)
        func cost(_ number: Int, absolute: Bool) -> Int {
            let needsLetter = Self.command(name, absolute: absolute) != letter
            return Self.length(number) + (needsLetter && number < 0 ? 1 : 0)
        }
        let isAbsolute =
            cost(number, absolute: true) < cost(number - origin, absolute: false)
        write(name, absolute: isAbsolute)
        write(isAbsolute ? number : number - origin)
        chain += 1
    }

    private func length(_ a: Place?, _ b: Place?, _ end: Place, from origin: Place) -> Int {
        func length(_ place: Place?) -> Int {
            guard let way = place.map({ $0 - origin }) else { return 0 }
            return Self.length(way.x) + Self.length(way.y)
        }
        return length(a) + length(b) + length(end)
    }

    /// How many characters the number takes with its sign or the space before it.
    private static func length(_ hundredths: Int) -> Int {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        var length = rest == 0 ? 1 : rest % 10 == 0 ? 3 : 4
        if whole == 0 { return rest == 0 ? 2 : length }
        var bound: UInt = 1
        while bound <= whole {
            length += 1
            bound *= 10
        }
        return length
    }

    /// The letter, unless it goes without saying.
    private mutating func write(_ name: Unicode.Scalar, absolute: Bool = false) {
        let command = Self.command(name, absolute: absolute)
        guard command != letter else { return }
        data.append(command)
        // What follows a move without a letter is a line.
        letter = name == "m" ? command - 1 : command
        endsInFraction = false
        followsLetter = true
    }

    private static func command(_ name: Unicode.Scalar, absolute: Bool) -> UInt8 {
        UInt8(ascii: name) & (absolute ? ~32 : ~0)
    }

    private mutating func write(_ place: Place) {
        write(place.x)
        write(place.y)
    }

    private mutating func write(_ number: Int) {
        let isFraction = 1..<100 ~= number
        if !followsLetter, number >= 0, !(isFraction && endsInFraction) {
            data.append(UInt8(ascii: " "))
        }
        data.append(hundredths: number)
        endsInFraction = number % 100 != 0
        followsLetter = false
    }
}
