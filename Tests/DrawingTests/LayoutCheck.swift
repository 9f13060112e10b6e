import Figures
import Fonts
import Scenes

/// What is wrong with the layout of a scene, whatever chart it shows.
struct LayoutCheck {
    /// The classes of what can be wrong.
    enum Fault: String, CaseIterable {
        case textOverText = "a text over another"
        case textOutside = "a text outside the picture"
        case notFinite = "a coordinate that is no number"
        case markOutside = "a mark outside the picture"
        case betweenPixels = "a line of the grid between pixels"
        case markOverText = "a mark over a text"
    }

    struct Finding: CustomStringConvertible {
        var fault: Fault
        var detail: String
        var description: String { "\(fault.rawValue): \(detail)" }
    }

    /// Letters are fitted to pixels when they are drawn, so a part of a point does not count.
    static let tolerance = 0.8

    private(set) var findings: [Finding] = []
    private let scene: Scene
    private let theme: Theme
    private var texts: [(text: String, box: TurnedBox, bounds: Rect)] = []

    init(_ scene: Scene, theme: Theme, fonts: Fonts) {
        self.scene = scene
        self.theme = theme
        var clip: Rect?
        for item in scene.items.flatMap({ $0.parts }) {
            switch item {
            case .fill(let path, let color):
                checkFinite(path)
                checkInside(path, reach: 0, clip)
                checkGrid(path, color)
            case .stroke(let path, let stroke, _):
                checkFinite(path)
                checkInside(path, reach: stroke.width / 2, clip)
            case .text(let line, let origin, let angle, _):
                guard origin.isFinite, angle.isFinite else {
                    report(.notFinite, line.text)
                    continue
                }
                guard
                    let box = TurnedBox(around: line, at: origin, angle: angle, fonts: fonts)
                else { continue }
                texts.append((line.text, box, box.bounds))
            case .clip(let rect): clip = rect
            case .symbols: continue
            }
        }
        checkTexts()
        checkMarksOverTexts()
    }

    private mutating func report(_ fault: Fault, _ detail: String) {
        findings.append(Finding(fault: fault, detail: detail))
    }

    private mutating func checkFinite(_ path: Path) {
        if !path.points.allSatisfy(\.isFinite) {
            report(.notFinite, String(path.written.prefix(200)))
        }
    }

    private mutating func checkInside(_ path: Path, reach: Double, _ clip: Rect?) {
        guard var box = path.traced.bounds else { return }
        if let clip {
            guard box.inset(by: -reach).intersects(clip) else { return }
            box = box.intersection(clip)
        }
        let picture = picture.inset(by: -1 - reach)
        guard
            box.minX < picture.minX || box.minY < picture.minY || box.maxX > picture.maxX
                || box.maxY > picture.maxY
        else { return }
        report(.markOutside, String(path.written.prefix(100)))
    }

    private var picture: Rect {
        Rect(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
    }

    private var quiet: [Color] { [theme.grid, theme.minorGrid, theme.baseline, theme.axisLine] }

    private mutating func checkGrid(_ path: Path, _ color: Color) {
        guard quiet.contains(color), path.verbs.count == 5, let box = path.bounds else { return }
        for edge in [box.minX, box.minY, box.maxX, box.maxY] {
            let pixels = edge * scene.density
            if abs(pixels - pixels.rounded()) > 1e-6 {
                return report(.betweenPixels, path.written)
            }
        }
    }

    private mutating func checkTexts() {
        for (index, text) in texts.enumerated() {
            let picture = picture.inset(by: -Self.tolerance)
            if !text.box.corners.allSatisfy({ picture.contains($0) }) {
                report(.textOutside, "“\(text.text.prefix(40))” at \(text.bounds.written)")
            }
            for other in texts[(index + 1)...] where text.bounds.intersects(other.bounds) {
                let depth = text.box.overlap(with: other.box)
                guard depth > Self.tolerance else { continue }
                report(
                    .textOverText,
                    "“\(text.text.prefix(40))” and “\(other.text.prefix(40))” by \(depth.written) at \(other.bounds.written)"
                )
            }
        }
    }

    private mutating func checkMarksOverTexts() {
        for item in scene.items.flatMap({ $0.parts }) {
            let path: Path
            switch item {
            case .fill(let outline, let color):
                guard !quiet.contains(color), color.alpha > 200, color != theme.background else {
                    continue
                }
                path = outline.traced
            case .stroke(let line, _, let color):
                guard !quiet.contains(color), color != theme.background else { continue }
                path = line.traced
            case .text, .clip, .symbols: continue
            }
            guard let box = path.bounds else { continue }
            for text in texts where text.bounds.intersects(box) {
                let inner = text.bounds.inset(by: Self.tolerance)
                let isRect = path.verbs.count <= 5 || path.verbs.count == 9
                var isOver = path.points.contains { inner.contains($0) }
                if case .fill = item, isRect,
                    text.box.overlap(with: TurnedBox(box)) > Self.tolerance
                {
                    isOver = true
                }
                if isOver {
                    report(
                        .markOverText,
                        "“\(text.text.prefix(40))” at \(text.bounds.written) under \(path.written.prefix(60))"
                    )
                    break
                }
            }
        }
    }
}

extension Rect {
    var written: String { "\(Point(minX, minY).written) \(Point(maxX, maxY).written)" }
}

extension Path {
    /// The same outlines with eight straight lines for each curve: no point of it lies beside the path.
    var traced: Path {
        var path = Path()
        var place = Point.zero
        var next = 0
        for verb in verbs {
            let ends = points[next..<next + verb.pointCount]
            next += verb.pointCount
            switch verb {
            case .move: path.move(to: ends[ends.startIndex])
            case .line: path.line(to: ends[ends.startIndex])
            case .close: path.close()
            case .quadratic, .cubic:
                for step in 1...8 {
                    path.line(to: Self.point(on: [place] + ends, at: Double(step) / 8))
                }
            }
            place = ends.last ?? place
        }
        return path
    }

    /// De Casteljau's construction.
    private static func point(on controls: [Point], at fraction: Double) -> Point {
        var points = controls
        while points.count > 1 {
            points = zip(points, points.dropFirst()).map { $0 + ($1 - $0) * fraction }
        }
        return points[0]
    }
}
