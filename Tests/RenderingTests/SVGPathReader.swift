import Scenes

/// Reads path data back, in single precision as browsers do.
struct SVGPathReader {
    private(set) var path = Path()
    private var text: [UInt8]
    private var next = 0
    private var place = SIMD2<Float>()
    private var start = SIMD2<Float>()
    private var control = SIMD2<Float>()

    /// Nil for what is no path data.
    init?(_ data: String) {
        text = Array(data.utf8)
        var command: UInt8 = 0
        while skipSpace() {
            if let letter = letter() {
                command = letter
            } else if command == UInt8(ascii: "m") || command == UInt8(ascii: "M") {
                command -= 1
            }
            guard run(command) else { return nil }
        }
    }

    private mutating func run(_ command: UInt8) -> Bool {
        let isRelative = command & 32 != 0
        let origin = isRelative ? place : SIMD2()
        switch Unicode.Scalar(command & ~32) {
        case "M":
            guard let end = pair(origin) else { return false }
            (place, start) = (end, end)
            path.move(to: Point(end))
        case "L":
            guard let end = pair(origin) else { return false }
            line(to: end)
        case "H":
            guard let x = number() else { return false }
            line(to: SIMD2(origin.x + x, place.y))
        case "V":
            guard let y = number() else { return false }
            line(to: SIMD2(place.x, origin.y + y))
        case "Q":
            guard let a = pair(origin), let end = pair(origin) else { return false }
            path.quadratic(by: Point(a), to: Point(end))
            place = end
        case "C":
            guard let a = pair(origin), let b = pair(origin), let end = pair(origin) else {
                return false
            }
            cubic(a, b, end)
        case "S":
            guard let b = pair(origin), let end = pair(origin) else { return false }
            cubic(place + place - control, b, end)
        case "A":
            for _ in 0..<5 { guard number() != nil else { return false } }
            guard let end = pair(origin) else { return false }
            line(to: end)
        case "Z":
            path.close()
            place = start
        default: return false
        }
        return true
    }

    private mutating func line(to end: SIMD2<Float>) {
        path.line(to: Point(end))
        place = end
    }

    private mutating func cubic(_ a: SIMD2<Float>, _ b: SIMD2<Float>, _ end: SIMD2<Float>) {
        path.cubic(by: Point(a), Point(b), to: Point(end))
        (place, control) = (end, b)
    }

    // MARK: Characters

    private mutating func skipSpace() -> Bool {
        while next < text.count, text[next] == UInt8(ascii: " ") { next += 1 }
        return next < text.count
    }

    private mutating func letter() -> UInt8? {
        guard 65...122 ~= text[next] else { return nil }
        defer { next += 1 }
        return text[next]
    }

    private mutating func pair(_ origin: SIMD2<Float>) -> SIMD2<Float>? {
        guard let x = number(), let y = number() else { return nil }
        return origin + SIMD2(x, y)
    }

    private mutating func number() -> Float? {
        guard skipSpace() else { return nil }
        var end = next
        var hasPoint = false
        while end < text.count {
            let isPoint = text[end] == UInt8(ascii: ".")
            let isSign = end == next && text[end] == UInt8(ascii: "-")
            guard 48...57 ~= text[end] || isSign || (isPoint && !hasPoint) else { break }
            hasPoint = hasPoint || isPoint
            end += 1
        }
        defer { next = end }
        return Float(String(decoding: text[next..<end], as: UTF8.self))
    }
}

extension Point {
    fileprivate init(_ place: SIMD2<Float>) { self.init(Double(place.x), Double(place.y)) }
}
