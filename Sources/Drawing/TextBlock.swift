import Figures
import Fonts
import Scenes

/// Text in as many lines as it needs, set and measured.
struct TextBlock {
    let lines: [TextLine]
    let color: Color
    let leading: Double
    /// From the top of the block to its first baseline, and from its last one to its foot.
    private let ascent: Double
    private let descent: Double

    /// Breaks `text` at its own line breaks, and at spaces where a line is wider than `width`.
    /// What does not fit into `most` lines is cut, with an ellipsis in its place.
    init(
        _ text: String, _ lettering: Theme.Lettering, width: Double = .infinity, most: Int = 3,
        fonts: Fonts
    ) {
        color = lettering.color
        leading = (lettering.font.size * 1.3).rounded()
        let metrics = fonts.metrics(of: lettering.font)
        ascent = (metrics.capHeight + lettering.font.size * 0.2).rounded()
        descent = (lettering.font.size * 0.25).rounded()
        var lines: [TextLine] = []
        if !text.isEmpty, most > 0 {
            for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false)
            where lines.count <= most {
                Self.breakLines(
                    String(paragraph), lettering.font, width, most: most, into: &lines, fonts)
            }
        }
        if lines.count > most {
            let rest = lines[most - 1].text + " " + lines[most].text
            lines.removeSubrange((most - 1)...)
            lines.append(fonts.set(rest, in: lettering.font, within: width, isCut: true))
        }
        self.lines = lines
    }

    /// Adds the lines of one paragraph until there are more than `most`: one line too many tells that
    /// something has to be cut, and no text is measured beyond it.
    private static func breakLines(
        _ text: String, _ font: Font, _ width: Double, most: Int, into lines: inout [TextLine],
        _ fonts: Fonts
    ) {
        // No letter is as narrow as a tenth of its size.
        let longest = width.isFinite ? (width * 10 / font.size).whole(upTo: 10_000) : 10_000
        let text = Substring(text).prefix(longest * (most + 1))
        let whole = fonts.set(String(text), in: font)
        guard whole.width > width else { return lines.append(whole) }
        var current = ""
        for word in text.split(separator: " ") {
            let longer = current.isEmpty ? String(word) : current + " " + word
            if current.isEmpty || fonts.width(of: longer, in: font) <= width {
                current = longer
            } else {
                lines.append(fonts.set(current, in: font, within: width))
                current = String(word)
                if lines.count > most { return }
            }
        }
        lines.append(fonts.set(current, in: font, within: width))
    }

    var isEmpty: Bool { lines.isEmpty }
    var width: Double { lines.reduce(0) { max($0, $1.width) } }

    var height: Double {
        lines.isEmpty ? 0 : ascent + descent + leading * Double(lines.count - 1)
    }

    enum Alignment { case left, center, right }

    /// Draws the lines below `top`, at `x` by their left ends, middles or right ends.
    func draw(at x: Double, top: Double, _ alignment: Alignment = .left, into scene: inout Scene) {
        var baseline = (top + ascent).rounded()
        for line in lines {
            let left =
                switch alignment {
                case .left: x
                case .center: x - line.width / 2
                case .right: x - line.width
                }
            scene.set(line, at: Point(left, baseline), with: color)
            baseline += leading
        }
    }
}

extension Fonts {
    /// One line of `text`, shortened with an ellipsis until it is at most `width` wide. `isCut`
    /// tells that something is missing already.
    func set(_ text: String, in font: Font, within width: Double, isCut: Bool = false) -> TextLine {
        let whole = set(isCut ? text + "…" : text, in: font)
        guard whole.width > width else { return whole }
        let characters = Array(text)
        var fits = 0
        var over = characters.count
        while fits + 1 < over {
            let middle = (fits + over) / 2
            if self.width(of: String(characters[..<middle]) + "…", in: font) <= width {
                fits = middle
            } else {
                over = middle
            }
        }
        var kept = characters[..<fits]
        while kept.last == " " || kept.last == "," { kept.removeLast() }
        return set(String(kept) + "…", in: font)
    }
}
