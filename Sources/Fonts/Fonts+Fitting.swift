package import Scenes

extension Fonts {
    /// One line of `text`, shortened with an ellipsis until it is at most `width` wide. `isCut`
    /// tells that something is missing already.
    package func set(
        _ text: String, in font: Font, within width: Double, isCut: Bool = false
    ) -> TextLine {
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
