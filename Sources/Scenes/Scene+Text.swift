/// A scene written down, one item a line, for tests and for people.
extension Scene {
    package var lines: [String] {
        var lines = ["picture \(size.width.written)x\(size.height.written) on \(background.hex)"]
        for item in items { lines.append(item.line) }
        return lines
    }
}

extension Scene.Item {
    package var line: String {
        switch self {
        case .fill(let path, let color):
            return "fill \(color.hex) \(path.written)"
        case .stroke(let path, let stroke, let color):
            var dash = ""
            for length in stroke.dash { dash += (dash.isEmpty ? " dash " : ",") + length.written }
            return "stroke \(color.hex) width \(stroke.width.written)\(dash) \(path.written)"
        case .text(let line, let origin, let angle, let color):
            let turn = angle == 0 ? "" : " turned \((angle * 180 / .pi).written)"
            return
                "text \(color.hex) \(line.font.size.written) at \(origin.written)\(turn): \(line.text)"
        case .symbols(let shapes, let places):
            let looks = shapes.map { "\($0.color.hex) \($0.path.written)" }
            return "symbols \(looks.joined(separator: " then ")) at "
                + places.map { $0.written }.joined(separator: " ")
        case .clip(let rect):
            guard let rect else { return "clip off" }
            return
                "clip \(Point(rect.minX, rect.minY).written) \(Point(rect.maxX, rect.maxY).written)"
        }
    }
}

extension Path {
    /// In the letters of SVG's path data.
    package var written: String {
        var text = ""
        var next = 0
        for verb in verbs {
            let letter =
                switch verb {
                case .move: "M"
                case .line: "L"
                case .quadratic: "Q"
                case .cubic: "C"
                case .close: "Z"
                }
            text += text.isEmpty ? letter : " " + letter
            for point in points[next..<next + verb.pointCount] { text += " " + point.written }
            next += verb.pointCount
        }
        return text
    }
}

extension Point {
    package var written: String { "\(x.written),\(y.written)" }
}

extension Double {
    /// With at most two decimals, none of them a trailing zero: what text formats need of a length.
    package var written: String {
        guard isFinite, abs(self) < 1e15 else {
            return self > 0 ? "inf" : self < 0 ? "-inf" : "nan"
        }
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
